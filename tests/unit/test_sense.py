"""The sense of a word: the same from OpenVINO and torch, placed right in any text, and another in another sentence."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from index.embed import SentenceModel, packaged_minilm
from index.pieces import Pieces
from index.sense import LAYERS, WINDOW, InTorch, lower_layers, senses
from tests.property.strategies import TEXTS

WHOLE = np.eye(384, dtype=np.float32)


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_torch_gives_the_same_vectors() -> None:
    pieces = Pieces(packaged_minilm())
    texts = [[pieces.first, *ids, pieces.last] for ids in pieces.of(["Ann Lee ordered a coffee.", "He said no."], 100)]
    ours, mask = lower_layers()[0].vectors(texts)
    theirs, theirs_mask = InTorch(SentenceModel(str(packaged_minilm()))).vectors(texts)
    assert mask.sum(1).tolist() == theirs_mask.sum(1).tolist() == [len(ids) for ids in texts]
    for row, ids in enumerate(texts):
        for place in range(len(ids)):
            assert cosine(ours[row, place], theirs[row, place]) > 0.999, LAYERS


def test_a_word_has_another_sense_beside_other_words() -> None:
    texts = ["Ann Lee ordered that it close.", "Ann Lee ordered a coffee.", "Eva Lund ordered that it stop."]
    speech, meal, again = (
        one.of(text.index("ordered"), text.index("ordered") + 7)
        for one, text in zip(senses(texts, WHOLE), texts, strict=True)
    )
    assert cosine(speech, again) > cosine(speech, meal)


def test_a_long_paragraph_is_read_to_its_end() -> None:
    text = "word " * (WINDOW + 50) + "end"
    (sense,) = senses([text], WHOLE)
    assert np.linalg.norm(sense.of(len(text) - 3, len(text))) > 1
    assert sense.of(len(text), len(text) + 5) == pytest.approx(np.zeros(384))


def test_projecting_before_or_after_is_the_same() -> None:
    onto = np.linspace(-1, 1, 384, dtype=np.float32)[:, None]
    (narrow,), (wide,) = senses(["He said no."], onto), senses(["He said no."], WHOLE)
    assert narrow.of(3, 7) == pytest.approx(wide.of(3, 7) @ onto, abs=1e-3)


@given(TEXTS)
@settings(max_examples=20)
def test_every_text_is_read(text: str) -> None:
    (sense,) = senses([text], WHOLE[:, :1])
    assert sense.of(0, len(text)).shape == (1,)
    assert np.isfinite(sense.projected).all()
