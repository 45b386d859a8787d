"""Dossier: one dossier on disk, for the one process that changes it. Reading it is the business of opened.py.

One transaction a file: it is in as a whole, or not at all, whenever the process ends. What was derived is made anew
once, when all files are in; until then readers derive it for themselves.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from index.derived import derive
from index.document import Document
from index.embed import Embedder, default_embedder, fingerprint_of
from index.errors import DossierError
from index.generation import remove_other_generations, write_generation
from index.indexed import Indexed, Tick, indexed
from index.intake import Incoming, read_incoming, sha256_of
from index.lock import locked
from index.place import STORE, sweep
from index.rowform import NOTHING, corrected, written, written_fields
from index.schema import changed, connected, create, explained, gone, read_state, transaction, write_state
from index.store import Row, insert_row, likeness_of, new_row, read_rows, update_row, write_indexed
from index.uploads import discard

Change = Literal["added", "replaced", "corrected", "unchanged", "left out"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file did.

    document: what was read; None where it was left out. same_as: the id of another document with the same text, which
    stands for both; None where there is none. problem: why it was left out, or what to put right, in a sentence.
    """

    path: Path
    change: Change
    document: Document | None
    passages: int
    same_as: str | None
    problem: str | None = None


class Dossier:
    """A dossier that is open for changes; made by `writing`."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, embedder: Embedder | None) -> None:
        self.folder = folder
        self._connection = connection
        self._given = embedder
        self._model = fingerprint_of(embedder)

    @classmethod
    @contextmanager
    def writing(cls, folder: Path, embedder: Embedder | None = None, *, make: bool = True) -> Iterator[Dossier]:
        """The dossier in `folder`; make: whether it is made where there is none.

        embedder: None stands for the default one, loaded at need. Raises DossierError where another process is changing
        it, or has removed it, and as read_state does.
        """
        model = fingerprint_of(embedder)
        with ExitStack() as stack:
            with explained(folder):
                folder.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(folder))
                sweep(folder.parent)
                if not make and not (folder / STORE).exists():
                    raise gone(folder)
                folder.mkdir(exist_ok=True)
                connection = connected(folder)
                stack.callback(connection.close)
                create(connection, model)
                read_state(connection, folder, model)
            yield cls(folder, connection, embedder)

    def add(self, one: Incoming, tick: Tick | None = None) -> Added:
        """Add a file, or put it in place of what was read from it; a file that cannot be read changes nothing.

        tick: as in `indexed`.
        """
        path = one.identity
        held = self._row("WHERE path = ?", path)
        try:
            sha256 = sha256_of(one)
            if held and (held.sha256, held.stated) == (sha256, one.stated):
                return self._told(one.path, "unchanged", held)
            document, unclear = read_incoming(one)
            if sha256_of(one) != sha256:
                raise DossierError(f"{one.shown} was left out: it changed while it was read. Add it again.")
        except DossierError as error:
            return Added(one.path, "left out", None, 0, None, str(error))
        if held:
            row = replace(held, sha256=sha256, stated=one.stated, fields=written_fields(document))
            if held.text == document.text and held.document().title == row.document().title:
                self._update(row)
                return self._told(one.path, "corrected", row, unclear)
        row = self.put(path, sha256, one.stated, document, tick)
        return self._told(one.path, "replaced" if held else "added", row, unclear)

    def correct(self, path: bytes, by_hand: Mapping[str, Any]) -> Row:
        """Say by hand what the article from a path is called and where it comes from; only a new title embeds it again.

        by_hand: fields of Document; they take the place of those corrected before, and outlast a changed file. {}: as
        the file has it. Raises DossierError where nothing was read from that path.
        """
        held = self._row("WHERE path = ?", path)
        if held is None:
            raise DossierError(f"The dossier {self.folder.name!r} does not hold that article any more.")
        row = replace(held, corrected=written(by_hand))
        again = row.same_as is None and row.document().title != held.document().title
        made = indexed([row.document()], self._embedder)[0] if again else None
        self._update(row, made)
        return row

    def put(self, path: bytes, sha256: str, stated: str, document: Document, tick: Tick | None = None) -> Row:
        """Store a document in place of the one that was read from the same path, if there is one; see Row.

        document: as its file tells of it; what was corrected by hand stays so.
        """
        alike = likeness_of(document.text)
        held = self._row("WHERE path = ?", path)
        by_hand = held.corrected if held else NOTHING
        heir = self._heir_of(held)
        first = self._row("WHERE likeness = ? AND same_as IS NULL AND path <> ?", alike, path)
        if heir and heir[0].likeness == alike:
            first = heir[0]  # it takes the place of what is replaced, and holds this text too
        made = None if first else indexed([corrected(document, by_hand)], self._embedder, tick)[0]
        with explained(self.folder), transaction(self._connection):
            self._drop(held, heir)
            row = new_row(self._connection, path, sha256, stated, document)
            passages = len(made.passages) if made else 0
            row = replace(row, same_as=first.id if first else None, passages=passages, corrected=by_hand)
            insert_row(self._connection, row)
            if made:
                write_indexed(self._connection, row.id, made)
            self._change()
        return row

    def remove(self, path: bytes) -> None:
        """Take out what was read from a path. Where others hold the same text, the first of them takes its place."""
        row = self._row("WHERE path = ?", path)
        heir = self._heir_of(row)
        with explained(self.folder), transaction(self._connection):
            self._drop(row, heir)
            self._change()
        if row:
            with explained(self.folder):
                discard(self.folder, row.file)

    def rows(self) -> list[Row]:
        """All files, in the order in which they were added."""
        return self._rows()

    def publish(self) -> None:
        """Derive what searching needs, unless it is at hand, and leave it in files for those who open the dossier."""
        with explained(self.folder):
            state = read_state(self._connection, self.folder, self._model)
            if state.generated != state.revision:
                name, manifest = write_generation(self.folder, derive(self._connection, self.folder))
                state = replace(state, generation=name, generated=state.revision, manifest=manifest)
                with transaction(self._connection):
                    write_state(self._connection, state)
            remove_other_generations(self.folder, state.generation)

    @cached_property
    def _embedder(self) -> Embedder:
        return self._given or default_embedder()

    def _rows(self, clause: str = "", *values: str | bytes | int | None) -> list[Row]:
        with explained(self.folder):
            return read_rows(self._connection, self.folder, clause, *values)

    def _row(self, clause: str, *values: str | bytes | int | None) -> Row | None:
        return next(iter(self._rows(clause, *values)), None)

    def _update(self, row: Row, made: Indexed | None = None) -> None:
        """Put a row in place of the one with its id, and what it is found by, where that is another too."""
        with explained(self.folder), transaction(self._connection):
            update_row(self._connection, row)
            if made:
                write_indexed(self._connection, row.id, made)
            self._change()

    def _told(self, path: Path, change: Change, row: Row, unclear: str | None = None) -> Added:
        first = self._row("WHERE id = ?", row.same_as)
        return Added(path, change, row.document(), row.passages, first.name if first else None, unclear)

    def _heir_of(self, row: Row | None) -> tuple[Row, Indexed] | None:
        """Who takes the place of a row as the one that has passages: the first other with its text, indexed."""
        heirs = self._rows("WHERE same_as = ?", row.id) if row else []
        return (heirs[0], indexed([heirs[0].document()], self._embedder)[0]) if heirs else None

    def _drop(self, row: Row | None, heir: tuple[Row, Indexed] | None) -> None:
        """Take a row out, within a transaction, and put its heir in its place."""
        if row:
            self._connection.execute("DELETE FROM documents WHERE id = ?", (row.id,))
        if row and heir:
            first, made = heir
            for other in read_rows(self._connection, self.folder, "WHERE same_as = ?", row.id):
                update_row(self._connection, replace(other, same_as=first.id))
            update_row(self._connection, replace(first, same_as=None, passages=len(made.passages)))
            write_indexed(self._connection, first.id, made)

    def _change(self) -> None:
        changed(self._connection, read_state(self._connection, self.folder, self._model))
