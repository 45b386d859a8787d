"""Documents into a dossier's tables and out of them. Which, when and why is decided in dossier.py."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

import numpy as np

from index.document import Document
from index.indexed import Indexed
from index.parts import speakers_in
from index.rowform import NOTHING, Cell, bytes_of, checksum, corrected, document_of, written_fields, written_sentences
from index.schema import damaged
from index.terms import words

COLUMNS = "id, path, sha256, stated, added, name, fields, text, likeness, same_as, passages, corrected, checksum"


@dataclass(frozen=True, slots=True)
class Row:
    """One file of a dossier and the document read from it: a row of the table `documents`.

    path: where the file lay when it was added, as bytes; what was uploaded lies in the dossier's own folder. sha256: of
    its content. stated: what sources.toml said of it, as JSON. added: when, in UTC. name: the document's id. likeness:
    equal for equal texts; None for one without words. same_as: the id of the row that holds the same text and its
    passages; None where it has its own. corrected: the fields of Document that a person corrected by hand, as JSON;
    they outlast a changed file.
    """

    id: int
    path: bytes
    sha256: str
    stated: str
    added: str
    name: str
    fields: str
    text: str
    likeness: bytes | None
    same_as: int | None
    passages: int
    corrected: str = NOTHING

    @property
    def file(self) -> Path:
        """Where the file lay; relative to the dossier's folder where it was uploaded."""
        return Path(os.fsdecode(self.path))

    def read(self) -> Document:
        """The Document, as this file alone and its sources.toml tell of it."""
        return document_of(self.name, self.text, self.fields)

    def document(self) -> Document:
        """The same, with what was corrected by hand."""
        return corrected(self.read(), self.corrected)


def likeness_of(text: str) -> bytes | None:
    """The same for texts that differ in spacing, marks and capitals only; None for a text without words."""
    found = words(text)
    return hashlib.sha256(" ".join(found).encode()).digest() if found else None


def read_rows(connection: sqlite3.Connection, folder: Path, clause: str = "", *values: Cell) -> list[Row]:
    """The rows that an SQL clause of ours selects, by id. Raises DossierError where one is not as it was written."""
    found = connection.execute(f"SELECT {COLUMNS} FROM documents {clause} ORDER BY id", values)  # noqa: S608
    rows = []
    for cells in found:
        if checksum(*cells[:-1]) != cells[-1]:
            raise damaged(folder, f"the article in row {cells[0]} is not as it was written")
        rows.append(Row(*cells[:-1]))
    return rows


def insert_row(connection: sqlite3.Connection, row: Row) -> None:
    """Store a row whose id no other has."""
    cells = astuple(row)
    marks = ", ".join("?" * (len(cells) + 1))
    connection.execute(f"INSERT INTO documents ({COLUMNS}) VALUES ({marks})", (*cells, checksum(*cells)))  # noqa: S608


def update_row(connection: sqlite3.Connection, row: Row) -> None:
    """Put a row in place of the one with its id."""
    cells = astuple(row)
    setters = ", ".join(f"{column} = ?" for column in COLUMNS.split(", "))
    connection.execute(f"UPDATE documents SET {setters} WHERE id = ?", (*cells, checksum(*cells), row.id))  # noqa: S608


def new_row(connection: sqlite3.Connection, path: bytes, sha256: str, stated: str, document: Document) -> Row:
    """A row for a file, not yet written, with an id and a name that no other row has or had."""
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'documents'").fetchone()
    name, number = document.id, 1
    while connection.execute("SELECT 1 FROM documents WHERE name = ?", (name,)).fetchone():
        number += 1
        name = f"{document.id} ({number})"
    added = datetime.now(UTC).isoformat(timespec="seconds")
    likeness = likeness_of(document.text)
    held = (path, sha256, stated, added, name, written_fields(document), document.text, likeness, None, 0)
    return Row((last[0] if last else 0) + 1, *held)


def write_indexed(connection: sqlite3.Connection, number: int, one: Indexed) -> None:
    """Store all that the document in row `number` is found by, and its passages, in place of those before."""
    for table in ("passages", "searchable"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))  # noqa: S608
    counts = [len(passage.sentences) for passage in one.passages]
    ends = list(accumulate(counts, initial=0))
    for place, passage in enumerate(one.passages):
        vectors = bytes_of(one.sentence_vectors[ends[place] : ends[place + 1]], np.float16)
        cells = (number, place, passage.start, passage.end, written_sentences(passage.sentences), vectors)
        connection.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)", (*cells, checksum(*cells)))
    ids = term_ids(connection, {*one.words, *one.capitals, *one.small, *(t for terms in one.terms for t in terms)})
    postings = [
        (ids[term], place, count) for place, terms in enumerate(one.terms) for term, count in Counter(terms).items()
    ]
    speakers = [(*astuple(speaker), rows.tolist()) for speaker, rows in speakers_in(one.passages).items()]
    held: tuple[Cell, ...] = (
        number,
        bytes_of(one.vectors, np.float32),
        bytes_of(np.array([passage.start for passage in one.passages]), np.int64),
        bytes_of(np.array(postings), np.int32),
        *(bytes_of(np.array([ids[word] for word in sorted(some)]), np.int32) for some in written_in(one)),
        json.dumps(speakers, ensure_ascii=False),
    )
    connection.execute("INSERT INTO searchable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*held, checksum(*held)))


def written_in(one: Indexed) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The sets of words that are stored for a document."""
    return one.words, one.capitals, one.small


def term_ids(connection: sqlite3.Connection, terms: Iterable[str]) -> Mapping[str, int]:
    """The number of each term; one that has none yet is given one."""
    ids: dict[str, int] = {}
    for term in sorted(terms):
        found = connection.execute("SELECT id FROM terms WHERE term = ?", (term,)).fetchone()
        if found is None:
            number = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM terms").fetchone()[0]
            connection.execute("INSERT INTO terms VALUES (?, ?, ?)", (number, term, checksum(number, term)))
            found = (number,)
        ids[term] = found[0]
    return ids
