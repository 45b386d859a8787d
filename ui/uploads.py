"""What the page's script says it uploaded -> Uploads; and a drop that is read to its end, whoever looks on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from gradio.utils import get_upload_folder

from qa import DossierError
from qa.drop import Offered
from qa.shelf import Upload

T = TypeVar("T")
#: What a browser's script says of files; it may say anything.
Said = Iterable[Mapping[str, Any]]
UNKNOWN = "These files did not arrive. Drop them again."
#: Characters of a name that are looked at; a file system allows 255 bytes a part.
NAME = 1000


def offered(said: Said) -> list[Offered]:
    """The files that a browser holds ready, from [{"name": str, "size": int}, …]. Raises DossierError for others."""
    try:
        return [Offered(str(one["name"])[:NAME], int(one["size"])) for one in said]
    except (KeyError, TypeError, ValueError) as error:
        raise DossierError(UNKNOWN) from error


def uploads(said: Said) -> list[Upload]:
    """The files that arrived, from [{"path": str, "name": str}, …].

    Raises DossierError where a path is not one that Gradio gave to an upload: it may have been made up.
    """
    folder = Path(get_upload_folder()).resolve()
    try:
        found = [Upload(Path(str(one["path"])), str(one["name"])[:NAME]) for one in said]
        inside = [one.path.resolve().parent.parent == folder and not one.path.is_symlink() for one in found]
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise DossierError(UNKNOWN) from error
    if not found or not all(inside):
        raise DossierError(UNKNOWN)
    return found


def to_the_end(items: Iterable[T]) -> Iterator[T]:
    """The items, worked out by a thread of their own, which goes on where nobody takes them any more."""
    found: SimpleQueue[tuple[str, Any]] = SimpleQueue()

    def work() -> None:
        try:
            for item in items:
                found.put(("item", item))
        except BaseException as error:  # noqa: BLE001 - raised again where the items are taken
            found.put(("error", error))
        else:
            found.put(("end", None))

    Thread(target=work, name="add files", daemon=True).start()
    while (said := found.get())[0] == "item":
        yield said[1]
    if said[0] == "error":
        raise said[1]
