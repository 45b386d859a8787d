"""Index: documents in, Hits out. Found by meaning and by words; which sentence answers is qa's business."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.calendar import Calendar
from index.dense import Rows
from index.document import Document
from index.embed import Embedder, Vectors
from index.lexical import NO_ROWS
from index.parts import Parts, parts_of
from index.passage import Passage
from index.speaker import Speaker

Where = Callable[[Document], bool]

#: A passage's score is its cosine plus this much of the share of the question's terms it holds. On the train parts of
#: xquad and NQ the right passage comes first for 96 questions of 100, by reciprocal rank fusion for 92.
SHARED_WEIGHT = 0.5
#: How many passages each ranking, by meaning and by words, hands over to be scored.
CANDIDATES = 50
#: FAISS and numpy add up the same cosine in another order.
ROUNDING = 1e-5


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question; score is in [-1, 1.5], higher is better (see Index.search)."""

    passage: Passage
    score: float


class Index:
    """Passages of some documents, searchable by meaning and by words. Row r is `passages[r]`.

    documents, passages, words, names, speakers: see Parts.
    """

    def __init__(self, parts: Parts) -> None:
        self.documents, self.passages = parts.documents, parts.passages
        self.words, self.names, self.speakers = parts.words, parts.names, parts.speakers
        self._dense, self._lexical, self._sentence_vectors = parts.dense, parts.lexical, parts.sentence_vectors
        self._first_rows, self._starts = parts.first_rows, parts.starts
        self._number = {document.id: number for number, document in enumerate(parts.documents)}

    @classmethod
    def of(cls, documents: Iterable[Document], embedder: Embedder) -> Index:
        """An Index of these documents, in memory. Raises DossierError where two have the same id."""
        return cls(parts_of(documents, embedder))

    @property
    def sizes(self) -> list[int]:
        """How many passages each of the documents has."""
        return [int(size) for size in np.diff(self._first_rows)]

    @cached_property
    def calendar(self) -> Calendar:
        """The times that the sentences name."""
        return Calendar(self.passages)

    def rows(self, where: Where | None) -> Rows | None:
        """The rows of the documents that `where` keeps; None stands for all."""
        if where is None:
            return None
        kept = np.array([where(document) for document in self.documents], bool)
        return np.flatnonzero(np.repeat(kept, np.diff(self._first_rows)))

    def documents_of(self, rows: Rows | None) -> list[Document]:
        """The documents that `rows` belong to, in order, each once; None stands for all rows."""
        if rows is None:
            return list(self.documents)
        return [self.documents[number] for number in np.unique(self._numbers(rows))]

    def documents_with(self, terms: Iterable[str], allowed: Rows | None = None) -> list[Document]:
        """Those of `documents_of(allowed)` that hold each of the terms somewhere, in order."""
        kept = np.arange(len(self.documents)) if allowed is None else self._numbers(allowed)
        for term in terms:
            kept = np.intersect1d(kept, self._numbers(self.rows_with([term])))
        return [self.documents[number] for number in np.unique(kept)]

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

    def near(
        self, vector: Vectors, words: Collection[str], least: float, groups: Rows, allowed: Rows | None = None
    ) -> set[int]:
        """The groups of which a row scores at least `least`, as `search` scores it where its group alone is searched.

        groups: for each document a column with the numbers of its groups, filled up with -1. allowed: no other row
        counts.
        """
        of_row = np.repeat(groups, np.diff(self._first_rows), axis=1)
        rows, cosines = self._dense.above(vector, least - SHARED_WEIGHT - ROUNDING, allowed)
        of_found, sizes = of_row[:, rows], counted(of_row if allowed is None else of_row[:, allowed])
        shared, total = np.zeros(of_found.shape), np.zeros(len(sizes))
        for term in words:
            holding = self.rows_with([term], allowed)
            counts = counted(of_row[:, holding], len(sizes))
            rarity = np.log1p((sizes - counts + 0.5) / (counts + 0.5))
            total += rarity
            shared += rarity[of_found] * np.isin(rows, holding)
        scores = cosines + SHARED_WEIGHT * shared / (total[of_found] if words else 1.0)
        return set(of_found[(scores >= least) & (of_found >= 0)].tolist())

    def cosines(self, passage: Passage, vector: Vectors) -> tuple[float, list[float]]:
        """Cosine in [-1, 1] of the unit `vector` with the passage, and with each of its sentences."""
        row = self._row(passage)
        sentences = self._sentence_vectors[row].astype(np.float32)
        return float(self._dense.vectors(np.array([row]))[0] @ vector), (sentences @ vector).tolist()

    def likeness(self, passage: Passage, sentence: int) -> Vectors:
        """The unit vector of the passage's sentence with that number."""
        return np.asarray(self._sentence_vectors[self._row(passage)][sentence], np.float32)

    def rarity(self, term: str, allowed: Rows | None = None) -> float:
        """BM25's inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)), n of N passages holding the term."""
        total = len(self.passages) if allowed is None else len(allowed)
        holding = len(self.rows_with([term], allowed))
        return math.log(1 + (total - holding + 0.5) / (holding + 0.5))

    def holds(self, term: str, allowed: Rows | None = None) -> bool:
        """Whether any passage, or its headline, holds the term."""
        return len(self.rows_with([term], allowed)) > 0

    def rows_with(self, terms: Iterable[str], allowed: Rows | None = None) -> Rows:
        """The rows (of `allowed`) that hold any of the terms, passage or headline, ascending."""
        rows = np.unique(np.concatenate([NO_ROWS, *(self._lexical.rows_with(term) for term in terms)]))
        return rows if allowed is None else rows[np.isin(rows, allowed)]

    def rows_by(self, speakers: Iterable[Speaker], allowed: Rows | None = None) -> Rows:
        """The rows (of `allowed`) in which any of the speakers speaks, ascending."""
        rows = np.unique(np.concatenate([NO_ROWS, *(self.speakers[speaker] for speaker in speakers)]))
        return rows if allowed is None else rows[np.isin(rows, allowed)]

    def _numbers(self, rows: Rows) -> Rows:
        """The number of the document that each of `rows` belongs to."""
        return np.searchsorted(self._first_rows, rows, side="right") - 1

    def _row(self, passage: Passage) -> int:
        """The row of a passage that this index gave."""
        first, end = self._first_rows[self._number[passage.document.id] :][:2]
        return int(first + np.searchsorted(self._starts[first:end], passage.start))


def counted(groups: Rows, least: int = 0) -> Rows:
    """How often each group's number stands in `groups`, for `least` groups or more."""
    return np.bincount(groups[groups >= 0], minlength=least)
