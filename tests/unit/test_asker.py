"""What the asker says of himself is left out of the question, and only that."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.asker import without_introduction


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("I'm writing a school paper: why did relations sour?", "why did relations sour?"),
        ("Hi! What did the mayor say?", "What did the mayor say?"),
        ("Hello there, I have a deadline. My boss wants this. Who paid?", "Who paid?"),
        ("hey, when was the bridge built", "when was the bridge built"),
    ],
)
def test_an_introduction_is_left_out(typed: str, asked: str) -> None:
    assert without_introduction(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "Why did we win?",
        "What did he mean by “I am tired: what now”?",
        "I read that Norland left the league. Why did it leave?",
        "Highways: why do they cost so much?",
        "The mayor resigned. Why?",
        "Why did my team lose: what happened?",
        "hi " * 600 + "there",  # would never end, were every way to part it tried
    ],
)
def test_whatever_may_matter_stays(typed: str) -> None:
    assert without_introduction(typed) == typed


def test_the_answer_shows_the_question_that_was_searched_for(seeds: Assistant) -> None:
    answer = seeds.ask("I'm a student and I have to write an essay: why did relations deteriorate?")
    assert answer.answered
    assert answer.understood == "why did relations deteriorate?"
