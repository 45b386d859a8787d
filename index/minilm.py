"""The packaged MiniLM as an Embedder on OpenVINO: the same vectors as sentence-transformers', sooner."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from index.bert import Encoder
from index.embed import MINILM_SHA256, Vectors
from index.pieces import Pieces, batches

#: Word pieces of a text that are read, the first and last counted; sentence_bert_config.json has the same.
MOST_PIECES = 256


class MiniLM:
    """The default Embedder."""

    #: What tells its vectors from another model's; the precision does not: the cosine of both is 0.9999 and more.
    fingerprint = MINILM_SHA256

    def __init__(self, folder: Path, precision: str | None = None) -> None:
        """folder: that of the packaged model; precision: see Encoder, as for the errors."""
        self._encoder = Encoder(load_file(folder / "model.safetensors"), precision)
        self._pieces = Pieces(folder)
        #: What embeds, for a report.
        self.name = f"MiniLM on OpenVINO, {self._encoder.precision}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        first, last = self._pieces.first, self._pieces.last
        read = [[first, *pieces, last] for pieces in self._pieces.of(texts, MOST_PIECES - 2)]
        found = np.zeros((len(texts), self._encoder.width), np.float32)
        lots = list(batches([len(pieces) for pieces in read]))
        encoded = self._encoder.of_each([read[row] for row in rows] for rows in lots)
        for rows, (vectors, mask) in zip(lots, encoded, strict=True):
            # The sum over a text's pieces has the direction of their mean; only the direction is kept.
            found[rows] = (mask[:, None].astype(np.float32) @ vectors)[:, 0]
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found


def lower(folder: Path, layers: int) -> Encoder:
    """Its first `layers` layers alone; folder and errors: see MiniLM."""
    weights = load_file(folder / "model.safetensors")
    above = [name for name in weights if name.startswith("encoder.layer.") and int(name.split(".")[2]) >= layers]
    return Encoder({name: weights[name] for name in weights.keys() - set(above)})
