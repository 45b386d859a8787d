"""What the five articles do not tell is declined, with a reason that is true of them."""

from __future__ import annotations

import pytest

from qa import Assistant

REASONS = {
    "What is the capital of France?": "none of them mentions “France”.",
    "What did Biden say about the 2022 invasion of Ukraine?": "none of them mentions “Biden” or “2022”.",
    "When did Finland join NATO?": "none of them mentions “Finland”.",
    "How can I follow you on WeChat?": "none of them mentions “WeChat”.",
    "asdf qwer": "none of them contains “asdf” or “qwer”.",
    "?": "The question has no words in it. Ask about something the articles may tell.",
    "?!… —": "The question has no words in it. Ask about something the articles may tell.",
    "and of the": "The question does not say what it is about. Name a person, a place or an event.",
    "What did Angela Merkel say?": "none of them mentions “Angela” or “Merkel”.",
}


@pytest.mark.parametrize("question", REASONS)
def test_question_is_declined_with_a_true_reason(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert (answer.answered, answer.citations) == (False, ())
    assert answer.reason
    assert answer.reason.endswith(REASONS[question])
    assert answer.text == answer.reason
    assert 0 <= answer.confidence < 0.3


@pytest.mark.parametrize(
    "question",
    [
        "Who won the 2018 World Cup?",
        "How do I bake sourdough bread?",
        "How many troops did NATO send to Poland?",
        "What was agreed in the Minsk accords?",
        "What is Vladimir Evseev's phone number?",
        "Did lottery sales shrink in February?",
        "How can I add a comment?",
    ],
)
def test_question_near_or_far_is_declined(seeds: Assistant, question: str) -> None:
    assert [citation.quote for citation in seeds.ask(question).citations] == []


def test_what_comes_nearest_is_shown_and_is_no_citation(seeds: Assistant) -> None:
    answer = seeds.ask("When did Finland join NATO?")
    assert [passage.document.title for passage in answer.nearest] != []
    assert "Nearest, but not an answer:\n- " in str(answer)
    assert answer.nearest[0].text in str(answer)
    assert str(answer).startswith(answer.text)


def test_without_words_nothing_is_nearest(seeds: Assistant) -> None:
    assert seeds.ask("?").nearest == ()
    assert str(seeds.ask("?")) == seeds.ask("?").reason
