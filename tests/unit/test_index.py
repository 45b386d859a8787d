"""How a passage is scored by meaning and by words, asserted in exact scores with an embedder that counts letters."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from index.dense import Rows
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
    return Index.of(DOCUMENTS, Letters())


def found(index: Index, terms: list[str], k: int = 4, allowed: Rows | None = None) -> list[tuple[str, float]]:
    hits = index.search(X, terms, k, allowed)
    return [(hit.passage.document.id, round(hit.score, 2)) for hit in hits]


def test_score_is_the_cosine_and_half_the_share_of_the_terms(index: Index) -> None:
    assert found(index, ["fog"]) == [("a", 1.5), ("c", 0.95), ("b", 0.89), ("d", 0.0)]


def test_terms_count_by_their_rarity(index: Index) -> None:
    fog, hail = math.log(2), math.log(1 + 3.5 / 1.5)
    scores = dict(found(index, ["fog", "hail"]))
    assert scores["a"] == round(1 + 0.5 * fog / (fog + hail), 2) == 1.18
    assert scores["d"] == round(0.5 * hail / (fog + hail), 2) == 0.32


def test_without_terms_the_cosine_alone_ranks(index: Index) -> None:
    assert found(index, [], 2) == [("a", 1.0), ("b", 0.89)]
    assert found(index, ["frost"], 1) == [("a", 1.0)]


def test_only_the_rows_allowed_are_found(index: Index) -> None:
    rows = index.rows(lambda document: document.id in {"b", "d"})
    assert rows is not None
    assert rows.tolist() == [1, 3]
    assert found(index, ["fog"], 4, rows) == [("b", 0.89), ("d", 0.0)]
    assert index.rows(None) is None


def test_passage_that_only_words_find_is_found_among_many() -> None:
    many = [Document(str(number), "", "Rain xyy.") for number in range(60)]
    index = Index.of([*many, Document("last", "", "Frost yyy.")], Letters())
    assert found(index, ["frost"], 1) == [("last", 0.5)]


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
    assert [hit.passage.document.id for hit in Index.of(documents, Letters()).search(X, ["storm"], 1)] == ["a"]


def test_another_embedder_can_be_handed_in() -> None:
    assistant = Assistant.from_documents(DOCUMENTS, embedder=Letters())
    assert [hit.passage.document.id for hit in assistant.search("hail yyyy", k=1)] == ["d"]
    assert [hit.passage.document.id for hit in assistant.search("xxxx", k=4)] == ["a", "b", "c", "d"]
