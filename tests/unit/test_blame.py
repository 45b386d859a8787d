"""A question for a verdict is asked as one for causes, and says so."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.blame import without_verdict


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who is to blame for the flood?", "What are the causes of the flood?"),
        ("who's mostly to blame for the flood", "What are the causes of the flood?"),
        ("Which side was at fault in the strike of 2014?", "What are the causes of the strike of 2014?"),
        ("Whose fault is the flood?", "What are the causes of the flood?"),
        ("Who is to blame?", "Who is to blame?"),
        ("Who blamed the mayor for the flood?", "Who blamed the mayor for the flood?"),
        ("What is the fault of the pump?", "What is the fault of the pump?"),
    ],
)
def test_only_a_question_for_a_verdict_is_put_in_other_words(question: str, asked: str) -> None:
    assert without_verdict(question) == asked


def test_who_is_to_blame_is_answered_with_each_sides_causes(seeds: Assistant) -> None:
    answer = seeds.ask("Who is to blame for the bad relations between NATO and Russia?")
    assert answer.understood == "What are the causes of the bad relations between NATO and Russia?"
    assert {"NATO", "Russia"} <= {side.head for side in answer.viewpoints}
