"""A dossier on disk -> Parts for an Index: arrays are mapped into memory, passages are read when they are asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar, overload

import numpy as np

from index.derived import Derived, derive
from index.document import Document
from index.errors import DossierError
from index.generation import open_generation
from index.indexed import Halves
from index.lexical import LexicalIndex
from index.parts import Parts
from index.passage import Passage
from index.place import STORE
from index.rowform import array_of, checksum, passage_of
from index.schema import State, connected, damaged, digest_of, explained, gone, read_state
from index.store import Row, read_rows

T = TypeVar("T")
#: Passages that stay in memory once they were read; a question reads about a dozen.
KEPT = 1_000
#: How often it is tried to open the newest generation, where writers go on replacing it.
TRIES = 5


class Lazy(Sequence[T], Generic[T]):
    """A sequence whose items are read when they are asked for; the last KEPT stay."""

    def __init__(self, size: int, read: Callable[[int], T]) -> None:
        self._size = size
        self._read = lru_cache(maxsize=KEPT)(read)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self._read(one) for one in range(*place.indices(self._size))]
        if not -self._size <= place < self._size:
            raise IndexError(place)
        return self._read(int(place) % self._size)


def open_parts(folder: Path, model: str) -> Parts:
    """The Parts of the dossier in `folder`, as its last finished change left it; what comes after is not seen.

    model: the fingerprint of the embedding model in use.
    Raises DossierError where anything is damaged, of another format or of another model.
    """
    if not (folder / STORE).is_file():
        raise DossierError(f"There is no dossier in {folder}. Make one with `python -m qa add FILE-OR-FOLDER`.")
    with explained(folder):
        for _ in range(TRIES):
            connection = connected(folder)
            try:
                connection.execute("BEGIN")  # from here on the connection sees one state, whoever writes
                state = read_state(connection, folder, model)
                return parts_of_state(connection, folder, state, derived_of(connection, folder, state))
            except FileNotFoundError as error:  # a writer has replaced the generation meanwhile, or somebody removed it
                missing = error
                connection.close()
            except BaseException:
                connection.close()
                raise
    raise damaged(folder, f"{missing.filename} is missing") if folder.exists() else gone(folder)


def state_in(folder: Path) -> State:
    """What the dossier in `folder` holds now, in a word. Raises DossierError as rows_in."""
    with explained(folder), closing(connected(folder)) as connection:
        return read_state(connection, folder, None)


def identity_in(folder: Path) -> tuple[int, int]:
    """Other numbers for every dossier, whatever it is called. Raises DossierError where it is gone."""
    with explained(folder):
        found = (folder / STORE).stat()
    return found.st_dev, found.st_ino


def rows_in(folder: Path) -> list[Row]:
    """All files of the dossier in `folder`, whichever model it was indexed with. Raises DossierError as open_parts."""
    with explained(folder), closing(connected(folder)) as connection:
        read_state(connection, folder, None)
        return read_rows(connection, folder)


def derived_of(connection: sqlite3.Connection, folder: Path, state: State) -> Derived:
    """What was derived at this state: from its files or, where a writer has not come to that, made in memory."""
    if state.generation and state.manifest and state.generated == state.revision:
        return open_generation(folder, state.generation, state.manifest)
    if (state.generated or 0) > state.revision:
        raise damaged(folder, "articles that were stored are gone")
    return derive(connection, folder)


def parts_of_state(connection: sqlite3.Connection, folder: Path, state: State, derived: Derived) -> Parts:
    """The Parts of what a connection sees; the articles are read at once, for every `where` looks at them."""
    if digest_of(connection, "NOT INDEXED") != state.digest:
        raise damaged(folder, "articles that were stored are gone, or come back")
    rows = read_rows(connection, folder)
    documents = documents_of(rows)
    kept = [row for row in rows if row.same_as is None]
    if [row.id for row in kept] != derived.documents.tolist():
        raise damaged(folder, "its articles and what they are found by do not belong together")
    if [row.passages for row in kept] != np.diff(derived.first_rows).tolist():
        raise damaged(folder, "its articles and their passages do not belong together")
    held = Stored(connection, folder, documents, derived)
    bounds = derived.speakers_starts
    return Parts(
        documents=documents,
        first_rows=derived.first_rows,
        passages=Lazy(len(derived.starts), held.passage),
        starts=derived.starts,
        sentence_vectors=Lazy(len(derived.starts), held.vectors),
        dense=derived.dense,
        lexical=LexicalIndex(derived.postings),
        words=derived.words,
        names=frozenset(derived.names),
        speakers={
            speaker: derived.speakers_rows[bounds[number] : bounds[number + 1]]
            for number, speaker in enumerate(derived.speakers)
        },
    )


def documents_of(rows: Sequence[Row]) -> tuple[Document, ...]:
    """The documents that have passages, in order, each with who printed the same."""
    others: dict[int, list[Document]] = defaultdict(list)
    for row in rows:
        if row.same_as is not None:
            others[row.same_as].append(row.document())
    found = []
    for own, row in ((row.document(), row) for row in rows if row.same_as is None):
        same = others.get(row.id, ())
        also = dict.fromkeys(one.outlet for one in same if one.outlet and one.outlet != own.outlet)
        copies = dict.fromkeys(one.url or one.id for one in same if not one.outlet)
        copies.pop(own.url or "", None)
        found.append(replace(own, also=tuple(also), copies=tuple(copies)) if same else own)
    return tuple(found)


class Stored:
    """Reads passages by their rows, over one connection that several threads may share."""

    def __init__(
        self, connection: sqlite3.Connection, folder: Path, documents: Sequence[Document], derived: Derived
    ) -> None:
        self._connection, self._folder, self._documents = connection, folder, documents
        self._numbers, self._first_rows = derived.documents, derived.first_rows
        self._width = derived.dense.width
        self._lock = Lock()

    def passage(self, row: int) -> Passage:
        place, (_, _, start, end, sentences, _) = self._cells(row)
        return passage_of(self._documents[place], start, end, sentences)

    def vectors(self, row: int) -> Halves:
        """The unit vectors of the sentences in the passage of that row."""
        content = self._cells(row)[1][-1]
        return array_of(content, np.float16).reshape(-1, self._width)

    def _cells(self, row: int) -> tuple[int, Any]:
        """The number of the document of a row, and the cells of its passage."""
        place = int(np.searchsorted(self._first_rows, row, side="right")) - 1
        key = (int(self._numbers[place]), row - int(self._first_rows[place]))
        with self._lock, explained(self._folder):
            found = self._connection.execute("SELECT * FROM passages WHERE document = ? AND number = ?", key).fetchone()
        if found is None or found[:2] != key or checksum(*found[:-1]) != found[-1]:
            raise damaged(self._folder, f"passage {key[1] + 1} of the article in row {key[0]} is not as it was written")
        return place, found[:-1]
