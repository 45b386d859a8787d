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


@pytest.mark.parametrize(
    ("article", "question", "names"),
    [
        ("The US minister came. Two U.S. ships left.", "Where did the American minister go?", ("us",)),
        ("America sent two ships.", "Where did the US ships go?", ("america",)),
        ("Dutch dikes held.", "Why did the dikes of Holland hold?", ("dutch",)),
        ("“Give us time,” he said.", "What did the American say?", ("american",)),  # a pronoun is no country
        ("The UK sent ships.", "What was sent from London?", ("london",)),  # nor is a country its capital
    ],
)
def test_a_country_is_looked_for_as_the_articles_call_it(
    embedder: Embedder, article: str, question: str, names: tuple[str, ...]
) -> None:
    index = Index.of([Document("a", "", article)], embedder)
    found = in_their_words(understand(question, index.words, index.names), index, None)
    assert found.names == names
    assert set(names) <= set(found.terms)
    assert not found.replaced


def test_words_that_say_the_same_are_stems_without_the_word_itself() -> None:
    assert stem("relationship") in alike(stem("relations"))
    assert "tie" not in alike("tie")
    assert not any(" " in other for other in alike(stem("increase")))
    assert alike("pier") == ()


def test_question_in_other_words_is_answered(seeds: Assistant) -> None:
    answer = seeds.ask("Why are tensions rising?")
    assert answer.answered
    assert any("tensions" in citation.quote for citation in answer.citations)
