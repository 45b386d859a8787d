"""FAISS equals a brute-force search, BM25 keeps to the rows allowed, and both know where each term stands."""

from __future__ import annotations

import bm25s
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.dense import DenseIndex, Rows
from index.embed import Vectors
from index.lexical import LexicalIndex, Postings
from tests.property.strategies import stable

TERMS = st.sampled_from(["fog", "ferri", "harbor", "2014", "今天", "lund"])
TERM_LISTS = st.lists(st.lists(TERMS, max_size=6), max_size=12)


@st.composite
def searches(draw: st.DrawFn) -> tuple[Vectors, Vectors, int, Rows | None]:
    """Unit vectors, one more to look for, how many are wanted, and the rows allowed."""
    rows, width = draw(st.integers(1, 40)), draw(st.integers(2, 16))
    generator = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    vectors = generator.standard_normal((rows + 1, width)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    some = draw(st.none() | st.sets(st.integers(0, rows - 1)).map(sorted))
    allowed = None if some is None else np.array(some, np.int64)
    return vectors[:-1], vectors[-1], draw(st.integers(1, 50)), allowed


@stable(60)
@given(search=searches())
def test_faiss_equals_a_brute_force_search(search: tuple[Vectors, Vectors, int, Rows | None]) -> None:
    vectors, wanted, k, allowed = search
    cosines = vectors @ wanted
    candidates = np.arange(len(vectors)) if allowed is None else allowed
    expected = candidates[np.argsort(-cosines[candidates], kind="stable")][:k]
    rows, scores = DenseIndex.of(vectors).search(wanted, k, allowed)
    np.testing.assert_allclose(scores, cosines[expected], atol=1e-5)
    np.testing.assert_allclose(cosines[rows], cosines[expected], atol=1e-5)
    assert len(set(rows.tolist())) == len(expected)
    assert set(rows.tolist()) <= set(candidates.tolist())


def test_faiss_finds_nothing_in_nothing() -> None:
    rows, scores = DenseIndex.of(np.zeros((0, 4), np.float32)).search(np.ones(4, np.float32), 3)
    assert (rows.tolist(), scores.tolist()) == ([], [])


@stable(60)
@given(lists=TERM_LISTS, term=TERMS)
def test_rows_with_a_term_are_the_true_rows(lists: list[list[str]], term: str) -> None:
    found = LexicalIndex(Postings.of(lists)).rows_with(term).tolist()
    assert sorted(found) == [row for row, terms in enumerate(lists) if term in terms]


@stable(60)
@given(lists=TERM_LISTS.filter(any), asked=st.lists(TERMS, unique=True, min_size=1, max_size=4))
def test_scores_are_those_of_bm25s(lists: list[list[str]], asked: list[str]) -> None:
    peer = bm25s.BM25()
    peer.index(lists, show_progress=False)
    known = [term for term in asked if term in peer.vocab_dict]
    expected = peer.get_scores(known) if known else np.zeros(len(lists), np.float32)
    rows, scores = LexicalIndex(Postings.of(lists)).search(asked, len(lists))
    assert sorted(rows.tolist()) == np.flatnonzero(expected).tolist()
    np.testing.assert_allclose(scores, expected[rows], rtol=1e-5)


@stable(60)
@given(lists=TERM_LISTS, asked=st.lists(TERMS, unique=True, max_size=4), k=st.integers(1, 15), data=st.data())
def test_words_find_the_rows_that_share_one_of_them(
    lists: list[list[str]], asked: list[str], k: int, data: st.DataObject
) -> None:
    some = data.draw(st.none() | st.sets(st.sampled_from(range(len(lists)))) if lists else st.none())
    allowed = None if some is None else np.array(sorted(some), np.int64)
    rows, scores = LexicalIndex(Postings.of(lists)).search(asked, k, allowed)
    sharing = {row for row, terms in enumerate(lists) if set(asked) & set(terms)}
    reachable = sharing if some is None else sharing & some
    assert len(rows) == min(k, len(reachable))
    assert set(rows.tolist()) <= reachable
    assert len(set(rows.tolist())) == len(rows)
    assert (scores > 0).all()
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)
    alone = dict(zip(*(part.tolist() for part in LexicalIndex(Postings.of(lists)).search(asked, 99)), strict=True))
    assert [alone[row] for row in rows.tolist()] == scores.tolist()
