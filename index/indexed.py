"""Document -> Indexed: all that searching needs of one document, whether it is kept in memory or in a dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.document import Document
from index.embed import Embedder, Vectors
from index.passage import Passage, passages
from index.terms import terms, words, written

#: Vectors of sentences in half precision: they are only compared, and their cosines change by less than 0.001.
Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document and what is found by.

    passages: in order. vectors: one row a passage with its headline, of length 1; sentence_vectors: one row a sentence.
    terms: of each passage with its headline. words: all words in lower case, of headline and text.
    capitals, small: stems of words written with a capital inside sentences, and of words written without one.
    """

    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors
    sentence_vectors: Halves
    terms: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    capitals: frozenset[str]
    small: frozenset[str]


Tick = Callable[[float], None]
#: So many texts are embedded between two ticks: a few seconds.
TEXTS = 512


def indexed(documents: Sequence[Document], embedder: Embedder, tick: Tick | None = None) -> list[Indexed]:
    """Each document Indexed, in order. tick: told now and then what share in (0, 1] of their texts is embedded."""
    split = [tuple(passages(document)) for document in documents]
    titled = [[f"{one.document.title}\n{one.text}" for one in held] for held in split]
    quotable = [[one.document.text[s.start : s.end] for one in held for s in one.sentences] for held in split]
    vectors = embedded([text for texts in (*titled, *quotable) for text in texts], embedder, tick)
    parts = np.split(vectors, np.cumsum([len(texts) for texts in (*titled, *quotable)])[:-1])
    return [
        Indexed(
            document,
            held,
            parts[number],
            parts[len(documents) + number].astype(np.float16),
            tuple(terms(text) for text in titled[number]),
            frozenset(words(f"{document.title}\n{document.text}")),
            *written(document.text),
        )
        for number, (document, held) in enumerate(zip(documents, split, strict=True))
    ]


def embedded(texts: Sequence[str], embedder: Embedder, tick: Tick | None) -> Vectors:
    """The vectors of the texts; in one go where nobody waits for a tick."""
    if tick is None or not texts:
        return embedder.embed(texts)
    parts = []
    for first in range(0, len(texts), TEXTS):
        parts.append(embedder.embed(texts[first : first + TEXTS]))
        tick(min(1.0, (first + TEXTS) / len(texts)))
    return np.concatenate(parts)
