"""Spelling correction leaves alone what the dossier holds, and puts nothing into a question but the dossier's words."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from index.terms import WORD, words
from qa.spelling import corrected
from tests.property.strategies import TEXTS, stable

RARE = st.text(string.ascii_lowercase, min_size=1, max_size=14)
VOCABULARY = st.lists(RARE, unique=True, max_size=12).map(sorted)


@stable(60)
@given(vocabulary=VOCABULARY, others=VOCABULARY, data=st.data())
def test_word_that_the_dossier_holds_is_never_touched(
    vocabulary: list[str], others: list[str], data: st.DataObject
) -> None:
    held = data.draw(st.lists(st.sampled_from(vocabulary), max_size=6) if vocabulary else st.just([]))
    question = " ".join(data.draw(st.permutations(held + others)))
    after = corrected(question, vocabulary).split()
    for before, now in zip(question.split(), after, strict=True):
        assert now == before or (before not in vocabulary and now in vocabulary)
        assert OSA.distance(before, now) <= min(2, len(before) // 4)


@stable(60)
@given(text=TEXTS)
def test_text_asked_of_itself_is_never_touched(text: str) -> None:
    assert corrected(text, sorted(set(words(text)))) == text


@stable(60)
@given(text=TEXTS, vocabulary=VOCABULARY)
def test_only_words_change_and_all_between_them_stays(text: str, vocabulary: list[str]) -> None:
    assert WORD.split(corrected(text, vocabulary)) == WORD.split(text)
