"""Document: one article, and what is known of its origin. How it is read from a file stands in read.py."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from index.errors import DossierError

#: What stands for an outlet that is not known, wherever a reader would look for its name.
NOT_STATED = "outlet not stated"


@dataclass(frozen=True, slots=True)
class Place:
    """From the offset `start` of an article's text on, where its source has it: "page 12"; "" is not known."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    id: unique in its dossier.
    title: the headline, or "" where there is none.
    text: the article without page furniture, its paragraphs parted by a blank line.
    outlet, published, author, url: where the article comes from; None is "not known", never a guess.
    places: by rising offset, the pages, chapters or headings of its source; empty where the format has none.
    also: other outlets that printed the same text. copies: where it also stands without an outlet that is known: the
        addresses, or the files.

    Raises DossierError where a text holds half a surrogate pair, which no encoding can store.
    """

    id: str
    title: str
    text: str
    outlet: str | None = None
    published: date | None = None
    author: str | None = None
    url: str | None = None
    places: tuple[Place, ...] = field(default=(), hash=False)
    also: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for part in (
            self.id,
            self.title,
            self.text,
            self.outlet,
            self.author,
            self.url,
            *self.same_text,
            *(one.label for one in self.places),
        ):
            if part and not is_unicode(part):
                raise DossierError(
                    f"The document {self.id!a} holds characters that are not valid Unicode "
                    "(half a surrogate pair). Decode its source again, with errors replaced."
                )

    @property
    def outlets(self) -> tuple[str, ...]:
        """Its outlet and who printed the same, each once, NOT_STATED for who is not known; never empty."""
        unknown = (NOT_STATED,) if self.copies else ()
        return tuple(dict.fromkeys((self.outlet or NOT_STATED, *self.also, *unknown)))

    @property
    def same_text(self) -> tuple[str, ...]:
        """Where else its text stands: outlets, then addresses or files."""
        return (*self.also, *self.copies)

    @property
    def printed_by(self) -> str:
        """Its outlet, and where else its text stands, with the unknown named as such."""
        same = f" (the same text: {', '.join(self.same_text)})" if self.same_text else ""
        return f"{self.outlet or NOT_STATED}{same}"

    @property
    def origin(self) -> str:
        """Outlet (and who printed the same) · date · headline, with the unknown named as such."""
        published = f"{self.published.day} {self.published:%B %Y}" if self.published else "undated"
        return " · ".join((self.printed_by, published, self.title or "no headline"))

    def place(self, offset: int) -> str | None:
        """Where in the source the text at `offset` stands, such as "page 12"; None where that is not known."""
        before = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[before - 1].label or None if before else None


def is_unicode(text: str) -> bool:
    """True where `text` can be encoded, that is, holds no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
