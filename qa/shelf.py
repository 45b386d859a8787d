"""Shelf: the stored dossiers of one person, for a page that lists, fills, corrects and asks them.

It gives data only. The command line (keeping.py) changes the same dossiers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from index.dossier import Dossier
from index.embed import Embedder
from index.errors import DossierError
from index.opened import rows_in
from index.place import dossiers, existing, home_of, place_of, recovered
from index.schema import explained
from index.store import Row
from index.uploads import keep, uploaded
from index.whole import delete, rename
from qa.assistant import Assistant
from qa.drop import ARTICLES, DOSSIERS, Result, check
from qa.latest import Latest
from qa.typed import day_of, name_of, tidy

#: Seconds to wait for whoever is changing the same dossier before a correction is refused.
PATIENCE = 3.0
ADDING = "Files are being added to this dossier. Try again when they are in."


@dataclass(frozen=True, slots=True)
class Article:
    """An article in a list.

    id: that of its Document. added: the day, in UTC. same_as: the id of another one with the same text.
    title, outlet, published, author: as corrected; corrected: whether any of it was corrected by hand.
    """

    id: str
    title: str
    outlet: str | None
    published: date | None
    author: str | None
    passages: int
    added: date
    same_as: str | None
    corrected: bool


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was uploaded to `path`, and what its owner calls it, which is never a path to anything."""

    path: Path
    name: str


class Shelf:
    """The dossiers of one account; several threads may use it. All that it raises is a DossierError."""

    def __init__(self, account: str | None, latest: Latest, embedder: Embedder | None = None) -> None:
        """account: None stands for the user of this computer. latest: may be shared by several shelves."""
        self._home = home_of(account)
        self._latest = latest
        self._embedder = embedder
        self._changing: defaultdict[str, Lock] = defaultdict(Lock)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the dossiers, sorted."""
        return dossiers(self._home)

    def create(self, name: str) -> str:
        """Make an empty dossier; its name, without what stands around it."""
        name = name_of(name)
        folder, names = recovered(place_of(name, self._home)), self.names
        if name.casefold() in map(str.casefold, names):
            raise DossierError(f"There is a dossier {name!r} already. Choose another name.")
        if len(names) >= DOSSIERS:
            raise DossierError(f"There are {DOSSIERS} dossiers, which is as many as there can be here.")
        with Dossier.writing(folder, self._embedder) as made:
            made.publish()
        return name

    def rename(self, name: str, new: str) -> str:
        """Give a dossier another name; that name, without what stands around it."""
        new = name_of(new)
        with self._alone(name) as place:
            rename(place, place_of(new, self._home))
        return new

    def delete(self, name: str, confirmed: int | None) -> None:
        """Delete a dossier, with the copies of files in it; confirmed: how many articles it was seen to hold."""
        with self._alone(name) as place:
            delete(place, confirmed)

    def articles(self, name: str) -> tuple[Article, ...]:
        """The articles of a dossier, in the order in which they were added."""
        rows = rows_in(self._place(name))
        names = {row.id: row.name for row in rows}
        return tuple(article_of(row, names) for row in rows)

    def open(self, name: str) -> Assistant:
        """The Assistant of a dossier, with all that was added."""
        return self._latest.of(self._place(name))

    def add(self, name: str, uploads: Iterable[Upload]) -> Iterator[Result]:
        """Add uploaded files, and give what became of each as soon as it is in; the uploads themselves are removed.

        Who stops listening stops the adding, and what is in by then stays.
        """
        files = list(uploads)
        try:
            check([one.path.stat().st_size for one in files if one.path.exists()])
            with self._writing(name, patience=-1) as held:
                room = ARTICLES - len(held.rows())
                try:
                    for one in files:
                        result = added(held, one) if room > 0 else no_room(one)
                        room -= result.change == "added"
                        yield result
                finally:
                    held.publish()
        finally:
            for one in files:
                one.path.unlink(missing_ok=True)

    def correct(self, name: str, article: str, title: str, outlet: str, published: str) -> None:
        """Say by hand what an article is called and where it comes from; an empty text says that it is not known.

        What is as its file has it does not count as corrected. published: a day in any usual form.
        """
        day = day_of(published)
        with self._writing(name) as held:
            row = row_of(held, article)
            read = row.read()
            typed = {"title": tidy(title), "outlet": tidy(outlet) or None, "published": day}
            held.correct(row.path, {field: said for field, said in typed.items() if said != getattr(read, field)})
            held.publish()

    def remove(self, name: str, article: str) -> None:
        """Take an article out of a dossier, and the copy of its file that was uploaded."""
        with self._writing(name) as held:
            held.remove(row_of(held, article).path)
            held.publish()

    @contextmanager
    def _writing(self, name: str, patience: float = PATIENCE) -> Iterator[Dossier]:
        """The dossier, for changes of its articles; patience: as in _turn."""
        with self._turn(name, patience) as place, Dossier.writing(place, self._embedder, make=False) as held:
            yield held

    @contextmanager
    def _alone(self, name: str) -> Iterator[Path]:
        """The folder of a dossier that is not kept open here."""
        with self._turn(name, PATIENCE) as place:
            self._latest.forget(place)
            yield place

    @contextmanager
    def _turn(self, name: str, patience: float) -> Iterator[Path]:
        """The folder of a dossier that no other thread changes; patience: seconds to wait for it, -1: for ever."""
        place = self._place(name)
        lock = self._changing[name]
        if not lock.acquire(timeout=patience):
            raise DossierError(ADDING)
        try:
            yield place
        finally:
            lock.release()

    def _place(self, name: str) -> Path:
        try:
            return existing(name, self._home)
        except DossierError as error:
            raise DossierError(f"There is no dossier {name!r} here. Choose another.") from error


def article_of(row: Row, names: dict[int, str]) -> Article:
    """A row as it is listed; names: of all rows, by their ids."""
    told = row.document()
    same_as = names.get(row.same_as) if row.same_as else None
    return Article(
        told.id,
        told.title,
        told.outlet,
        told.published,
        told.author,
        row.passages,
        date.fromisoformat(row.added[:10]),
        same_as,
        told != row.read(),
    )


def added(held: Dossier, one: Upload) -> Result:
    """What became of an uploaded file."""
    incoming = uploaded(one.path, one.name)
    found = held.add(incoming)
    if found.document:
        with explained(held.folder):
            keep(held.folder, incoming)
    return Result(incoming.shown, found.change, found.passages, found.same_as, found.problem)


def no_room(one: Upload) -> Result:
    """What is said of a file that would be one too many."""
    name = uploaded(one.path, one.name).shown
    problem = f"{name} was left out: a dossier holds {ARTICLES:,} articles at most. Make another one for the rest."
    return Result(name, "left out", problem=problem)


def row_of(held: Dossier, article: str) -> Row:
    """The row of the article with that id."""
    for row in held.rows():
        if row.name == article:
            return row
    raise DossierError("That article is not in the dossier any more.")


def checked_account(name: str) -> str:
    """The name of an account. Raises DossierError where it cannot be one."""
    home_of(name)
    return name
