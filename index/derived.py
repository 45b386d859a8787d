"""What is worked out from a dossier's rows so that it opens and searches fast: vectors, postings, words, speakers.

It is a copy: it may be lost and is made again. Every reader can make it in memory; a writer leaves it in files
(generation.py).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex, Rows
from index.lexical import Postings
from index.rowform import array_of, checksum
from index.schema import damaged
from index.speaker import Speaker
from index.terms import STOPPED


@dataclass(frozen=True, slots=True)
class Derived:
    """See Parts for its fields; documents: the ids of the rows that have passages, in order.

    speakers: each of them; speakers_rows: the rows of their sentences, speaker s's from speakers_starts[s] on.
    """

    documents: Rows
    first_rows: Rows
    starts: NDArray[np.int64]
    dense: DenseIndex
    postings: Postings
    words: tuple[str, ...]
    names: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    speakers_starts: Rows
    speakers_rows: Rows


def derive(connection: sqlite3.Connection, folder: Path) -> Derived:
    """Work it out from the rows. Raises DossierError where one of them is not as it was written."""
    terms = read_terms(connection, folder)
    documents, vectors, starts, postings, sizes = [], [], [], [], []
    written: tuple[list[NDArray[np.int32]], ...] = ([], [], [])
    heard: dict[Speaker, list[int]] = {}
    first = 0
    for row in connection.execute(
        "SELECT s.*, d.passages FROM documents d LEFT JOIN searchable s ON s.document = d.id "
        "WHERE d.same_as IS NULL ORDER BY d.id"
    ):
        cells, wanted = row[:-1], row[-1]
        if checksum(*cells[:-1]) != cells[-1] or len(cells[2]) != 8 * wanted:
            raise damaged(folder, f"what the article in row {cells[0]} is found by is not as it was written")
        documents.append(cells[0])
        sizes.append(wanted)
        vectors.append(array_of(cells[1], np.float32).reshape(wanted or 0, -1 if wanted else 0))
        starts.append(array_of(cells[2], np.int64))
        found = array_of(cells[3], np.int32).reshape(-1, 3)
        postings.append(found + np.array([0, first, 0], np.int32))
        for kept, content in zip(written, cells[4:7], strict=True):
            kept.append(array_of(content, np.int32))
        for *speaker, places in json.loads(cells[7]):
            heard.setdefault(Speaker(*speaker), []).extend(first + place for place in places)
        first += wanted
    words, capitals, small = (np.unique(joined(some, np.int32)) for some in written)
    lines = [np.array(rows, np.int64) for rows in heard.values()]
    try:
        return Derived(
            documents=np.array(documents, np.int64),
            first_rows=np.cumsum([0, *sizes]),
            starts=joined(starts, np.int64),
            dense=DenseIndex.of(np.concatenate([one for one in vectors if len(one)] or [np.zeros((0, 1), np.float32)])),
            postings=sorted_postings(np.concatenate([np.zeros((0, 3), np.int32), *postings]), terms, first),
            words=tuple(sorted(STOPPED.union(terms[number] for number in words.tolist()))),
            names=tuple(sorted(terms[number] for number in np.setdiff1d(capitals, small).tolist())),
            speakers=tuple(heard),
            speakers_starts=np.cumsum([0, *map(len, lines)]),
            speakers_rows=joined(lines, np.int64),
        )
    except KeyError as error:
        raise damaged(folder, f"the word in row {error} is gone") from error


def joined(arrays: list[NDArray[np.int32]] | list[NDArray[np.int64]], kind: type) -> NDArray[np.int64]:
    """The arrays one behind the other; none give an empty one."""
    return np.concatenate([np.zeros(0, kind), *arrays])


def read_terms(connection: sqlite3.Connection, folder: Path) -> Mapping[int, str]:
    """Every term by its number. Raises DossierError where one is not as it was written."""
    terms: dict[int, str] = {}
    for number, term, stored in connection.execute("SELECT id, term, checksum FROM terms"):
        if checksum(number, term) != stored:
            raise damaged(folder, f"the word in row {number} is not as it was written")
        terms[number] = term
    return terms


def sorted_postings(found: NDArray[np.int32], terms: Mapping[int, str], rows: int) -> Postings:
    """The Postings of (term id, row, count) triples, their vocabulary in alphabetical order."""
    used, places = np.unique(found[:, 0], return_inverse=True)
    held = [terms[number] for number in used.tolist()]
    order = sorted(range(len(held)), key=held.__getitem__)
    rank = np.zeros(len(held), np.int64)
    rank[order] = np.arange(len(held))
    renumbered = np.column_stack([rank[places.ravel()], found[:, 1:]])
    return Postings.sorted([held[place] for place in order], renumbered, rows)
