"""Nearest vectors by FAISS: exact inner product on unit vectors, that is, cosine."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.embed import Vectors

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


class DenseIndex:
    """Rows of unit vectors; row numbers are those of the array it was built from."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: Vectors) -> DenseIndex:
        """An index of these vectors, one a row."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors))
        return cls(index)

    @classmethod
    def opened(cls, file: Path) -> DenseIndex:
        """The index that `save` wrote, its vectors mapped into memory: read from the disk as they are needed."""
        return cls(faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC))

    def save(self, file: Path) -> None:
        """Write the index to a file. Raises OSError where the disk is full."""
        content = faiss.serialize_index(self._index)
        file.write_bytes(content.data)

    @property
    def width(self) -> int:
        """How long its vectors are."""
        return int(self._index.d)

    def search(self, vector: Vectors, k: int, allowed: Rows | None = None) -> tuple[Rows, Scores]:
        """Up to `k` rows (of `allowed`, where given), best first, with their cosines in [-1, 1]."""
        k = min(k, self._index.ntotal if allowed is None else len(allowed))
        if k < 1:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        scores, rows = self._index.search(vector.reshape(1, -1), k, params=self._only(allowed))
        return rows[0], scores[0]

    def above(self, vector: Vectors, least: float, allowed: Rows | None = None) -> tuple[Rows, Scores]:
        """All rows (of `allowed`, where given) whose cosine is above `least`, in no order, with their cosines."""
        if not self._index.ntotal or (allowed is not None and not len(allowed)):
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        _, scores, rows = self._index.range_search(vector.reshape(1, -1), least, params=self._only(allowed))
        return rows, scores

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors that stand in `rows`, in that order."""
        return np.asarray(self._index.reconstruct_batch(rows), np.float32)

    def _only(self, allowed: Rows | None) -> faiss.SearchParameters | None:
        """What keeps FAISS to the rows allowed: a bit for each row, which it tests before it compares."""
        if allowed is None:
            return None
        kept = np.zeros(self._index.ntotal, bool)
        kept[allowed] = True
        only = faiss.IDSelectorBitmap(np.packbits(kept, bitorder="little"))  # type: ignore[arg-type,call-arg]
        return faiss.SearchParameters(sel=only)  # type: ignore[call-arg]
