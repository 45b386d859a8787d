"""The tables of a dossier on disk, how its SQLite file is opened, and the state that says what it holds.

SQLite keeps what is the truth. What searching needs besides is worked out from it (derived.py) and may be lost.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import DossierError
from index.place import STORE, account_of
from index.rowform import checksum

#: Raised with every change of the tables, or of what is worked out when an article is read.
FORMAT = 2
TABLES = """
CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1), format INTEGER, model TEXT, revision INTEGER, digest BLOB,
    generation TEXT, generated INTEGER, manifest TEXT, checksum BLOB);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB UNIQUE NOT NULL, sha256 TEXT, stated TEXT, added TEXT,
    name TEXT UNIQUE NOT NULL, fields TEXT, text TEXT, likeness BLOB, same_as INTEGER, passages INTEGER,
    corrected TEXT, checksum BLOB);
CREATE INDEX likenesses ON documents (likeness);
CREATE INDEX copies ON documents (same_as);
CREATE INDEX checksums ON documents (id, checksum);
CREATE TABLE passages (
    document INTEGER REFERENCES documents ON DELETE CASCADE, number INTEGER, start INTEGER, end INTEGER,
    sentences TEXT, vectors BLOB, checksum BLOB, PRIMARY KEY (document, number));
CREATE TABLE searchable (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, vectors BLOB, starts BLOB, postings BLOB,
    words BLOB, capitals BLOB, small BLOB, speakers TEXT, checksum BLOB);
CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT UNIQUE NOT NULL, checksum BLOB);
"""
#: What the system says of a disk, a quota or a file that has reached its size.
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
#: With the largest rows, passages of about 7 kB, two of them fit a page of this size.
PAGE_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class State:
    """What a dossier holds, as its one row of `state` says.

    model: the fingerprint of the embedding model. revision: raised by every change. digest: over the checksums of all
    documents. generation: the folder of what was derived, at the revision
    `generated`, with the SHA-256 of its list of files `manifest`; all three None where nothing is derived yet.
    """

    format: int
    model: str
    revision: int
    digest: bytes
    generation: str | None = None
    generated: int | None = None
    manifest: str | None = None

    @property
    def held(self) -> tuple[int, bytes]:
        """What changes with the articles it holds."""
        return self.revision, self.digest

    @property
    def published(self) -> bool:
        """Whether what searching needs is at hand; while files are being added, it is not yet."""
        return self.generated == self.revision

    def cells(self) -> tuple[str | bytes | int | None, ...]:
        """The fields in the order of the table's columns."""
        held = (self.format, self.model, self.revision, self.digest)
        return (*held, self.generation, self.generated, self.manifest)


def damaged(folder: Path, what: str) -> DossierError:
    """The DossierError for a part of a dossier that is not what was stored."""
    return DossierError(
        f"The dossier {folder.name!r} is damaged: {what}. Nothing was answered from it. "
        f"Run {rebuild_command(folder)} to build it again from its articles."
    )


def rebuild_command(folder: Path) -> str:
    """What builds the dossier in a folder again, to be typed into a shell of the computer that it lies on."""
    account = account_of(folder)
    whose = f" --account {account}" if account else ""
    return f"`python -m qa rebuild --dossier {folder.name!r}{whose}`"


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turns what SQLite or the disk raises inside into a DossierError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        if not folder.exists():
            raise gone(folder) from error
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_SHM")):
            raise full(folder) from error
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise busy(folder) from error
        if code.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
            raise closed(folder, error) from error
        raise damaged(folder, f"SQLite says {error}") from error
    except UnicodeDecodeError as error:  # what SQLite says of a damaged table may quote its damaged name
        raise damaged(folder, "SQLite cannot read its tables") from error
    except OSError as error:
        if error.errno in FULL:
            raise full(folder, error.strerror or "") from error
        raise closed(folder, error) from error


def closed(folder: Path, error: Exception) -> DossierError:
    """The DossierError for a folder that does not let us in, or is not there."""
    if isinstance(error, FileNotFoundError) and not folder.exists():
        return gone(folder)
    return DossierError(
        f"The dossier {folder.name!r} cannot be opened ({error}). Check that you may read and write in {folder}."
    )


def gone(folder: Path) -> DossierError:
    """The DossierError for a dossier that was there a moment ago."""
    return DossierError(f"There is no dossier {folder.name!r} any more: it was renamed or deleted. Choose another.")


def full(folder: Path, reason: str = "") -> DossierError:
    """The DossierError for a disk that takes no more."""
    told = f" ({reason})" if reason else ""
    return DossierError(
        f"The dossier {folder.name!r} could not be written{told}: the disk is full or refuses to write. "
        "What was added before is kept. Free some space and try again."
    )


def busy(folder: Path) -> DossierError:
    """The DossierError for a second writer."""
    return DossierError(
        f"Another process is changing the dossier {folder.name!r}. Wait until it is done and try again; "
        "questions can be asked meanwhile."
    )


def connected(folder: Path) -> sqlite3.Connection:
    """A connection to the dossier in a folder; transactions are begun and ended by hand.

    The write-ahead log lets readers keep the state they began with while one process writes. It is synchronised at
    every commit, so that a file that was reported as added outlives a power cut too.
    """
    connection = sqlite3.connect(folder / STORE, isolation_level=None, check_same_thread=False, timeout=10)
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written inside, or, where anything is raised, nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise


def create(connection: sqlite3.Connection, model: str) -> None:
    """Make the tables of an empty dossier, where there are none."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone():
        return
    with transaction(connection):
        for statement in TABLES.split(";\n"):
            connection.execute(statement)
        write_state(connection, State(FORMAT, model, 0, digest_of(connection)))


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Put the state in place of the one before."""
    cells = state.cells()
    marks = ", ".join("?" * (len(cells) + 1))
    connection.execute(f"INSERT OR REPLACE INTO state VALUES (1, {marks})", (*cells, checksum(*cells)))  # noqa: S608


def changed(connection: sqlite3.Connection, state: State) -> State:
    """The state after a change, which is written; called within the transaction that made it."""
    after = replace(state, revision=state.revision + 1, digest=digest_of(connection))
    write_state(connection, after)
    return after


def digest_of(connection: sqlite3.Connection, by: str = "INDEXED BY checksums") -> bytes:
    """SHA-256 over the checksums of all documents: a row that is lost, or comes back, changes it.

    by: what is read; the index is a hundredth of the size of the table, "NOT INDEXED" reads the table itself.
    """
    rows = connection.execute(f"SELECT checksum FROM documents {by} ORDER BY id")  # noqa: S608
    return checksum(*(row[0] for row in rows))


def read_state(connection: sqlite3.Connection, folder: Path, model: str | None) -> State:
    """The state of the dossier. Raises DossierError where it is damaged, of another format or of another model.

    model: the fingerprint of the one in use; None: whichever it is, nothing is compared.
    """
    if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise DossierError(f"The dossier {folder.name!r} is empty. Run `python -m qa add FILE-OR-FOLDER` to fill it.")
    row = connection.execute("SELECT * FROM state").fetchone()
    if row is None:
        raise damaged(folder, "nothing says what it holds")
    rebuild = f"Run {rebuild_command(folder)}: its articles are read again, none is lost."
    if row[1] != FORMAT:
        raise DossierError(
            f"The dossier {folder.name!r} was stored by another version of this program (format {row[1]}, "
            f"this is format {FORMAT}). {rebuild}"
        )
    if checksum(*row[1:-1]) != row[-1]:
        raise damaged(folder, "the row that says what it holds is not as it was written")
    state = State(*row[1:-1])
    if model is not None and state.model != model:
        raise DossierError(
            f"The dossier {folder.name!r} was indexed with another embedding model than the one in use; their vectors "
            f"cannot be compared. Use that model again, or: {rebuild}"
        )
    return state
