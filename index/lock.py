"""Who may change a dossier: whoever holds its lock, which the system lets go when their process ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.schema import busy


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else changes the dossier in `folder` meanwhile. Raises DossierError where somebody does."""
    lock = FileLock(lock_of(folder), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise busy(folder) from error
    try:
        yield
    finally:
        lock.release()


def lock_of(folder: Path) -> Path:
    """The file that whoever changes the dossier in `folder` holds locked; beside it, so that it may be moved."""
    return folder.with_name(f"{folder.name}.lock")
