"""What the five articles do not tell is declined, with a reason that is true of them."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.confidence import threshold

NOT_HELD = "The articles do not hold the answer: "
REASONS = {
    "What is the capital of France?": NOT_HELD + "none of them mentions “capital” or “France”.",
    "What did Biden say about the 2022 invasion of Ukraine?": NOT_HELD
    + "none of them mentions “Biden”, “2022” or “invasion”. They do speak of “Ukraine”. "
    "The latest dated article is of December 2016; 2 of 5 carry no date.",
    "When did Finland join NATO?": NOT_HELD + "none of them mentions “Finland”. They do speak of “NATO”.",
    "How can I follow you on WeChat?": NOT_HELD + "none of them mentions “WeChat”.",
    "asdf qwer": NOT_HELD + "none of them contains “asdf” or “qwer”.",
    "?": "The question has no words in it. ",
    "?!… —": "The question has no words in it. ",
    "and of the": "The question does not say what it is about. ",
    "What did Angela Merkel say?": NOT_HELD + "none of them mentions “Angela Merkel”.",
    "Why did Obama cancel the sanctions?": "The articles come near this question, but no sentence was found that "
    "answers it; none of them contains “cancel”. They do speak of “Obama”.",
}


@pytest.mark.parametrize("question", REASONS)
def test_question_is_declined_with_a_true_reason(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert (answer.answered, answer.citations) == (False, ())
    assert answer.reason
    assert answer.reason.startswith(REASONS[question])
    assert answer.text == answer.reason
    assert 0 <= answer.confidence < threshold(seeds.readers)


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


def test_a_vague_question_is_handed_back_with_questions_that_the_dossier_answers(seeds: Assistant) -> None:
    answer = seeds.ask("Tell me more")
    assert not answer.answered
    assert 2 <= len(answer.suggestions) <= 3
    assert all(question in str(answer) for question in answer.suggestions)
    assert [question for question in answer.suggestions if not seeds.ask(question).answered] == []
