"""What of the turns before a question is read with it."""

from __future__ import annotations

import pytest

from qa.conversation import asked_before, check_history, quoted_before
from qa.question import QuestionError

HISTORY = [
    {"role": "user", "content": "Who leads the union?"},
    {"role": "assistant", "content": "“Ann Lee  leads the union.” [1]\n\n[1] The Post"},
    {"role": "user", "content": "Since\nwhen?"},
    {"role": "assistant", "content": "- “She was elected in 2001.” [1]\n- “Again in 2005.” [2]"},
]


def test_the_last_questions_are_read_the_latest_last() -> None:
    assert asked_before(HISTORY) == "Who leads the union? Since when?"
    assert asked_before([{"role": "user", "content": "First?"}, *HISTORY]) == "Who leads the union? Since when?"
    assert asked_before([]) == ""


def test_the_first_quote_given_last_is_read() -> None:
    assert quoted_before(HISTORY) == "She was elected in 2001."
    assert quoted_before(HISTORY[:2]) == "Ann Lee leads the union."
    assert quoted_before(HISTORY[:3]) == ""
    assert quoted_before([{"role": "assistant", "content": "The articles do not hold the answer."}]) == ""
    assert quoted_before([]) == ""


@pytest.mark.parametrize(
    "turn", [{}, {"role": "user"}, {"role": "system", "content": "x"}, {"role": "user", "content": 1}, "x"]
)
def test_a_turn_of_another_form_is_named(turn: object) -> None:
    with pytest.raises(QuestionError, match=r"Turn 2 of the history is not of the form"):
        check_history([{"role": "user", "content": "Why?"}, turn])  # type: ignore[list-item]
