"""Which questions ask what happened in a time, and of what; and which ask for something else."""

from __future__ import annotations

import pytest

from qa.change import tells_of_change
from qa.dated import dated_question
from qa.question import understand


@pytest.mark.parametrize(
    ("question", "said", "topic"),
    [
        ("What happened in 2014?", "in 2014", ()),
        ("2014?", "in 2014", ()),
        ("Events of 2014", "in 2014", ()),
        ("Summarise the main developments in May 2016.", "in May 2016", ()),
        ("What happened in 2014 and in 2016?", "in 2014 and in 2016", ()),
        ("What happened in Halden in 2014?", "in 2014", ("halden",)),
        ("What happened after the strike in July 2016?", "from July 2016 on", ("strike",)),
        ("How did wages change between 2014 and 2016?", "between 2014 and 2016", ("wage",)),
    ],
)
def test_asks_what_happened(question: str, said: str, topic: tuple[str, ...]) -> None:
    found = dated_question(understand(question))
    assert found is not None
    assert (found.said, found.topic) == (said, topic)


@pytest.mark.parametrize(
    "question",
    [
        "Who visited Halden in March 2016?",
        "Who won the 1966 World Cup?",
        "What did he say in 2014?",
        "What happened to him in 2014?",
        "What happened in Halden?",
        "What was reported last December?",
        "What happened to the 4.2 million crowns?",
    ],
)
def test_asks_for_something_else(question: str) -> None:
    assert dated_question(understand(question)) is None


@pytest.mark.parametrize(
    ("question", "change", "reported"),
    [
        ("What changed in 2016?", True, False),
        ("What happened in 2016?", False, False),
        ("What was reported in 2016?", False, True),
        ("What is reported to have happened in 2016?", False, False),
        ("News from March 2016", False, True),
    ],
)
def test_asks_what_changed_or_what_was_published(question: str, change: bool, reported: bool) -> None:
    found = dated_question(understand(question))
    assert found is not None
    assert (found.change, found.reported) == (change, reported)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Prices rose in May.", True),
        ("The two towns agreed on a bridge.", True),
        ("The ferry has resumed its trips.", True),
        ("He welcomed the improvement.", True),
        ("The market is in the square.", False),
        ("She said the harbour was windy.", False),
    ],
)
def test_a_sentence_tells_of_a_change(sentence: str, told: bool) -> None:
    assert tells_of_change(sentence) is told
