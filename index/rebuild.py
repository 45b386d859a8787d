"""A dossier built again from the articles it holds: after damage, for another embedding model or another version."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from index.dossier import Dossier
from index.embed import Embedder
from index.errors import DossierError
from index.lock import lock_of, locked
from index.place import STORE, leftovers
from index.rowform import NOTHING, checksum, stated_of
from index.schema import explained
from index.store import COLUMNS, Row
from index.uploads import FILES


def rebuild(
    folder: Path, embedder: Embedder | None = None, tick: Callable[[int, int], None] | None = None
) -> tuple[str, ...]:
    """Build the dossier in `folder` again; the old one stays until the new one is whole.

    Gives the paths of articles whose rows are damaged: they are left out and have to be added again. "" stands for some
    whose paths are lost too. tick: told how many of how many articles are in.
    Raises DossierError where another process is changing the dossier, or the disk is full.
    """
    new, old = leftovers(folder)
    with explained(folder), locked(folder):
        rows, lost = salvaged(folder)
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        with Dossier.writing(new, embedder) as made:
            for number, row in enumerate(rows, start=1):
                made.put(row.path, row.sha256, row.stated, row.read())
                if row.corrected != NOTHING:
                    made.correct(row.path, stated_of(row.corrected))
                if tick:
                    tick(number, len(rows))
            made.publish()
        if (folder / FILES).is_dir():
            shutil.copytree(folder / FILES, new / FILES)
        folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
        lock_of(new).unlink(missing_ok=True)
    return lost


def salvaged(folder: Path) -> tuple[list[Row], tuple[str, ...]]:
    """The rows of a dossier that are as they were written, and the paths of those that are not."""
    rows: list[Row] = []
    lost: list[str] = []
    with closing(sqlite3.connect(folder / STORE)) as connection:
        connection.text_factory = bytes
        try:
            held = {found[1].decode() for found in connection.execute("PRAGMA table_info(documents)")}
            columns = ", ".join(one for one in COLUMNS.split(", ") if one in held)  # an older format has fewer
            for found in connection.execute(f"SELECT {columns} FROM documents ORDER BY id"):  # noqa: S608
                row = row_of(found)
                if row:
                    rows.append(row)
                else:
                    lost.append(os.fsdecode(found[1]) if isinstance(found[1], bytes) else "")
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            lost.append("")
    if lost and not rows:
        raise DossierError(
            f"The dossier {folder.name!r} cannot be built again: nothing in {folder / STORE} can be read. "
            "Remove that folder and add the articles again."
        )
    return rows, tuple(lost)


def row_of(found: Sequence[Any]) -> Row | None:
    """The row of these cells, their texts still bytes; None where it is not as it was written."""
    try:
        cells: list[Any] = [
            one.decode() if isinstance(one, bytes) and place not in BYTES else one
            for place, one in enumerate(found[:-1])
        ]
    except UnicodeDecodeError:
        return None
    return Row(*cells) if checksum(*cells) == found[-1] else None


#: The columns that hold bytes, not text.
BYTES = frozenset(COLUMNS.split(", ").index(name) for name in ("path", "likeness"))
