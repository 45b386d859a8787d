"""Files that were uploaded: a dossier keeps a copy of each in its own folder, under a name of our making.

What somebody calls a file is told to readers and never becomes a path.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import unicodedata
from pathlib import Path, PurePath
from uuid import uuid4

from index.formats.kind import SUFFIXES, UNREAD_SUFFIXES
from index.intake import Incoming
from index.read import printable

#: The folder of copies, in a dossier's folder.
FILES = "files"
#: Characters of a name that are shown: enough to tell files apart, few enough for a line.
SHOWN = 120


def uploaded(path: Path, name: str) -> Incoming:
    """What lies in `path` and is called `name`, to be added; under the same name it is the same file again."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    suffix = PurePath(name).suffix.lower()
    suffix = suffix if suffix in SUFFIXES or suffix in UNREAD_SUFFIXES else ""
    key = f"{FILES}/{hashlib.sha256(name.encode()).hexdigest()}{suffix}"
    return Incoming(path, name=shown_name(name), key=os.fsencode(key))


def shown_name(name: str) -> str:
    """A name on one line; of a long one the beginning and the end, so that its ending stays."""
    told = name.encode("utf-8", "replace").decode().strip() or "a file without a name"
    return printable(told if len(told) <= SHOWN else f"{told[: SHOWN // 2]}…{told[-SHOWN // 2 + 1 :]}")


def keep(folder: Path, one: Incoming) -> None:
    """Copy an uploaded file into the dossier in `folder`, whole or not at all. Raises OSError on a full disk."""
    place = folder / os.fsdecode(one.identity)
    unfinished = place.with_name(f"unfinished-{uuid4().hex}")
    place.parent.mkdir(exist_ok=True)
    try:
        shutil.copyfile(one.path, unfinished)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def discard(folder: Path, file: Path) -> None:
    """Remove the copy of an uploaded file; any other file lies outside the dossier and is let alone."""
    if not file.is_absolute():
        (folder / FILES / file.name).unlink(missing_ok=True)
