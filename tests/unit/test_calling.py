"""Who called something so is asked as who said that it is so, and answered with the one who did."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.calling import as_statement


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who called the improvement tactical?", "Who said that the improvement is tactical?"),
        ("Who described the build-up as dangerous?", "Who said that the build-up is dangerous?"),
        ("who has called the mayor a liar", "Who said that the mayor is a liar?"),
        ("Who called the rent completely illegal?", "Who said that the rent is completely illegal?"),
        ("Who regards the moves as provocations?", "Who said that the moves are provocations?"),
        ("Who declared Lee and Lund friends of the town?", "Who declared Lee and Lund friends of the town?"),
        ("Who called the police?", "Who called the police?"),
        ("Who called for talks?", "Who called for talks?"),
        ("Who called in the army?", "Who called in the army?"),
        ("Who called it a day?", "Who called it a day?"),
        ("Who considered leaving?", "Who considered leaving?"),
        ("Who saw the man in Berlin?", "Who saw the man in Berlin?"),
        ("Who served as mayor?", "Who served as mayor?"),
    ],
)  # fmt: skip
def test_only_a_question_of_what_something_was_called_is_put_in_other_words(question: str, asked: str) -> None:
    assert as_statement(question) == asked


def test_who_called_it_so_is_named(seeds: Assistant) -> None:
    answer = seeds.ask("Who called the improvement tactical?")
    assert answer.understood == "Who said that the improvement is tactical?"
    assert any(one.speaker and one.speaker.name == "Wan Chengcai" for one in answer.citations)
