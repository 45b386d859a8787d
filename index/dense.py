"""Nearest vectors by FAISS: exact inner product on unit vectors, that is, cosine."""

from __future__ import annotations

import faiss
import numpy as np
from numpy.typing import NDArray

from index.embed import Vectors

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


class DenseIndex:
    """Rows of unit vectors; row numbers are those of the array it was built from."""

    def __init__(self, vectors: Vectors) -> None:
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors))

    def search(self, vector: Vectors, k: int, allowed: Rows | None = None) -> tuple[Rows, Scores]:
        """Up to `k` rows (of `allowed`, where given), best first, with their cosines in [-1, 1]."""
        k = min(k, self._index.ntotal if allowed is None else len(allowed))
        if k < 1:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed))  # type: ignore[call-arg]
        scores, rows = self._index.search(vector.reshape(1, -1), k, params=parameters)
        return rows[0], scores[0]

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors that stand in `rows`, in that order."""
        return np.asarray(self._index.reconstruct_batch(rows), np.float32)
