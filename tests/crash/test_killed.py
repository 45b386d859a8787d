"""A writer is killed at any instant: the dossier opens as the last finished file left it, and the writing goes on."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from index.errors import DossierError
from tests.crash.writing import FILES, add_all, check, processes, write_files


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.long)])
def test_killed_at_random_moments_each_file_is_wholly_in_or_out(tmp_path: Path, kills: int) -> None:
    context, chance = processes(), random.Random(kills)
    sources, store = tmp_path / "sources", tmp_path / "store"
    held: list[int] = []
    whole = 1.0
    ended_early = 0
    for version in range(1, kills + 1):
        write_files(sources, version)
        process = context.Process(target=add_all, args=(store, sources))
        began = time.monotonic()
        process.start()
        process.join(chance.uniform(0, whole))
        killed = process.is_alive()
        process.kill()
        process.join()
        if not killed:
            whole = time.monotonic() - began
        try:
            now = check(store)
        except DossierError as error:  # nothing was finished yet
            assert str(error).startswith(("There is no dossier in", "The dossier 'store' is empty."))  # noqa: PT017
            now = []
        new = now.count(version)
        assert now == [version] * new + held[new:] or (not held and now == [version] * len(now))
        assert killed or now == [version] * FILES
        ended_early += killed and new < FILES
        held = now
    assert ended_early > kills // 4
    add_all(store, sources)
    assert check(store) == [kills] * FILES
    assert len(list(store.glob("generation-*"))) == 1
    assert not list(store.glob("unfinished-*"))
