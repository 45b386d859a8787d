"""Paragraphs -> the sense of each word where it stands: the token vectors of MiniLM's lower layers, projected.

"Order" says what somebody wants in "ordered that it close" and not in "ordered a coffee". Its neighbours tell, and a
lower layer holds more of that than the last, which was trained to tell what a whole text is about.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.embed import SentenceModel, packaged_minilm
from index.once import once
from index.pieces import Pieces, batches

LAYERS = 3
#: Word pieces that are read at once, the first and last not counted; a longer paragraph is read in parts.
WINDOW = 254

Array = NDArray[np.float32]


class Network(Protocol):
    """What makes token vectors; see bert.Encoder."""

    def vectors(self, texts: Sequence[Sequence[int]]) -> tuple[Array, NDArray[np.int64]]: ...


@dataclass(frozen=True, slots=True)
class Sense:
    """Of one paragraph: where its word pieces begin and end, and what each is projected to, shape (pieces, k)."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    projected: Array

    def of(self, start: int, end: int) -> Array:
        """The mean over the pieces of the word at start:end, shape (k,); zeros where it has none."""
        first, stop = np.searchsorted(self.ends, start, side="right"), np.searchsorted(self.starts, end, side="left")
        found = self.projected[first:stop]
        return found.mean(0) if len(found) else np.zeros(self.projected.shape[1], np.float32)


def senses(texts: Sequence[str], onto: Array) -> list[Sense]:
    """The Sense of each text. onto: what the vectors are multiplied by, shape (width, k), so that little is kept."""
    network, pieces = lower_layers()
    placed = pieces.placed(texts)
    projected = [np.zeros((len(ids), onto.shape[1]), np.float32) for ids, _ in placed]
    parts = [(n, at) for n, (ids, _) in enumerate(placed) for at in range(0, len(ids), WINDOW)]
    read = [[pieces.first, *placed[n][0][at : at + WINDOW], pieces.last] for n, at in parts]
    for rows in batches([len(ids) for ids in read]):
        vectors, _ = network.vectors([read[row] for row in rows])
        for row, found in zip(rows, vectors, strict=True):
            (n, at), count = parts[row], len(read[row]) - 2
            projected[n][at : at + count] = found[1 : count + 1] @ onto
    return [Sense(places[:, 0], places[:, 1], found) for (_, places), found in zip(placed, projected, strict=True)]


@once
def lower_layers() -> tuple[Network, Pieces]:
    """The lower layers of the packaged MiniLM, on OpenVINO or in torch. Raises DossierError where it is missing."""
    folder = packaged_minilm()
    try:
        from index.minilm import lower  # noqa: PLC0415 - brings OpenVINO

        return lower(folder, LAYERS), Pieces(folder)
    except (ImportError, RuntimeError) as error:  # not installed, or not for this processor
        logging.getLogger(__name__).warning("OpenVINO cannot run here, so torch reads words instead: %s", error)
        return InTorch(SentenceModel(str(folder))), Pieces(folder)


class InTorch:
    """The same token vectors from the model of sentence-transformers."""

    def __init__(self, model: SentenceModel) -> None:
        self.model = model

    def vectors(self, texts: Sequence[Sequence[int]]) -> tuple[Array, NDArray[np.int64]]:
        return self.model.tokens(texts, LAYERS)
