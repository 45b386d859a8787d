"""What is to be added -> files, and a file -> the Document to store: all that a dossier knows of reading files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from index.document import Document
from index.errors import DossierError
from index.read import READERS, SOURCES, read_sources, shown


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to add. stated: the fields of Document that sources.toml beside it states, as `written` has them."""

    path: Path
    stated: str


def incoming(paths: Iterable[Path]) -> tuple[list[Incoming], list[str]]:
    """The files to add for these files and folders, each once, and a sentence for each problem.

    A folder stands for the files in it (not in folders below) that can be read, corrected by its sources.toml; a file
    named by itself is corrected by the one beside it.
    """
    found: dict[Path, Incoming] = {}
    problems: list[str] = []
    corrections: dict[Path, Mapping[str, Mapping[str, Any]]] = {}
    for path in (one.resolve() for one in paths):
        folder = path if path.is_dir() else path.parent
        if folder not in corrections:
            try:
                corrections[folder] = read_sources(folder / SOURCES)
            except DossierError as error:
                problems.append(str(error))
                corrections[folder] = {}
        files = list(files_in(path)) if path.is_dir() else [path]
        if not files:
            problems.append(f"{shown(path)} holds no file that can be read: {', '.join(sorted(READERS))}.")
        for file in files:
            found[file] = Incoming(file, written(corrections[folder].get(file.name, {})))
    return list(found.values()), problems


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder that can be read, by name."""
    return iter(sorted(path for path in folder.iterdir() if path.suffix.lower() in READERS))


def written(stated: Mapping[str, Any]) -> str:
    """What a sources.toml states of a file, as JSON."""
    return json.dumps(stated, default=date.isoformat, sort_keys=True, ensure_ascii=False)


def corrected(document: Document, stated: str) -> Document:
    """The document with what is stated of it put in."""
    fields = json.loads(stated)
    if "published" in fields:
        fields["published"] = date.fromisoformat(fields["published"])
    return replace(document, **fields)


def sha256_of(path: Path) -> str:
    """SHA-256 of the file's content, 64 hex digits. Raises DossierError naming the file where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DossierError(f"{shown(path)} was left out: it cannot be read ({error.strerror}).") from error


def read_incoming(one: Incoming) -> tuple[Document, str | None]:
    """The Document in a file, and its date where that reads in two ways. Raises DossierError naming the file."""
    reader = READERS.get(one.path.suffix.lower())
    if reader is None:
        raise DossierError(
            f"{shown(one.path)} was left out: files of this kind are not read. Save it as {', '.join(sorted(READERS))}."
        )
    document, unclear = reader(one.path)
    document = corrected(document, one.stated)
    return document, unclear if document.published is None else None
