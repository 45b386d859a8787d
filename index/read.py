"""Files -> Documents. A folder's sources.toml, written by a person, completes or corrects what the texts say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from index.document import Document
from index.errors import DossierError
from index.furniture import clean
from index.origin import origin

SOURCES = "sources.toml"
#: 10 MB is a novel ten times over; a larger file is not an article.
MAX_BYTES = 10_000_000
CORRECTABLE = frozenset({"title", "outlet", "published", "author", "url"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder gave: its documents in the order of their files' names, and a sentence for each problem."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


def read_folder(folder: str | Path) -> Reading:
    """Every text file in `folder` (not in folders below); one that cannot be read becomes a problem, the rest is read.

    Raises DossierError where `folder` is no folder, or no file in it can be read.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DossierError(f"There is no folder {folder}. Name a folder that holds the articles as .txt files.")
    documents: list[Document] = []
    problems: list[str] = []
    corrections: Mapping[str, Mapping[str, Any]] = {}
    try:
        corrections = read_sources(folder / SOURCES)
    except DossierError as error:
        problems.append(str(error))
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in READERS)
    problems.extend(
        f"{SOURCES} describes {name}, but {folder} holds no such file. Correct the name or remove it."
        for name in sorted(set(corrections) - {path.name for path in files})
    )
    for path in files:
        try:
            document, unclear = READERS[path.suffix.lower()](path)
        except DossierError as error:
            problems.append(str(error))
            continue
        document = replace(document, **corrections.get(path.name, {}))
        if unclear and document.published is None:
            problems.append(
                f"{shown(path)}: the date {unclear} can be read in two ways, so it counts as unknown. "
                f"State `published` in {SOURCES}."
            )
        documents.append(document)
    if not documents:
        raise DossierError(" ".join([f"No article could be read in {folder}.", *problems]))
    return Reading(tuple(documents), tuple(problems))


def shown(path: Path) -> str:
    """The file's name as it can be printed; bytes that are no UTF-8 are escaped."""
    return path.name.encode("utf-8", "backslashreplace").decode()


def read_text(path: Path) -> tuple[Document, str | None]:
    """The article in a raw text file, and its date where that is unclear. Raises DossierError naming the file."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DossierError(
                f"{shown(path)} was left out: it has {size / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB "
                "an article may have. Split it or leave it out."
            )
        content = path.read_bytes()
    except OSError as error:
        raise DossierError(f"{shown(path)} was left out: it cannot be read ({error.strerror}).") from error
    if b"\0" in content:
        raise DossierError(f"{shown(path)} was left out: it is binary, not text. Save it as plain text in UTF-8.")
    try:
        raw = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DossierError(
            f"{shown(path)} was left out: byte {error.start + 1} is not UTF-8. Save it as plain text in UTF-8."
        ) from error
    if not raw.strip():
        raise DossierError(f"{shown(path)} was left out: it is empty.")
    page = clean(raw)
    stated = origin(page)
    document = Document(
        id=shown(path).removesuffix(path.suffix),
        title=page.headline,
        text="\n\n".join(page.paragraphs),
        outlet=stated.outlet,
        published=stated.published,
        author=stated.author,
        url=stated.url,
    )
    return document, stated.unclear


#: Suffix -> the function that reads such a file.
READERS = {".txt": read_text}


def read_sources(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """File name -> the fields of Document that a person states for it. Raises DossierError naming what is wrong."""
    if not path.exists():
        return {}
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DossierError(f"{path.name} was not used: it is not valid TOML ({error}).") from error
    for name, fields in stated.items():
        if not isinstance(fields, dict) or not set(fields) <= CORRECTABLE:
            raise DossierError(
                f'{path.name} was not used: ["{name}"] may state {", ".join(sorted(CORRECTABLE))} and nothing else.'
            )
        for field, value in fields.items():
            wanted = date if field == "published" else str
            if type(value) is not wanted:
                raise DossierError(
                    f"{path.name} was not used: {field} of {name} must be "
                    + ("a date such as 2016-12-09." if wanted is date else "a text in quotes.")
                )
    return stated
