"""A question that says nothing to look up is asked back, with questions that the articles do answer."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.question import understand
from qa.vague import is_vague

VAGUE = """What about it?|Tell me more|Is that true?|Why?|What happened?|What did he say?|Who is she?|When?|and of the
hello|Thanks!|Can you explain that?|Summarise the articles|What is this about?|How old is he?|When did it happen?
What's new?|Why did they do it?|What did they agree on?|more details please|Give me an example|I don't understand
Did it work?"""
FULL = """Yanukovych|sanctions|why did relations deteriorate?|Who won?|What happened in 2014?|What happened to the ship?
Is it possible to join the alliance?|How long does it take to repair the bridge?|What was agreed?|price of oil
Who resigned?|What does the mayor think of his critics?|why is it called the Arctic
Is it true that the bridge was closed?|Does the museum open on Sundays, and what does it show?
How old was the king when he died?"""


def split(listed: str) -> list[str]:
    return [question for line in listed.splitlines() for question in line.split("|")]


@pytest.mark.parametrize("question", split(VAGUE))
def test_question_about_nothing_is_vague(question: str) -> None:
    assert is_vague(understand(question))


@pytest.mark.parametrize("question", split(FULL))
def test_full_question_is_not_vague(question: str) -> None:
    assert not is_vague(understand(question))


def test_vague_question_is_declined_with_questions_that_have_an_answer(seeds: Assistant) -> None:
    answer = seeds.ask("Tell me more")
    assert (answer.answered, answer.citations, answer.nearest, answer.confidence) == (False, (), (), 0.0)
    assert 2 <= len(answer.suggestions) <= 3
    assert all(seeds.ask(suggestion).answered for suggestion in answer.suggestions)
    assert all(f"“{suggestion}”" in str(answer) for suggestion in answer.suggestions)
    assert answer.suggestions == seeds.ask("What happened?").suggestions


def test_without_articles_nothing_is_suggested() -> None:
    answer = Assistant.from_documents([]).ask("Tell me more")
    assert answer.suggestions == ()
    assert answer.reason == "The question does not say what it is about. Name a person, a place or an event."
