"""The evidence reader's network on OpenVINO and numpy: what network.py computes in torch, for use, not training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.bert import Encoder
from qa.window import Window

#: Below this a product of two lengths counts as this, so that nothing is divided by 0; torch's cosine has the same.
LEAST = 1e-8


class Judge:
    """Logits of sentences; see Network for what they are made of."""

    def __init__(self, encoder: Encoder, trained: Mapping[str, NDArray[Any]]) -> None:
        """trained: the weights of the judge on top of the encoder, by the names of network.Network."""
        self._encoder = encoder
        self._weight, self._bias, self._scale = (
            trained[name].astype(np.float32) for name in ("judge.weight", "judge.bias", "scale")
        )
        #: What judges, for a report.
        self.name = f"OpenVINO, {encoder.precision}"

    def judged(self, windows: Sequence[Window]) -> list[list[list[float]]]:
        """For each window the logits of its sentences; each is read alone, so none depends on those beside it."""
        encoded = self._encoder.of_each([window.pieces] for window in windows)
        return [self._logits(vectors[0], window) for window, (vectors, _) in zip(windows, encoded, strict=True)]

    def _logits(self, vectors: NDArray[np.float32], window: Window) -> list[list[float]]:
        asked = vectors[1 : window.question_end].mean(0)
        said = np.stack([vectors[start:end].mean(0) for start, end in window.spans])
        highest = np.stack([vectors[start:end].max(0) for start, end in window.spans])
        first = np.broadcast_to(vectors[0], said.shape)
        features = np.concatenate([said, highest, first, asked * said], axis=1)
        lengths = np.linalg.norm(said, axis=1) * np.linalg.norm(asked)
        cosines = said @ asked / np.maximum(lengths, LEAST)
        logits: list[list[float]] = (cosines[:, None] * self._scale + features @ self._weight.T + self._bias).tolist()
        return logits
