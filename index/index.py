"""Index: documents in, Hits out. Dense and lexical ranks are fused; which sentence answers is qa's business."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.dense import DenseIndex, Rows
from index.document import Document
from index.embed import Embedder, Vectors
from index.errors import DossierError
from index.lexical import LexicalIndex
from index.passage import Passage, passages
from index.terms import terms

Where = Callable[[Document], bool]

#: Reciprocal rank fusion: score = sum of 1 / (60 + rank) (Cormack, Clarke and Büttcher, SIGIR 2009, k = 60).
FUSION_K = 60
#: How many passages each ranking hands to fusion where fewer are asked for.
FUSION_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question; a higher score is better, and only comparable within one search."""

    passage: Passage
    score: float


class Index:
    """Passages of some documents, searchable by meaning and by words."""

    def __init__(self, documents: Iterable[Document], embedder: Embedder) -> None:
        """Raises DossierError where two documents have the same id."""
        self.documents = tuple(documents)
        if len({document.id for document in self.documents}) < len(self.documents):
            raise DossierError("Two documents have the same id. Give each document an id of its own.")
        self.passages = tuple(passage for document in self.documents for passage in passages(document))
        sentences = [(passage, sentence) for passage in self.passages for sentence in passage.sentences]
        titled = [f"{passage.document.title}\n{passage.text}" for passage in self.passages]
        vectors = embedder.embed(
            titled + [passage.document.text[sentence.start : sentence.end] for passage, sentence in sentences]
        )
        self._dense = DenseIndex(vectors[: len(titled)])
        self._lexical = LexicalIndex([terms(text) for text in titled])
        self._sentence_vectors = vectors[len(titled) :]
        self._first_sentence = np.cumsum([0] + [len(passage.sentences) for passage in self.passages])
        self._rows = {passage: row for row, passage in enumerate(self.passages)}

    def search(self, vector, question_terms, k, where=None):
        allowed = None
        if where is not None:
            allowed = np.array([r for r, p in enumerate(self.passages) if where(p.document)], np.int64)
        depth = max(k, FUSION_DEPTH)
        fused = defaultdict(float)
        for rows, _ in (self._dense.search(vector, depth, allowed), self._lexical.search(question_terms, depth, allowed)):
            for rank, row in enumerate(rows, start=1):
                fused[int(row)] += 1 / (FUSION_K + rank)
        best = sorted(fused, key=lambda row: (-fused[row], row))[:k]
        return [Hit(self.passages[row], fused[row]) for row in best]
