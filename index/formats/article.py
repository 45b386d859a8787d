"""Article: what a reader of some format takes out of a file, before it is a Document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.document import Place
from index.errors import DossierError

#: Control characters, soft hyphens and zero-width spaces are never part of a word; tab and line feed are white space.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff]")
#: Half a surrogate pair: no encoding can store it.
SURROGATE = re.compile("[\ud800-\udfff]")
LIGATURES = str.maketrans(
    {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
)


class UnreadableError(DossierError):
    """Why a file is left out, as words that go on from "report.pdf was left out: ", with a full stop."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, not blank, without blank lines. places: offsets into `text` from which on a label holds."""

    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What a file holds. Unknown is "" for the title and None for the rest.

    published: the date as the file states it, in ISO form where the format prescribes that.
    notes: a whole sentence for each part that could not be read.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """`text` on one line: ligatures spelt out, invisible characters dropped, white space of any kind one space."""
    plain = SURROGATE.sub("\ufffd", INVISIBLE.sub("", text.translate(LIGATURES)))
    return " ".join(plain.split())


def known(text: str | None) -> str | None:
    """`text` tidied, or None where it says nothing."""
    return tidy(text or "") or None


def named(author: str | None, paragraphs: Iterable[Paragraph]) -> str | None:
    """The author whom a file's properties state, where its text names them too; else None.

    What office programs fill in by themselves is whose computer it was.
    """
    name = known(author)
    if name is None:
        return None
    return name if any(name.casefold() in paragraph.text.casefold() for paragraph in paragraphs) else None


def joined(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Place, ...]]:
    """The paragraphs as one text, parted by blank lines, and the places in it, each stated where it changes.

    The label "" ends the one before, where a paragraph without a place follows.
    """
    texts: list[str] = []
    places: list[Place] = []
    length = 0
    for paragraph in paragraphs:
        for place in paragraph.places or (Place(0, ""),):
            if place.label != (places[-1].label if places else ""):
                places.append(Place(length + place.start, place.label))
        texts.append(paragraph.text)
        length += len(paragraph.text) + 2
    return "\n\n".join(texts), tuple(places)
