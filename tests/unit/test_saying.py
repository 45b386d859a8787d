"""Whose words a question asks for: what others say of somebody is not what they said."""

from __future__ import annotations

from datetime import date

import pytest

from index.document import Document
from qa import Assistant
from qa.reader import Readers
from qa.saying import tells_of

TEXT = """The old bridge over the Tista will stay closed until spring, the council decided on Monday.

"The bridge is not safe for anybody," said Mayor Ann Lee. She met Governor Per Moe for talks about the bridge.

The council broke its word, said the engineer Tom Berg, since Senator Eva Dahl had promised to repair the bridge."""


@pytest.fixture(scope="module")
def bridge(both: Readers) -> Assistant:
    document = Document("bridge", "Bridge stays closed", TEXT, "Valley News", date(2016, 3, 25))
    return Assistant([document], readers=both)


def test_only_those_asked_about_are_quoted(bridge: Assistant) -> None:
    answer = bridge.ask("What did Lee say about the bridge?")
    assert [citation.speaker and citation.speaker.name for citation in answer.citations] == ["Ann Lee"]
    assert "not safe for anybody" in answer.citations[0].quote


def test_whoever_is_only_mentioned_said_nothing(bridge: Assistant) -> None:
    answer = bridge.ask("What did Moe say about the bridge?")
    assert not answer.answered
    assert answer.confidence == 0.0
    assert (answer.reason or "").endswith("They give no words of “Moe”.")


def test_what_somebody_else_tells_of_their_words_is_quoted_as_that_speakers(bridge: Assistant) -> None:
    answer = bridge.ask("What did Dahl say about the bridge?")
    assert ["promised" in citation.quote for citation in answer.citations] == [True]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Senator Dahl announced that the bridge is closed.", True),
        ("Senator Dahl wants the bridge closed.", True),
        ("Lee met Dahl for talks on the bridge.", False),
        ("Statements from Dahl’s office reached the council.", False),
        ("The bridge is closed.", False),
    ],
)
def test_a_sentence_tells_of_somebodys_words_where_they_say_or_think(text: str, told: bool) -> None:
    assert tells_of(("dahl",), text) is told
