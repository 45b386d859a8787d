"""A sentence that says the very thing a question is about, with its cause or time, answers it in whatever words."""

from __future__ import annotations

import pytest

from qa import Assistant, Document
from qa.evidence import Evidence
from qa.explaining import explains
from qa.question import understand

WHY = "Why did the ties between the two towns worsen?"


def evidence(sentence: str, names_missing: float = 0.0) -> Evidence:
    passage = Assistant.from_documents([Document("one", "Two towns", sentence)]).search("towns", k=1)[0].passage
    return Evidence(passage, 0, {"names_missing": names_missing, "typed": float("0" in sentence)}, 0.0)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        (WHY, "Relations between the two towns deteriorated over the new dam.", True),
        (WHY, "The dispute over the dam soured relations between the two towns.", True),
        (WHY, "Relations between the two towns deteriorated.", False),
        (WHY, "Relations between the two towns could deteriorate because of the dam.", False),
        (WHY, "Relations between the two towns improved thanks to the dam.", False),
        (WHY, "The bridge between the two towns deteriorated because of the salt.", False),
        ("When did the ties worsen?", "Relations between the two towns deteriorated over the new dam.", False),
        ("When did ties between the towns begin to worsen?", "Relations between the towns deteriorated in 1990.", True),
        ("When did the ties between the towns worsen?", "Relations between the two towns could worsen in 2040.", False),
        ("When did the ties between the towns worsen?", "Relations between the two towns improved in 1990.", False),
    ],
)
def test_it_takes_the_thing_and_a_cause_to_explain(question: str, sentence: str, expected: bool) -> None:
    assert explains(understand(question), evidence(sentence)) is expected


def test_a_name_out_of_reach_is_another_matter() -> None:
    assert not explains(understand(WHY), evidence("Relations between the two towns deteriorated over the dam.", 0.5))


@pytest.mark.parametrize(
    "question",
    [
        "Why did the relationship sour?",
        "Why did ties deteriorate?",
        "Why have ties worsened?",
        "Why are ties strained?",
        "Why did the ties break down?",
        "Why is the relationship so bad?",
        "Why are relations tense?",
    ],
)
def test_the_question_in_other_words_gets_the_stated_causes_first(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert answer.answered
    assert "relations" in answer.citations[0].quote.lower()
    assert any(cause in answer.citations[0].quote for cause in ("due to", "over", "souring"))


@pytest.mark.parametrize("question", ["When did relations begin to deteriorate?", "When did relations sour?"])
def test_the_time_is_given_in_whatever_words(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert answer.answered
    assert "2014" in answer.citations[0].quote
