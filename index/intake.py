"""What is to be added -> files, and a file -> the Document to store: all that a dossier knows of reading files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.document import Document
from index.errors import DossierError
from index.files import Found, files_in
from index.formats.kind import SUFFIXES
from index.read import read_file, shown
from index.rowform import NOTHING, stated_of, written
from index.sources import SOURCES, read_sources


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to add.

    stated: the fields of Document that sources.toml beside it states, as `written` has them. name: what it is called,
    on one line, where that is not its path's last part. key: what the same file has when it comes again, where that is
    not its path.
    """

    path: Path
    stated: str = NOTHING
    name: str | None = None
    key: bytes | None = None

    @property
    def shown(self) -> str:
        """Its name as it can be printed on one line."""
        return self.name or shown(self.path)

    @property
    def identity(self) -> bytes:
        """What the same file has when it comes again."""
        return os.fsencode(self.path) if self.key is None else self.key


def incoming(paths: Iterable[Path]) -> tuple[list[Incoming], list[str]]:
    """The files to add for these files and folders, each once, and a sentence for each problem.

    A folder stands for the files in and below it that may hold an article. The sources.toml beside a file corrects it.
    """
    found: dict[Path, Incoming] = {}
    problems: list[str] = []
    corrections: dict[Path, Mapping[str, Mapping[str, Any]]] = {}
    for path in (one.resolve() for one in paths):
        inside = files_in(path) if path.is_dir() else Found((path,), ())
        problems.extend(inside.problems)
        if not inside.files:
            problems.append(f"{shown(path)} holds no file that can be read: {', '.join(sorted(SUFFIXES))}.")
        for file in inside.files:
            folder = file.parent
            if folder not in corrections:
                try:
                    corrections[folder] = read_sources(folder / SOURCES)
                except DossierError as error:
                    problems.append(str(error))
                    corrections[folder] = {}
            found[file] = Incoming(file, written(corrections[folder].get(file.name, {})))
    return list(found.values()), problems


def sha256_of(one: Incoming) -> str:
    """SHA-256 of the file's content, 64 hex digits. Raises DossierError naming the file where it cannot be read."""
    try:
        with one.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DossierError(f"{one.shown} was left out: it cannot be read ({error.strerror}).") from error


def read_incoming(one: Incoming) -> tuple[Document, str | None]:
    """The Document in a file, and what of it is not clear. Raises DossierError naming the file."""
    document, said = read_file(one.path, stated_of(one.stated), one.shown)
    return document, " ".join(said) or None
