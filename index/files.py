"""The articles' files in a folder and in the folders below it; what is passed over for a reason is named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from index.errors import DossierError
from index.read import is_looked_for, shown

#: Beside "report.html" a browser puts the page's pictures, scripts and frames into the folder "report_files".
PARTS_OF_PAGE = ("_files", ".files", "_file", "-dateien", "_fichiers", "_archivos")


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a folder by their paths' order, and a sentence for each folder in it that was not looked into."""

    files: tuple[Path, ...]
    problems: tuple[str, ...]


def files_in(folder: Path) -> Found:
    """Every file in `folder` and below that may hold an article; hidden ones and parts of saved pages are none.

    Links to folders are not followed, since they may lead in a circle. Raises DossierError where `folder` is no folder.
    """
    if not folder.is_dir():
        raise DossierError(f"There is no folder {folder}.")
    files: list[Path] = []
    problems: list[str] = []

    def unread(error: OSError) -> None:
        problems.append(f"The folder {shown(Path(error.filename))} was left out: it cannot be read ({error.strerror}).")

    for where, folders, names in os.walk(folder, onerror=unread):
        here = Path(where)
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        kept = [name for name in folders if not name.startswith(".") and not belongs_to_page(name, pages)]
        linked = [name for name in kept if (here / name).is_symlink()]
        problems += [
            f"The folder {shown(here / name)} was left out: it is a link. Name what it links to." for name in linked
        ]
        folders[:] = sorted(set(kept) - set(linked))
        files += [here / name for name in names if is_looked_for(here / name)]
    return Found(tuple(sorted(files)), tuple(problems))


def belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Whether a folder of that name holds the pictures and scripts of a page beside it, named without its ending."""
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in PARTS_OF_PAGE)
