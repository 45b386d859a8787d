"""However a question asks why sides fell out, it gets the causes that the articles state; another is left as it is."""

from __future__ import annotations

import pytest

from qa import Assistant, Document
from qa.discord import plainly
from qa.question import understand


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("What drove Norland and the league apart?", "Why did relations between Norland and the league worsen?"),
        ("How did New Town and Norland fall out?", "Why did relations between New Town and Norland worsen?"),
        ("What divides Norland from Sudland?", "Why did relations between Norland and Sudland worsen?"),
        ("Why did ties between Old and New Town hit a low?", "Why did relations between Old and New Town worsen?"),
        ("What led to the breakdown of cooperation?", "Why did relations worsen?"),
        ("How did relations get so bad?", "Why did relations worsen?"),
        ("Why is there mistrust?", "Why did relations worsen?"),
    ],
)  # fmt: skip
def test_a_question_of_a_quarrel_alone_is_put_plainly(question: str, plain: str) -> None:
    assert plainly(understand(question)) == plain


@pytest.mark.parametrize(
    "question",
    [
        "What caused the fall in prices?",
        "Why did the bridge between Norland and Sudland collapse?",
        "Why did relations between Norland and Sudland improve?",
        "What strained relations between Norland and Sudland in 2014?",
        "When did relations between Norland and Sudland deteriorate?",
        "Who broke off the talks between Norland and Sudland?",
        "Why did Norland break off relations?",
        "What did Norland say about the rift?",
        "Why did the climate deteriorate?",
        "Why did the talks between Norland and Sudland break down?",
    ],
)
def test_a_question_of_anything_besides_is_left_alone(question: str) -> None:
    assert plainly(understand(question)) is None


@pytest.mark.parametrize(
    "question",
    [
        "What strained the relationship?",
        "What divides NATO and Russia?",
        "What drove Moscow and the alliance apart?",
        "What led to the breakdown of cooperation?",
    ],
)
def test_the_answer_shows_how_it_was_understood(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert answer.answered
    assert answer.understood is not None
    assert answer.understood.startswith("Why did relations")
    assert answer.question == question


def test_what_the_articles_do_not_hold_is_declined_in_its_own_words() -> None:
    towns = Assistant.from_documents([Document("one", "Two towns", "Norland and Sudland share a bridge over a river.")])
    answer = towns.ask("Why did Norland and Sudland fall out?")
    assert not answer.answered
    assert answer.understood is None
    assert "relations" not in answer.reason
