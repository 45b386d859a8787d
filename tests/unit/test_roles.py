"""Who accuses whom."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.roles import turned_round

ASKED = "What does Norway accuse Sweden of?"


@pytest.mark.parametrize(
    ("question", "sentence", "turned"),
    [
        (ASKED, "Sweden accused Norway of taking its fish.", True),
        (ASKED, "Norway was accused by Sweden of taking its fish.", True),
        (ASKED, "Norway accused Sweden of taking its fish.", False),
        (ASKED, "Sweden, accused by Norway of theft, kept silent.", False),
        (ASKED, "Norway kept silent.", False),
        ("What does Norway say about Sweden?", "Sweden said that Norway takes its fish.", False),
        ("Who accused Sweden?", "Sweden accused Norway.", False),
    ],
)
def test_what_was_done_to_those_asked_about_is_told_from_what_they_did(
    question: str, sentence: str, turned: bool
) -> None:
    assert turned_round(question, sentence) is turned


def test_accusation_against_those_asked_about_is_not_theirs(seeds: Assistant) -> None:
    quotes = [citation.quote for citation in seeds.ask("What does Russia accuse NATO of?").citations]
    assert quotes
    assert not any("accused Russia" in quote for quote in quotes)
