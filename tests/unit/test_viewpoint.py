"""Answers by who says it, in time, and of one speaker alone, on two small articles."""

from __future__ import annotations

from datetime import date

import pytest

from index.document import Document
from qa import Assistant
from qa.reader import Readers

HARBOUR = """The harbour of Velm has been closed since March 2012, after a storm broke its northern wall.

"The closure was a mistake, and the fishermen of Velm pay for it," said Norwegian Fisheries Minister Ola Lind. He \
added that the wall could be mended within two years.

Danish officials said the closure had been necessary because the northern wall was about to fall."""
MARKET = """Fewer boats land at Velm because the harbour was closed in 2012.

Ada Moe, a historian, said the fishermen of Velm had often been moved before. "In 1953 the whole quay was rebuilt, and \
nobody asked the fishermen," Moe said."""


@pytest.fixture(scope="module")
def velm(both: Readers) -> Assistant:
    return Assistant(
        readers=both,
        documents=[
            Document("harbour", "Velm's harbour stays closed", HARBOUR, "North Post", date(2013, 5, 8)),
            Document("market", "Fewer boats at Velm", MARKET),
        ],
    )


def test_those_quoted_are_listed_with_their_roles(velm: Assistant) -> None:
    assert {str(speaker) for speaker in velm.speakers()} == {
        "Ola Lind, Norwegian Fisheries Minister",
        "Danish officials",
        "Ada Moe, a historian",
    }


def test_what_somebody_said_is_quoted_of_nobody_else(velm: Assistant) -> None:
    answer = velm.ask("What did Lind say about the closure of the harbour?")
    assert answer.answered
    assert {str(citation.speaker) for citation in answer.citations} == {"Ola Lind, Norwegian Fisheries Minister"}
    assert "[1] Ola Lind, Norwegian Fisheries Minister · North Post · 8 May 2013" in str(answer)


def test_a_country_asked_about_speaks_through_its_officials(velm: Assistant) -> None:
    answer = velm.ask("What does Denmark say about the closure of the harbour?")
    assert [str(citation.speaker) for citation in answer.citations] == ["Danish officials"]


def test_views_stand_under_those_who_hold_them(velm: Assistant) -> None:
    answer = velm.ask("What do Norway and Denmark think of the closure of the harbour?")
    assert answer.grouped
    assert [side.head for side in answer.viewpoints] == ["Norway", "Denmark"]
    numbers = [citation.number for side in answer.viewpoints for citation in side.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert answer.text.index("Norway:") < answer.text.index("mistake") < answer.text.index("Denmark:")


def test_one_who_is_not_quoted_on_it_is_named(velm: Assistant) -> None:
    answer = velm.ask("How do Norway and the fishermen of Velm see the closure of the harbour?")
    assert answer.lead == "Each side in the articles: (No quote of the fishermen of Velm on this was found.)"


def test_an_outlet_speaks_in_its_own_voice(velm: Assistant) -> None:
    answer = velm.ask("Why do fewer boats land at Velm?")
    assert [side.head for side in answer.viewpoints if side.own_voice][:1] == [
        "An article whose outlet is not stated, in its own voice"
    ]


def test_only_one_speaker_is_read_where_only_theirs_is_wanted(velm: Assistant) -> None:
    answer = velm.ask("How often were the fishermen of Velm moved?", speaker="Ada Moe")
    assert answer.answered
    assert {citation.speaker.name for citation in answer.citations if citation.speaker} == {"Ada Moe"}
    assert not velm.ask("How often were the fishermen of Velm moved?", speaker="Sweden").answered


def test_times_told_of_are_in_order_and_apart_from_publication(velm: Assistant) -> None:
    answer = velm.ask("When was the harbour of Velm closed?")
    assert answer.answered
    first = answer.timeline[0].moment
    assert (first.start, first.said) == (date(2012, 3, 1), "since March 2012")
    for event in answer.timeline:
        assert event.moment.said in event.citation.quote
    days = [event.moment.start for event in answer.timeline]
    assert days == sorted(days)
