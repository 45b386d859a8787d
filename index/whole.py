"""A whole dossier renamed or deleted: each is one step on the disk, so that a kill leaves all of it or none.

Whoever has it open goes on with what they opened; whoever opens it afterwards is told that it is not there.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from uuid import uuid4

from index.errors import DossierError
from index.generation import synchronise
from index.lock import lock_of, locked
from index.opened import rows_in
from index.place import STORE, TRASH, dossiers, leftovers, recovered, sweep
from index.schema import explained, gone


def rename(old: Path, new: Path) -> None:
    """Make the dossier in the folder `old` the one in `new`, beside it.

    Raises DossierError where there is something in `new` already, in capitals or small letters, or where somebody is
    changing either of the two.
    """
    with explained(old), ExitStack() as stack:
        stack.enter_context(locked(old))
        if new.name.casefold() != old.name.casefold():  # else one file of theirs may lock both
            stack.enter_context(locked(new))
        prepare(old)
        alike = {name for name in dossiers(new.parent) if name.casefold() == new.name.casefold()}
        with suppress(OSError):
            new.rmdir()  # what somebody left who was about to make a dossier
        in_the_way = recovered(new).exists() and not new.samefile(old)
        if in_the_way or new.name in alike or alike - {old.name}:
            raise DossierError(f"The name {new.name!r} is taken already. Choose another.")
        old.rename(new)
        synchronise(new.parent)
        drop_lock(old)


def delete(folder: Path, confirmed: int | None) -> None:
    """Delete the dossier in a folder, with the copies of uploaded files in it.

    confirmed: how many articles it holds, by size_of, for whoever decided that it goes. Raises DossierError where it
    holds others by now, or somebody is changing it.
    """
    with explained(folder), locked(folder):
        prepare(folder)
        if size_of(folder) != confirmed:
            raise DossierError(f"The dossier {folder.name!r} has changed meanwhile. Look at it before you delete it.")
        trash = folder.with_name(f"{TRASH}{uuid4().hex}")
        folder.rename(trash)
        synchronise(folder.parent)
        sweep(folder.parent)
        drop_lock(folder)


def size_of(folder: Path) -> int | None:
    """How many articles a dossier holds; None where it is damaged or of another version."""
    try:
        return len(rows_in(folder))
    except DossierError:
        return None


def drop_lock(folder: Path) -> None:
    """Remove the file of a lock that is held, where the system lets us; nobody takes a removed one for the lock."""
    with suppress(OSError):
        lock_of(folder).unlink()


def prepare(folder: Path) -> None:
    """Remove what is left of a rebuilding that was killed: it would come back under the dossier's old name."""
    if not (folder / STORE).exists():
        raise gone(folder)
    for left in leftovers(folder):
        shutil.rmtree(left, ignore_errors=True)
        if left.exists():
            raise DossierError(f"{left} could not be removed. Remove it, then try again.")
