"""MiniLM on OpenVINO gives the vectors of sentence-transformers, whatever the text, the batch and the precision."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file

from index.bert import Encoder, threads
from index.embed import SentenceModel, Vectors, packaged_minilm
from index.minilm import MOST_PIECES, MiniLM
from index.pieces import AT_ONCE, batches

AWKWARD = [
    "",
    " \n\t",
    "a",
    "NATO and Russia",
    "The harbour of Lindau was opened in 1856, and paid for by the town's merchants.",
    "word " * 3000,
    "x" * 5000,
    "😀🎉 👩‍👩‍👧 emoji",
    "قال وزير الخارجية يوم الاثنين إن المحادثات ستستمر",
    "שלום עולם " * 80,
    "外交部长星期一表示谈判将继续进行",
    "\x00\u200b\u202e\ufeff",
    "Ünïcödé, naïve café; e\u0301",
]


@pytest.fixture(scope="module")
def plain() -> Vectors:
    """What sentence-transformers makes of the awkward texts."""
    return SentenceModel(str(packaged_minilm())).embed(AWKWARD)


@pytest.mark.parametrize(("precision", "least"), [("f32", 0.99999), ("bf16", 0.999), (None, 0.999)])
def test_vectors_are_those_of_sentence_transformers(plain: Vectors, precision: str | None, least: float) -> None:
    model = MiniLM(packaged_minilm(), precision)
    vectors = model.embed(AWKWARD)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(AWKWARD)), abs=1e-6)
    cosines = dict(zip(AWKWARD, (vectors * plain).sum(1), strict=True))
    assert {text: cosine for text, cosine in cosines.items() if cosine < least} == {}
    assert model.name in {"MiniLM on OpenVINO, f32", "MiniLM on OpenVINO, bf16"}


def test_a_text_has_the_same_vector_alone_and_among_others() -> None:
    model = MiniLM(packaged_minilm())
    together = model.embed(AWKWARD * 9)
    for number, text in enumerate(AWKWARD):
        (alone,) = model.embed([text])
        assert (together[number :: len(AWKWARD)] @ alone).min() > 0.999, text


def test_no_texts_give_no_vectors() -> None:
    assert MiniLM(packaged_minilm()).embed([]).shape == (0, 384)


@given(st.lists(st.integers(1, MOST_PIECES), max_size=200))
@settings(max_examples=50, deadline=None)
def test_batches_hold_every_text_once_within_the_limit(lengths: list[int]) -> None:
    made = list(batches(lengths))
    assert sorted(row for rows in made for row in rows) == list(range(len(lengths)))
    assert all(len(rows) * max(lengths[row] for row in rows) <= AT_ONCE for rows in made)
    firsts = [lengths[rows[0]] for rows in made]
    assert firsts == sorted(firsts, reverse=True)


def test_lots_encoded_side_by_side_come_in_order_and_as_each_alone() -> None:
    encoder = Encoder(load_file(packaged_minilm() / "model.safetensors"), "f32")
    lots = [[[101, 2000 + number, 102]] * (1 + number % 3) for number in range(12)]
    for lot, (found, mask) in zip(lots, encoder.of_each(lots), strict=True):
        alone, _ = encoder.vectors(lot)
        assert mask.sum() == 3 * len(lot)
        assert np.array_equal(found, alone)


def test_threads_are_as_many_as_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert threads() == 3
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert threads() >= 1


def test_a_weight_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match=r"embeddings\.position_embeddings\.weight"):
        Encoder({"embeddings.LayerNorm.weight": np.ones(384, np.float32)})
