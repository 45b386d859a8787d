"""A word that no article holds is looked for by one that they hold and that says the same."""

from __future__ import annotations

import pytest

from index.embed import Embedder
from index.index import Index
from index.terms import stem
from qa import Assistant, Document
from qa.question import understand
from qa.synonym import alike, in_their_words

PIER = Document("pier", "The pier", "Quarrels about the pier increased. The mayor's treaty with Oldport helped nobody.")


@pytest.fixture(scope="module")
def index(embedder: Embedder) -> Index:
    return Index.of([PIER], embedder)


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("Why are quarrels rising?", ["quarrel", "increas"]),
        ("Who signed the agreement with Oldport?", ["sign", "treati", "oldport"]),
        ("Why are quarrels about the pier loud?", ["quarrel", "pier", "loud"]),
        ("When did the Pact fail?", ["pact", "fail"]),
    ],
)
def test_only_a_missing_word_that_is_no_name_is_put_in_their_words(
    index: Index, question: str, terms: list[str]
) -> None:
    asked = understand(question, index.words, index.names)
    found = in_their_words(asked, index, None)
    assert list(found.terms) == terms
    assert (found.text, found.names) == (asked.text, asked.names)
    assert set(found.replaced) == set(asked.terms) - set(terms)


def test_words_that_say_the_same_are_stems_without_the_word_itself() -> None:
    assert stem("relationship") in alike(stem("relations"))
    assert "tie" not in alike("tie")
    assert not any(" " in other for other in alike(stem("increase")))
    assert alike("pier") == ()


def test_question_in_other_words_is_answered(seeds: Assistant) -> None:
    answer = seeds.ask("Why are tensions rising?")
    assert answer.answered
    assert any("tensions" in citation.quote for citation in answer.citations)
