"""What is dropped on the page: how much may be, which of a folder's files are articles, and what became of each.

All limits of uploading stand here; what a single file may hold stands in index/formats/limits.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from index.errors import DossierError
from index.files import belongs_to_page
from index.formats import limits
from index.formats.kind import SUFFIXES
from index.formats.limits import megabytes
from index.read import is_looked_for
from index.uploads import shown_name

#: Bytes of a file.
FILE_BYTES = limits.FILE_BYTES
#: Files in one drop, and their bytes together.
MEGABYTE = 1_000_000
FILES, DROP_BYTES = 500, 1_000 * MEGABYTE
#: Articles in a dossier of the page: at ten passages an article what a laptop searches in no time (ARCHITECTURE.md).
ARTICLES = 10_000
#: Dossiers of one account.
DOSSIERS = 100
#: The endings of the files that are read, for whoever chooses files.
ENDINGS = tuple(sorted(SUFFIXES))


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a file.

    name: as it may be shown. passages, same_as: as in Added. problem: a sentence: why it was left out, or what to put
    right.
    """

    name: str
    change: Literal["added", "replaced", "corrected", "unchanged", "left out"]
    passages: int = 0
    same_as: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """A file before it is uploaded. name: with the folders above it, parted by /, where a folder was dropped."""

    name: str
    size: int


def taken(files: Sequence[Offered]) -> tuple[list[int], list[Result]]:
    """The numbers of the files to upload, and what is said at once of others that are left out.

    Those named by themselves are taken, and of a folder the articles in it and below it. Raises DossierError where that
    is too much, or nothing.
    """
    pages: dict[PurePath, set[str]] = defaultdict(set)
    for file in files:
        path = PurePath(file.name)
        if path.suffix.lower() in (".html", ".htm"):
            pages[path.parent].add(path.stem)
    wanted = [number for number, file in enumerate(files) if is_wanted(PurePath(file.name), pages)]
    if not wanted:
        raise DossierError(f"There is no file here that can be read: {', '.join(ENDINGS)}.")
    chosen = [number for number in wanted if files[number].size <= FILE_BYTES]
    check([files[number].size for number in chosen])
    return chosen, [too_large(files[number]) for number in wanted if files[number].size > FILE_BYTES]


def is_wanted(path: PurePath, pages: dict[PurePath, set[str]]) -> bool:
    """Whether a file is an article: one named by itself, or in a folder one that may be and is no part of a page."""
    folders = [folder for folder in path.parents if folder.name]
    if not folders:
        return True
    hidden = any(folder.name.startswith(".") for folder in folders)
    part = any(belongs_to_page(folder.name, pages.get(folder.parent, set())) for folder in folders)
    return not hidden and not part and is_looked_for(Path(path))


def check(sizes: Sequence[int]) -> None:
    """Raise DossierError where files of so many bytes are too much for one drop."""
    if len(sizes) > FILES:
        raise DossierError(f"These are {len(sizes):,} files; {FILES} can be added at once. Add them in parts.")
    if sum(sizes) > DROP_BYTES:
        size, limit = megabytes(sum(sizes)), megabytes(DROP_BYTES)
        raise DossierError(f"These files have {size}; {limit} can be added at once. Add them in parts.")


def too_large(file: Offered) -> Result:
    """What is said of a file that has more than FILE_BYTES."""
    name = shown_name(file.name)
    problem = (
        f"{name} was left out: it has {megabytes(file.size)}, more than the {megabytes(FILE_BYTES)} a file may have. "
        "Split it or leave it out."
    )
    return Result(name, "left out", problem=problem)
