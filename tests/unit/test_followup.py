"""Follow-ups are made whole from the conversation, the answer says how; a question of its own is left alone."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.followup import completed

LEADERS = [
    {"role": "user", "content": "Who is Anatoly Antonov?"},
    {"role": "assistant", "content": "“Deputy Defense Minister Anatoly Antonov told Russian media.” [1]"},
]
KERRY = [
    {"role": "user", "content": "What did Kerry say about Ukraine?"},
    {"role": "assistant", "content": "“Kerry said that the truce in Ukraine must hold.” [1]"},
]


@pytest.mark.parametrize(
    ("question", "history", "whole"),
    [
        ("What did he say about an arms race?", LEADERS, "What did Anatoly Antonov say about an arms race?"),
        ("What about Syria?", KERRY, "What did Kerry say about Syria?"),
        ("Where does the river rise?", KERRY, "Where does the river rise?"),
        ("Is it true that the mayor resigned?", KERRY, "Is it true that the mayor resigned?"),
        ("Why did Merkel say she would stay?", KERRY, "Why did Merkel say she would stay?"),
        ("What did he say?", [], "What did he say?"),
    ],
)
def test_a_follow_up_is_made_whole(question: str, history: list[dict[str, str]], whole: str) -> None:
    assert completed(question, history) == whole


def test_a_chain_of_follow_ups_keeps_its_topic() -> None:
    history = list(KERRY)
    for place in ("Syria", "Poland", "Libya", "Iran"):
        history.append({"role": "user", "content": f"And what about {place}?"})
        history.append({"role": "assistant", "content": f"“Kerry spoke of {place}.” [1]"})
    assert completed("What about Germany?", history) == "What did Kerry say about Germany?"


def test_the_answer_says_how_a_follow_up_was_understood(seeds: Assistant) -> None:
    answer = seeds.ask("What did he say about an arms race?", history=LEADERS)
    assert answer.understood == "What did Anatoly Antonov say about an arms race?"
    assert "we are against an arms race" in answer.citations[0].quote
    assert str(answer).startswith("Understood as: What did Anatoly Antonov say about an arms race?")


def test_why_is_that_asks_for_the_reasons_of_what_was_told(seeds: Assistant) -> None:
    history = [
        {"role": "user", "content": "Are ties between Russia and NATO good?"},
        {"role": "assistant", "content": "Relations between Russia and NATO have deteriorated."},
    ]
    answer = seeds.ask("Why is that?", history=history)
    assert answer.answered
    assert answer.understood
    assert answer.understood.startswith("Why")
    assert "deteriorate" in answer.understood


def test_a_new_topic_is_not_drawn_to_the_old_one(seeds: Assistant) -> None:
    question = "Where did Vershbow give his lecture?"
    answer = seeds.ask(question, history=LEADERS)
    assert answer.understood is None
    assert answer.citations == seeds.ask(question).citations
