"""Ranking by shared words: BM25 over stemmed terms, in arrays that may lie on disk; and where each term stands."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.dense import Rows, Scores

NO_ROWS = np.zeros(0, np.int64)
#: How soon a repeated term stops counting, and how much a long passage is held back: Lucene's BM25 with the defaults of
#: bm25s (Lù 2024), with which the scores agree. bm25s weighs all terms of all passages anew for each one that is added.
K1, B = 1.5, 0.75


@dataclass(frozen=True, slots=True)
class Postings:
    """Which row holds which term how often.

    vocabulary: the terms, sorted, each once. starts: int64, one more than terms; term t stands in rows[starts[t] :
    starts[t + 1]], ascending, so often as `counts` has in the same places. lengths: float32, terms of each row.
    """

    vocabulary: Sequence[str]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: NDArray[np.uint16]
    lengths: NDArray[np.float32]

    @classmethod
    def of(cls, term_lists: Sequence[Sequence[str]]) -> Postings:
        """The Postings of these rows."""
        vocabulary = sorted({term for terms in term_lists for term in terms})
        number = {term: place for place, term in enumerate(vocabulary)}
        found = [
            (number[term], row, count) for row, terms in enumerate(term_lists) for term, count in Counter(terms).items()
        ]
        return cls.sorted(vocabulary, np.array(found, np.int64).reshape(-1, 3), len(term_lists))

    @classmethod
    def sorted(cls, vocabulary: Sequence[str], found: NDArray[np.int64], rows: int) -> Postings:
        """The Postings of (term number, row, count) triples whose rows ascend, each pair of term and row once."""
        terms, of_rows, counts = found.T
        order = np.argsort(terms, kind="stable")
        starts = np.zeros(len(vocabulary) + 1, np.int64)
        np.cumsum(np.bincount(terms, minlength=len(vocabulary)), out=starts[1:])
        lengths = np.bincount(of_rows, counts, rows).astype(np.float32)
        held = np.minimum(counts[order], np.iinfo(np.uint16).max).astype(np.uint16)
        return cls(vocabulary, starts, of_rows[order].astype(np.int32), held, lengths)


class LexicalIndex:
    """BM25 over Postings; row numbers are theirs."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._size = len(postings.lengths)
        average = float(postings.lengths.mean()) if self._size else 0.0
        self._held_back = K1 * (1 - B + B * postings.lengths / (average or 1.0))

    def search(self, terms: Iterable[str], k: int, allowed: Rows | None = None) -> tuple[Rows, Scores]:
        """Up to `k` rows (of `allowed`, where given) that share a term, best first, with their BM25 scores above 0."""
        scores = np.zeros(self._size, np.float32)
        for term in terms:
            place = self._place(term)
            rows, counts = self._postings.rows[place], self._postings.counts[place].astype(np.float32)
            rarity = math.log(1 + (self._size - len(rows) + 0.5) / (len(rows) + 0.5))
            scores[rows] += rarity * counts / (self._held_back[rows] + counts)
        found = np.flatnonzero(scores) if allowed is None else np.unique(allowed[scores[allowed] > 0])
        if len(found) > k:  # only those at least as good as the k-th are put in order
            found = found[scores[found] >= np.partition(scores[found], -k)[-k]]
        best = found[np.argsort(-scores[found], kind="stable")][:k]
        return best.astype(np.int64), scores[best]

    def rows_with(self, term: str) -> Rows:
        """The rows that hold `term`, ascending."""
        return np.asarray(self._postings.rows[self._place(term)], np.int64)

    def _place(self, term: str) -> slice:
        """Where the term's postings stand; empty where no row holds it."""
        vocabulary = self._postings.vocabulary
        number = bisect_left(vocabulary, term)
        if number == len(vocabulary) or vocabulary[number] != term:
            return slice(0, 0)
        return slice(int(self._postings.starts[number]), int(self._postings.starts[number + 1]))
