"""What all tests share: no network outside tests/browser, and assistants that are built once."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

# Idle threads that sleep rather than spin: beside another busy process an embedding takes 20 ms, not 500.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
# The quick reader reads alone, but for the articles on which answers are looked at: see `both`.
os.environ["DOSSIER_READER"] = "quick"

from index.embed import Embedder, default_embedder
from index.read import read_folder
from qa import Assistant, Document
from qa.base import strong_base
from qa.reader import QUICK, STRONG, Readers, quick_reader, strong_reader

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(scope="module", autouse=True)
def no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """A connection that would leave this machine raises; the browser tests watch the network in their own way."""
    if ROOT / "tests" / "browser" in request.path.parents:
        yield
        return
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
            raise OSError(f"A test reached for the network: {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded)
        yield


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The packaged model."""
    return default_embedder()


@pytest.fixture(scope="session")
def both() -> Readers:
    """The quick and the strong reader; `make test` brings what the strong one is made from."""
    base = strong_base()
    assert base is not None, "run `python -m qa model get`"
    return Readers(quick_reader(QUICK), strong_reader(STRONG, base))


@pytest.fixture(scope="session")
def seeds(both: Readers) -> Assistant:
    """The assistant of the five articles that come with the project, read by both readers."""
    return Assistant(read_folder(ROOT / "seeds").documents, readers=both)


@pytest.fixture(scope="session")
def town(both: Readers) -> Assistant:
    """Five invented articles about a town; nothing about NATO."""
    return Assistant(
        readers=both,
        documents=[
            Document(
                "bridge",
                "Halden bridge closed to lorries",
                "The Halden bridge was closed to lorries on Monday because rust had weakened its cables.\n\n"
                "Engineer Mira Sand found the damage during an inspection. She said the repair would cost "
                "4.2 million crowns.\n\nCyclists may still cross.",
                outlet="Halden Post",
                published=date(2019, 5, 6),
            ),
            Document(
                "school",
                "New school opens in Tistedal",
                "The new primary school in Tistedal has 312 pupils and 21 teachers. Headmaster Omar Lie opened it "
                "with a concert.\n\nThe building is heated by a geothermal pump.",
                outlet="Tistedal Weekly",
            ),
            Document(
                "river",
                "Salmon return to the Tista",
                "For the first time since 1968, salmon were seen in the river Tista. Biologists attribute their return "
                "to a fish ladder that was built in 2015.",
                outlet="Halden Post",
            ),
            Document(
                "market",
                "Night market moves to the harbour",
                "The night market will move from the station square to the harbour in June. Shopkeepers complain that "
                "the harbour is too windy for their stalls.",
            ),
            Document(
                "museum",
                "Museum shows forgotten maps",
                "The town museum shows forty maps that had been forgotten in an attic. The oldest of them was drawn by "
                "Jens Holm in 1702.",
            ),
        ],
    )
