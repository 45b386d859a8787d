"""What stands in a dossier's rows: sentences as JSON, vectors as bytes, and the checksum that every row carries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from index.document import Document, Place
from index.passage import Passage
from index.sentence import Entity, Sentence
from index.speaker import Speaker

Cell = str | bytes | int | None
#: No field is stated, as `written` has it.
NOTHING = "{}"
#: Fields of a Document that stand in columns of their own, or are worked out from other rows.
NOT_STATED = frozenset({"id", "text", "also", "copies"})


def checksum(*cells: Cell) -> bytes:
    """SHA-256 over the cells, their kinds and their lengths, so that no two rows share one by chance."""
    parts: list[bytes] = []
    for cell in cells:
        content = cell if isinstance(cell, bytes) else str(cell).encode()
        parts += (f"{type(cell).__name__}{len(content)}:".encode(), content)
    return hashlib.sha256(b"".join(parts)).digest()


def written_sentences(sentences: Sequence[Sentence]) -> str:
    """The sentences as JSON: a list each, its fields in order, entities and speaker as lists too."""
    return json.dumps([astuple(one) for one in sentences], ensure_ascii=False, separators=(",", ":"))


def read_sentences(written: str) -> tuple[Sentence, ...]:
    """The sentences that `written_sentences` wrote."""
    return tuple(
        Sentence(
            start,
            end,
            tuple(terms),
            tuple(Entity(tuple(named), label) for named, label in entities),
            leans,
            quoting,
            whole,
            Speaker(*speaker) if speaker else None,
        )
        for start, end, terms, entities, leans, quoting, whole, speaker in json.loads(written)
    )


def passage_of(document: Document, start: int, end: int, sentences: str) -> Passage:
    """The Passage that a row tells of."""
    return Passage(document, start, end, read_sentences(sentences))


def bytes_of(array: NDArray[Any], kind: DTypeLike) -> bytes:
    """The array's numbers, little end first."""
    return np.ascontiguousarray(array, np.dtype(kind).newbyteorder("<")).tobytes()


def array_of(content: bytes, kind: DTypeLike) -> NDArray[Any]:
    """The numbers that `bytes_of` wrote, in one row."""
    return np.frombuffer(content, np.dtype(kind).newbyteorder("<"))


def written_fields(document: Document) -> str:
    """What is known of the document beside its id and text, as JSON; the date as YYYY-MM-DD."""
    held = {one.name: getattr(document, one.name) for one in fields(Document) if one.name not in NOT_STATED}
    held["places"] = [astuple(place) for place in document.places]
    return json.dumps(held, default=date.isoformat, ensure_ascii=False)


def document_of(name: str, text: str, stated: str) -> Document:
    """The Document that a row tells of; `name` is its id, `stated` what `written_fields` wrote."""
    held = json.loads(stated)
    held["published"] = held["published"] and date.fromisoformat(held["published"])
    held["places"] = tuple(Place(*place) for place in held["places"])
    return Document(id=name, text=text, **held)


def written(stated: Mapping[str, Any]) -> str:
    """What a sources.toml, or a person, states of a file, as JSON."""
    return json.dumps(stated, default=date.isoformat, sort_keys=True, ensure_ascii=False)


def stated_of(written: str) -> dict[str, Any]:
    """The fields that `written` wrote."""
    fields: dict[str, Any] = json.loads(written)
    if fields.get("published"):
        fields["published"] = date.fromisoformat(fields["published"])
    return fields


def corrected(document: Document, by_hand: str) -> Document:
    """The document with the fields that a person corrected, as `written` has them."""
    return document if by_hand == NOTHING else replace(document, **stated_of(by_hand))
