"""What the processes under test run: a writer with a cheap embedder. The forkserver imports it once, parser and all."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Sequence
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

import numpy as np

from index.dossier import Dossier
from index.embed import Vectors
from index.errors import DossierError
from index.index import Index
from index.intake import incoming
from index.language import english
from index.opened import open_parts
from index.parts import parts_of

FILES = 6


class Letters:
    """An Embedder that counts letters: what is tested is the store."""

    fingerprint = "letters"

    def embed(self, texts: Sequence[str]) -> Vectors:
        counts = [[len(text) % 7 + 0.1, *(text.count(letter) + 0.01 for letter in "etaoinsh")] for text in texts]
        rows = np.array(counts, np.float32).reshape(-1, 9)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class Counted(Letters):
    """Counts the texts that it embeds."""

    texts = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        Counted.texts += len(texts)
        return super().embed(texts)


def processes() -> ForkServerContext:
    """Starts processes in milliseconds, each a fork of one that has this module and its parser loaded."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def text_of(number: int, version: int) -> str:
    """The article in file `number`, as it stands in version `version`."""
    return (
        f"The ferry to Lindholm number {number} sailed {version} times.\n\n"
        f"Captain Eva Lund said that version {version} was the best. She added that fog lay over strait {number}.\n"
    )


def write_files(folder: Path, version: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for number in range(FILES):
        (folder / f"ferry-{number}.txt").write_text(text_of(number, version), encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def add_all(store: Path, sources: Path, limit: int | None = None, told: Any = None, step: Any = None) -> None:
    """Add a folder's files and publish. limit: the size in bytes at which the disk is full, for a file.

    told: a queue that gets the sentence of a DossierError, or "". step: a semaphore, waited for before each file.
    """
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        with Dossier.writing(store, Letters()) as dossier:
            for file in incoming([sources])[0]:
                if step:
                    step.acquire()
                dossier.add(file)
            dossier.publish()
    except DossierError as error:
        if told:
            told.put(str(error))
    else:
        if told:
            told.put("")


def opened(store: Path) -> Index:
    return Index(open_parts(store, Letters.fingerprint))


def all_of(index: Index) -> list[object]:
    """All that an index holds and finds, to be compared."""
    vector = Letters().embed(["How often did the ferry sail?"])[0]
    hits = [(hit.passage, round(hit.score, 5)) for hit in index.search(vector, ["ferri", "lund"], 20)]
    sentences = [np.round(index.cosines(passage, vector)[1], 4).tolist() for passage in index.passages]
    said = {speaker: rows.tolist() for speaker, rows in index.speakers.items()}
    return [list(index.documents), list(index.passages), hits, sentences, list(index.words), index.names, said]


def check(store: Path) -> list[int]:
    """The versions of the files that a dossier holds, in order, once all else of it is as it would be in memory."""
    index = opened(store)
    assert all_of(index) == all_of(Index(parts_of(index.documents, Letters())))
    versions = []
    for document in index.documents:
        number = int(document.id.removeprefix("ferry-"))
        version = int(document.text.split("sailed ")[1].split(" ")[0])
        assert document.text == text_of(number, version).strip()
        versions.append((number, version))
    return [version for _, version in sorted(versions)]


list(english().pipe(["Warm."]))
