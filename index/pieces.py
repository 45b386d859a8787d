"""Text -> word pieces, the numbers that MiniLM reads, by the tokenizer that lies beside its weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer


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
