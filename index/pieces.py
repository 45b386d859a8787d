"""Text -> word pieces, the numbers that MiniLM reads, by the tokenizer that lies beside its weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

#: Word pieces that are encoded at once, padding counted: enough to keep the processor busy, few enough for its cache.
AT_ONCE = 2048


class Pieces:
    """The word pieces of the packaged model. first, last: the pieces that stand before and after every text."""

    def __init__(self, folder: Path) -> None:
        """folder: that of the model, with its tokenizer.json."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.first, self.last = self._tokenizer.encode("").ids

    def of(self, texts: Sequence[str], most: int) -> list[list[int]]:
        """For each text its word pieces, at most `most`; any text will do, an empty one has none."""
        read = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [one.ids[:most] for one in read]

    def placed(self, texts: Sequence[str]) -> list[tuple[list[int], NDArray[np.int64]]]:
        """For each text its word pieces, and where each begins and ends in it, shape (pieces, 2)."""
        read = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [(one.ids, np.array(one.offsets, np.int64).reshape(-1, 2)) for one in read]


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the texts, the longest first, in lots of at most AT_ONCE pieces: alike in length, so not padded.

    lengths: of the texts, in pieces, each at most AT_ONCE.
    """
    order = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    start = 0
    while start < len(order):
        count = AT_ONCE // lengths[order[start]]
        yield order[start : start + count]
        start += count
