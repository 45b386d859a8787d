"""Index: documents in, Hits out. Found by meaning and by words; which sentence answers is qa's business."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.calendar import Calendar
from index.dense import DenseIndex, Rows
from index.document import Document
from index.embed import Embedder, Vectors
from index.errors import DossierError
from index.lexical import LexicalIndex
from index.passage import Passage, passages
from index.terms import STOPPED, names, terms, words

Where = Callable[[Document], bool]

#: A passage's score is its cosine plus this much of the share of the question's terms it holds. On the train parts of
#: xquad and NQ the right passage comes first for 96 questions of 100, by reciprocal rank fusion for 92.
SHARED_WEIGHT = 0.5
#: How many passages each ranking, by meaning and by words, hands over to be scored.
CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question; score is in [-1, 1.5], higher is better (see Index.search)."""

    passage: Passage
    score: float


class Index:
    """Passages of some documents, searchable by meaning and by words. Row r is `passages[r]`."""

    def __init__(self, documents: Iterable[Document], embedder: Embedder) -> None:
        """Raises DossierError where two documents have the same id."""
        self.documents = tuple(documents)
        if len({document.id for document in self.documents}) < len(self.documents):
            raise DossierError("Two documents have the same id. Give each document an id of its own.")
        self.passages = tuple(passage for document in self.documents for passage in passages(document))
        #: Every word of the dossier, and English's function words, in lower case: what a slip may have meant.
        found = {word for document in self.documents for word in words(f"{document.title}\n{document.text}")}
        self.words = tuple(sorted(found | STOPPED))
        #: Stems of words that the dossier writes with a capital inside sentences and never without: names.
        self.names = names("\n".join(document.text for document in self.documents))
        #: Whose words the dossier holds, and in how many sentences.
        self.speakers = Counter(
            sentence.speaker for passage in self.passages for sentence in passage.sentences if sentence.speaker
        )
        self._rows = {passage: row for row, passage in enumerate(self.passages)}
        titled = [f"{passage.document.title}\n{passage.text}" for passage in self.passages]
        quotable = [
            passage.document.text[sentence.start : sentence.end]
            for passage in self.passages
            for sentence in passage.sentences
        ]
        vectors = embedder.embed(titled + quotable)
        self._dense = DenseIndex(vectors[: len(titled)])
        self._lexical = LexicalIndex([terms(text) for text in titled])
        self._sentence_vectors = vectors[len(titled) :]
        self._first_sentence = np.cumsum([0, *(len(passage.sentences) for passage in self.passages)])

    @cached_property
    def calendar(self) -> Calendar:
        """The times that the sentences name."""
        return Calendar(self.passages)

    def rows(self, where: Where | None) -> Rows | None:
        """The rows of the documents that `where` keeps; None stands for all."""
        if where is None:
            return None
        kept = {document.id for document in self.documents if where(document)}
        return np.array([row for row, passage in enumerate(self.passages) if passage.document.id in kept], np.int64)

    def documents_in(self, allowed: Rows | None) -> int:
        """How many documents the rows `allowed` belong to; None stands for all rows."""
        if allowed is None:
            return len(self.documents)
        return len({self.passages[row].document.id for row in allowed})

    def search(self, vector: Vectors, words: Collection[str], k: int, allowed: Rows | None = None) -> list[Hit]:
        """Up to `k` passages (of the rows `allowed`), best first, by the question's unit vector and its terms.

        score = cosine + SHARED_WEIGHT * share of the terms, by rarity, that passage or headline holds.
        """
        depth = max(k, CANDIDATES)
        found = (self._dense.search(vector, depth, allowed), self._lexical.search(words, depth, allowed))
        rows = np.unique(np.concatenate([rows for rows, _ in found]))
        if not len(rows):
            return []
        weights = {term: self.rarity(term, allowed) for term in words}
        shared = sum(weights[term] * np.isin(rows, self._lexical.rows_with(term)) for term in words)
        scores = self._dense.vectors(rows) @ vector + SHARED_WEIGHT * shared / (sum(weights.values()) or 1.0)
        best = np.argsort(-scores, kind="stable")[:k]
        return [Hit(self.passages[row], float(score)) for row, score in zip(rows[best], scores[best], strict=True)]

    def cosines(self, passage: Passage, vector: Vectors) -> tuple[float, list[float]]:
        """Cosine in [-1, 1] of the unit `vector` with the passage, and with each of its sentences."""
        row = self._rows[passage]
        first, end = self._first_sentence[row : row + 2]
        return float(self._dense.vectors(np.array([row]))[0] @ vector), (
            self._sentence_vectors[first:end] @ vector
        ).tolist()

    def likeness(self, passage: Passage, sentence: int) -> Vectors:
        """The unit vector of the passage's sentence with that number."""
        return np.asarray(self._sentence_vectors[self._first_sentence[self._rows[passage]] + sentence], np.float32)

    def rarity(self, term: str, allowed: Rows | None = None) -> float:
        """BM25's inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)), n of N passages holding the term."""
        total, holding = self._count(term, allowed)
        return math.log(1 + (total - holding + 0.5) / (holding + 0.5))

    def holds(self, term: str, allowed: Rows | None = None) -> bool:
        """Whether any passage, or its headline, holds the term."""
        return self._count(term, allowed)[1] > 0

    def _count(self, term: str, allowed: Rows | None) -> tuple[int, int]:
        rows = self._lexical.rows_with(term)
        if allowed is None:
            return len(self.passages), len(rows)
        return len(allowed), int(np.isin(rows, allowed).sum())
