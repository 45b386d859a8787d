"""What was derived from a dossier, in files: one folder a generation, complete or not there at all.

A generation is written under a temporary name, synchronised, renamed, and named in the dossier's state; the one before
is then removed. A reader that has it open keeps it: the system drops the files when the last one lets go. Files are
mapped into memory, and checked by their SHA-256 when they are opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import astuple
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex
from index.derived import Derived
from index.lexical import Postings
from index.schema import damaged
from index.speaker import Speaker

PREFIX, UNFINISHED, MANIFEST, DENSE = "generation-", "unfinished-", "manifest.json", "dense.faiss"
ARRAYS = ("documents", "first_rows", "starts", "speakers_starts", "speakers_rows")
OF_POSTINGS = {"starts": "term_starts", "rows": "term_rows", "counts": "term_counts", "lengths": "lengths"}


def write_generation(folder: Path, derived: Derived) -> tuple[str, str]:
    """Write the files of a generation; its name and the SHA-256 of its manifest. Raises OSError on a full disk."""
    name = f"{PREFIX}{uuid4().hex}"
    place = folder / f"{UNFINISHED}{name}"
    place.mkdir()
    arrays: dict[str, NDArray[Any]] = {kept: getattr(derived, kept) for kept in ARRAYS}
    arrays |= {stem: getattr(derived.postings, field) for field, stem in OF_POSTINGS.items()}
    for stem, array in arrays.items():
        with (place / f"{stem}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)
    derived.dense.save(place / DENSE)
    for stem, lines in (("words", derived.words), ("names", derived.names), ("terms", derived.postings.vocabulary)):
        (place / f"{stem}.txt").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    speakers = json.dumps([astuple(one) for one in derived.speakers], ensure_ascii=False)
    (place / "speakers.json").write_text(speakers, encoding="utf-8")
    sums = {file.name: sha256_of(file) for file in sorted(place.iterdir())}
    (place / MANIFEST).write_text(json.dumps(sums, indent=1), encoding="utf-8")
    for written in place.iterdir():
        synchronise(written)
    synchronise(place)
    place.rename(folder / name)
    synchronise(folder)
    return name, sha256_of(folder / name / MANIFEST)


def open_generation(folder: Path, name: str, manifest: str) -> Derived:
    """The generation of that name, mapped into memory.

    Raises DossierError where a file is not as it was written, FileNotFoundError where one is not there.
    """
    place = folder / name
    if sha256_of(place / MANIFEST) != manifest:
        raise damaged(folder, f"{place / MANIFEST} is not as it was written")
    for file, wanted in json.loads((place / MANIFEST).read_text(encoding="utf-8")).items():
        if sha256_of(place / file) != wanted:
            raise damaged(folder, f"{place / file} is not as it was written")

    def array(stem: str) -> NDArray[Any]:
        return np.asarray(np.load(place / f"{stem}.npy", mmap_mode="r", allow_pickle=False))

    def lines(stem: str) -> list[str]:
        text = (place / f"{stem}.txt").read_text(encoding="utf-8")
        return text.split("\n") if text else []

    speakers = json.loads((place / "speakers.json").read_text(encoding="utf-8"))
    return Derived(
        **{kept: array(kept) for kept in ARRAYS},
        dense=DenseIndex.opened(place / DENSE),
        postings=Postings(lines("terms"), **{field: array(stem) for field, stem in OF_POSTINGS.items()}),
        words=tuple(lines("words")),
        names=tuple(lines("names")),
        speakers=tuple(Speaker(*one) for one in speakers),
    )


def remove_other_generations(folder: Path, kept: str | None) -> None:
    """Remove what earlier writers left, finished or not. Only a writer may do so."""
    for place in folder.iterdir():
        if place.name.startswith((PREFIX, UNFINISHED)) and place.name != kept:
            shutil.rmtree(place, ignore_errors=True)  # another system may hold files open; the next writer tries again


def sha256_of(file: Path) -> str:
    """The file's SHA-256, as 64 hex digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def synchronise(path: Path) -> None:
    """Wait until what was written to a file or folder is on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder, and writes its entries through
    number = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
