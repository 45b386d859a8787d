"""Ranking by shared words: BM25 over stemmed terms, by bm25s; and how rare each term is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import bm25s
import numpy as np

from index.dense import Rows, Scores

NO_ROWS = np.zeros(0, np.int64)


class LexicalIndex:
    """BM25 over term lists; row numbers are those of the list it was built from."""

    def __init__(self, term_lists: Sequence[Sequence[str]]) -> None:
        self._size = len(term_lists)
        self._bm25 = bm25s.BM25() if any(term_lists) else None  # bm25s cannot index an empty vocabulary
        if self._bm25 is not None:
            self._bm25.index([list(terms) for terms in term_lists], show_progress=False)

    def search(self, terms: Iterable[str], k: int, allowed: Rows | None = None) -> tuple[Rows, Scores]:
        """Up to `k` rows (of `allowed`, where given) that share a term, best first, with their BM25 scores above 0."""
        known = [] if self._bm25 is None else [term for term in terms if term in self._bm25.vocab_dict]
        if self._bm25 is None or not known:
            return NO_ROWS, np.zeros(0, np.float32)
        scores = self._bm25.get_scores(known)
        if allowed is not None:
            only = np.zeros(self._size, np.float32)
            only[allowed] = scores[allowed]
            scores = only
        rows = np.argsort(-scores, kind="stable")[:k]
        rows = rows[scores[rows] > 0]
        return rows.astype(np.int64), scores[rows].astype(np.float32)

    def rows_with(self, term: str) -> Rows:
        """The rows that hold `term`, in no order."""
        number = None if self._bm25 is None else self._bm25.vocab_dict.get(term)
        if self._bm25 is None or number is None:
            return NO_ROWS
        starts = self._bm25.scores["indptr"]
        return np.asarray(self._bm25.scores["indices"][starts[number] : starts[number + 1]], np.int64)
