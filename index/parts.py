"""What an Index is made of. In memory it is built here; from a dossier on disk it is opened in opened.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex, Rows
from index.document import Document
from index.embed import Embedder
from index.errors import DossierError
from index.indexed import Halves, indexed
from index.lexical import LexicalIndex, Postings
from index.passage import Passage
from index.speaker import Speaker
from index.terms import STOPPED


@dataclass(frozen=True, slots=True)
class Parts:
    """Passages of some documents, in rows, and all that they are found by.

    documents: in order. first_rows: one more than documents; the passages of document d are the rows first_rows[d] to
        first_rows[d + 1].
    passages: one a row; they may be read only when they are asked for, and so may sentence_vectors: for each row the
        unit vectors of its sentences.
    starts: where in its document's text each row's passage begins.
    words: every word of the dossier, and English's function words, in lower case, sorted: what a slip may have meant.
    names: stems of words that the dossier writes with a capital inside sentences and never without.
    speakers: whose words the dossier holds, and for each of their sentences its row.
    """

    documents: Sequence[Document]
    first_rows: Rows
    passages: Sequence[Passage]
    starts: NDArray[np.int64]
    sentence_vectors: Sequence[Halves]
    dense: DenseIndex
    lexical: LexicalIndex
    words: Sequence[str]
    names: frozenset[str]
    speakers: Mapping[Speaker, Rows]


def parts_of(documents: Iterable[Document], embedder: Embedder) -> Parts:
    """The Parts of these documents, all in memory. Raises DossierError where two documents have the same id."""
    documents = tuple(documents)
    if len({document.id for document in documents}) < len(documents):
        raise DossierError("Two documents have the same id. Give each document an id of its own.")
    held = indexed(documents, embedder)
    passages = [passage for one in held for passage in one.passages]
    lengths = [[len(passage.sentences) for passage in one.passages] for one in held]
    return Parts(
        documents=documents,
        first_rows=np.cumsum([0, *(len(one.passages) for one in held)]),
        passages=passages,
        starts=np.array([passage.start for passage in passages], np.int64),
        sentence_vectors=[
            vectors
            for one, counts in zip(held, lengths, strict=True)
            for vectors in np.split(one.sentence_vectors, np.cumsum(counts)[:-1])[: len(counts)]
        ],
        dense=DenseIndex.of(np.concatenate([embedder.embed([]), *(one.vectors for one in held)])),
        lexical=LexicalIndex(Postings.of([terms for one in held for terms in one.terms])),
        words=sorted(STOPPED.union(*(one.words for one in held))),
        names=frozenset().union(*(one.capitals for one in held)).difference(*(one.small for one in held)),
        speakers=speakers_in(passages),
    )


def speakers_in(passages: Sequence[Passage]) -> Mapping[Speaker, Rows]:
    """Each speaker, the first first, and for each of their sentences the number of its passage."""
    found: dict[Speaker, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        for sentence in passage.sentences:
            if sentence.speaker:
                found[sentence.speaker].append(row)
    return {speaker: np.array(rows, np.int64) for speaker, rows in found.items()}
