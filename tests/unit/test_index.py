"""How the two rankings become one, asserted in exact scores with an embedder that counts letters."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from index.embed import Vectors
from index.index import Index
from qa import Assistant, Document


class Letters:
    """An Embedder of two dimensions: how many x and how many y a text has."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        counts = np.array([(text.count("x") + 0.001, text.count("y") + 0.001) for text in texts], np.float32)
        counts = counts.reshape(-1, 2)
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


DOCUMENTS = [
    Document("a", "", "Fog xxx."),
    Document("b", "", "Rain xxy."),
    Document("c", "", "Fog and snow xyy."),
    Document("d", "", "Hail yyy."),
]
X = np.array([1, 0], np.float32)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(DOCUMENTS, Letters())


def test_ranks_are_fused_by_reciprocal_rank(index: Index) -> None:
    hits = index.search(X, ["fog"], 4)
    assert [hit.passage.document.id for hit in hits] == ["a", "c", "b", "d"]
    wanted = [1 / 61 + 1 / 61, 1 / 63 + 1 / 62, 1 / 62, 1 / 64]
    assert [hit.score for hit in hits] == pytest.approx(wanted)


def test_words_alone_or_meaning_alone_find_too(index: Index) -> None:
    assert [hit.passage.document.id for hit in index.search(X, [], 2)] == ["a", "b"]
    assert [hit.passage.document.id for hit in index.search(X, ["hail"], 1)] == ["d"]


def test_ranks_count_among_the_rows_allowed_only(index: Index) -> None:
    rows = index.rows(lambda document: document.id in {"b", "d"})
    assert rows is not None
    assert rows.tolist() == [1, 3]
    hits = index.search(X, ["fog"], 4, rows)
    assert [(hit.passage.document.id, hit.score) for hit in hits] == [("b", 1 / 61), ("d", 1 / 62)]
    assert index.rows(None) is None


def test_rarity_is_the_inverse_document_frequency(index: Index) -> None:
    assert index.rarity("fog") == pytest.approx(math.log(1 + 2.5 / 2.5))
    assert index.rarity("hail") == pytest.approx(math.log(1 + 3.5 / 1.5))
    assert index.rarity("frost") == pytest.approx(math.log(1 + 4.5 / 0.5))
    assert index.rarity("fog", index.rows(lambda d: d.id == "a")) == pytest.approx(math.log(1 + 0.5 / 1.5))


def test_term_is_held_where_it_stands(index: Index) -> None:
    only_d = index.rows(lambda document: document.id == "d")
    assert (index.holds("fog"), index.holds("frost"), index.holds("fog", only_d)) == (True, False, False)
    assert index.holds("hail", only_d)


def test_headline_counts_for_finding_a_passage() -> None:
    documents = [Document("a", "Storm over Lindholm", "Roofs flew."), Document("b", "", "Nothing new.")]
    assert [hit.passage.document.id for hit in Index(documents, Letters()).search(X, ["storm"], 1)] == ["a"]


def test_another_embedder_can_be_handed_in() -> None:
    assistant = Assistant.from_documents(DOCUMENTS, embedder=Letters())
    assert [hit.passage.document.id for hit in assistant.search("hail yyyy", k=1)] == ["d"]
    assert [hit.passage.document.id for hit in assistant.search("xxxx", k=4)] == ["a", "b", "c", "d"]
