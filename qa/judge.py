"""The evidence reader's network on OpenVINO and numpy: what network.py computes in torch, for use, not training."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from index.bert import Encoder
from qa.window import Window

#: Below this a product of two lengths counts as this, so that nothing is divided by 0; torch's cosine has the same.
LEAST = 1e-8
#: The names of the encoder's weights in a file of bench/train.py begin so.
ENCODER = "encoder."


class Judge:
    """Logits of sentences; see Network for what they are made of."""

    def __init__(self, folder: Path, trained: Path, precision: str | None = None) -> None:
        """folder: that of the packaged MiniLM. trained: what training changed of it. precision, errors: see Encoder."""
        learnt = {name: array.astype(np.float32) for name, array in load_file(trained).items()}
        encoder = {name.removeprefix(ENCODER): array for name, array in learnt.items() if name.startswith(ENCODER)}
        self._encoder = Encoder(load_file(folder / "model.safetensors") | encoder, precision)
        self._weight, self._bias = learnt["judge.weight"][0], float(learnt["judge.bias"][0])
        self._scale = float(learnt["scale"])
        #: What judges, for a report.
        self.name = f"OpenVINO, {self._encoder.precision}"

    def judged(self, windows: Sequence[Window]) -> list[list[float]]:
        """For each window the logits of its sentences; each is read alone, so none depends on those beside it."""
        encoded = self._encoder.of_each([window.pieces] for window in windows)
        return [self._logits(vectors[0], window) for window, (vectors, _) in zip(windows, encoded, strict=True)]

    def _logits(self, vectors: NDArray[np.float32], window: Window) -> list[float]:
        asked = vectors[1 : window.question_end].mean(0)
        said = np.stack([vectors[start:end].mean(0) for start, end in window.spans])
        highest = np.stack([vectors[start:end].max(0) for start, end in window.spans])
        first = np.broadcast_to(vectors[0], said.shape)
        signs = np.concatenate([said, highest, first, asked * said], axis=1)
        lengths = np.linalg.norm(said, axis=1) * np.linalg.norm(asked)
        cosines = said @ asked / np.maximum(lengths, LEAST)
        logits: list[float] = (self._scale * cosines + signs @ self._weight + self._bias).tolist()
        return logits
