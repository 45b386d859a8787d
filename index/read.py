"""Files -> Documents. What a file holds is read in formats/; a folder's sources.toml completes or corrects it."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from index.document import Document
from index.errors import DossierError
from index.formats import limits
from index.formats.apart import reader
from index.formats.article import Article, UnreadableError, joined
from index.formats.kind import SUFFIXES, UNREAD_SUFFIXES, kind_of
from index.formats.plain import read_plain
from index.origin import stated_day
from index.sources import SOURCES, read_sources

#: Kinds whose every byte is text.
TEXTS = frozenset({"text", "markdown"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder gave: its documents in the order of their files' names, and a sentence for each problem."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


def read_folder(folder: str | Path) -> Reading:
    """Every article in `folder` (not in folders below); one that cannot be read becomes a problem, the rest is read.

    Raises DossierError where `folder` is no folder, or no file in it can be read.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DossierError(
            f"There is no folder {folder}. Name a folder that holds the articles ({', '.join(sorted(SUFFIXES))})."
        )
    documents: list[Document] = []
    problems: list[str] = []
    corrections: Mapping[str, Mapping[str, Any]] = {}
    try:
        corrections = read_sources(folder / SOURCES)
    except DossierError as error:
        problems.append(str(error))
    files = sorted(path for path in folder.iterdir() if is_looked_for(path))
    problems.extend(
        f"{SOURCES} describes {name}, but {folder} holds no such file. Correct the name or remove it."
        for name in sorted(set(corrections) - {path.name for path in files})
    )
    taken: set[str] = set()
    for path in files:
        try:
            document, said = read_file(path, corrections.get(path.name, {}))
        except DossierError as error:
            problems.append(str(error))
            continue
        if document.id in taken:
            document = replace(document, id=shown(path))
        taken.add(document.id)
        documents.append(document)
        problems.extend(said)
    if not documents:
        raise DossierError(" ".join([f"No article could be read in {folder}.", *problems]))
    return Reading(tuple(documents), tuple(problems))


def is_looked_for(path: Path) -> bool:
    """Whether a file in a folder is read, or at least named: by the ending of its name, hidden and lock files apart."""
    if path.name.startswith((".", "~$")):
        return False
    return path.suffix.lower() in SUFFIXES or path.suffix.lower() in UNREAD_SUFFIXES


def read_file(
    path: Path, correction: Mapping[str, Any] | None = None, name: str | None = None
) -> tuple[Document, tuple[str, ...]]:
    """The article in a file of any format and name, and a sentence for each part of it that is not clear.

    correction: fields of Document that a person states for it, such as those of sources.toml.
    name: what it is called; None: the last part of its path.
    Its id is its name, a text file's without ".txt". Raises DossierError naming the file where it cannot be read.
    """
    name = name or shown(path)
    suffix = PurePath(name).suffix
    try:
        article = _article(path, suffix)
    except UnreadableError as reason:
        raise DossierError(f"{name} was left out: {reason}") from reason
    day, unclear = stated_day(article.published or "")
    text, places = joined(article.paragraphs)
    document = Document(
        id=name.removesuffix(suffix) if suffix.lower() == ".txt" else name,
        title=article.title,
        text=text,
        outlet=article.outlet,
        published=day,
        author=article.author,
        url=article.url,
        places=places,
    )
    document = replace(document, **(correction or {}))
    problems = [f"{name}: {note}" for note in article.notes]
    if unclear and document.published is None:
        problems.append(
            f"{name}: the date {unclear} can be read in two ways, so it counts as unknown. "
            f"State `published` in {SOURCES}, or correct it on the page."
        )
    return document, tuple(problems)


def _article(path: Path, suffix: str) -> Article:
    """What the file holds, whose name ends in `suffix`. Raises UnreadableError where it cannot be read."""
    named = SUFFIXES.get(suffix.lower())
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise UnreadableError("it is no ordinary file. Leave it out.")
        _within(about.st_size, limits.TEXT_BYTES if named in TEXTS else limits.FILE_BYTES)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"it cannot be read ({error.strerror}).") from error
    kind = kind_of(content, suffix)
    _within(len(content), limits.TEXT_BYTES if kind in TEXTS else limits.FILE_BYTES)
    return read_plain(content) if kind == "text" else reader.read(content, kind)


def _within(size: int, limit: int) -> None:
    if size > limit:
        raise UnreadableError(
            f"it has {limits.megabytes(size)}, more than the {limits.megabytes(limit)} an article may have. "
            "Split it or leave it out."
        )


def shown(path: Path) -> str:
    """The file's name as it can be printed on one line."""
    return printable(path.name)


def printable(text: str) -> str:
    """The text as it can be printed on one line: what cannot be is escaped."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
