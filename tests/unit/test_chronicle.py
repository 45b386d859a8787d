"""Questions by date: what happened, what was still to come and what was only published then are told apart."""

from __future__ import annotations

from datetime import date

import pytest

from index.embed import Embedder
from qa import Assistant, Document

RUST = "Rust had weakened the cables of the old bridge."
CLOSED = "The Halden bridge was closed to lorries on 4 May 2016."
OPENED = "The Tistedal school opened in March 2014 with a concert."
BURNT = "In 2014 the mill of Tistedal burnt down."
FERRY = "A ferry has carried bathers over the lake since last year."
VOTE = "The council will vote on a new bridge in September."
TODAY = "Shopkeepers complain that the harbour is windy."
SINGS = "The town choir sings in the square."
MOVED = "The market moved to the harbour."


@pytest.fixture(scope="module")
def valley(embedder: Embedder) -> Assistant:
    """Four articles; the last carries no date."""
    return Assistant.from_documents(
        [
            Document("bridge", "Bridge closed", f"{CLOSED} {RUST}\n\n{VOTE}", "Halden Post", date(2016, 5, 6)),
            Document("school", "Ten years of a school", f"{OPENED}\n\n{FERRY}", "Weekly", date(2016, 5, 20)),
            Document("market", "Windy market", f"{TODAY} {MOVED}", "Halden Post", date(2016, 11, 30)),
            Document("mill", "The mill", f"{BURNT} {SINGS}", "Almanac"),
        ],
        embedder=embedder,
    )


def quotes(assistant: Assistant, question: str) -> list[tuple[str, list[str]]]:
    answer = assistant.ask(question)
    return [(one.lead, [citation.quote for citation in one.citations]) for one in answer.sections]


def test_what_happened_comes_in_the_order_of_time_and_of_several_articles(valley: Assistant) -> None:
    answer = valley.ask("What happened from 2014 to May 2016?")
    assert quotes(valley, "What happened from 2014 to May 2016?")[0] == (
        "From 2014 to May 2016:",
        [BURNT, OPENED, FERRY, CLOSED],
    )
    assert answer.answered
    assert answer.text.startswith(f"From 2014 to May 2016:\n\n- “{BURNT}” [1]")


def test_what_happened_and_what_was_published_then_are_shown_apart(valley: Assistant) -> None:
    assert quotes(valley, "What happened in May 2016?") == [
        ("In May 2016:", [CLOSED]),
        ("Published in that time, without a time of its own:", [RUST]),
    ]
    told, published = valley.ask("What happened in May 2016?").citations
    assert told.times == "Tells of 4 May 2016; published 6 May 2016"
    assert published.times == "Tells of no time that it names; published 6 May 2016"


def test_what_was_still_to_come_is_not_told_as_done(valley: Assistant) -> None:
    assert quotes(valley, "What happened in September 2016?") == [
        ("In September 2016, still ahead when it was published:", [VOTE])
    ]


def test_a_longer_time_answers_only_where_no_other_does_and_says_so(valley: Assistant) -> None:
    assert quotes(valley, "What happened in July 2014?") == [
        ("No sentence found names a time in July 2014 itself; these name one that reaches into it:", [BURNT])
    ]
    assert valley.ask("What happened in July 2014?").confidence == 0.5


def test_what_was_reported_is_what_was_published(valley: Assistant) -> None:
    assert quotes(valley, "What was reported in November 2016?") == [("Published in November 2016:", [TODAY, MOVED])]
    assert quotes(valley, "What was reported in 2014?")[0][0] == (
        "No article searched was published in 2014. They tell of that time:"
    )


def test_only_the_topic_asked_about_is_told(valley: Assistant) -> None:
    assert quotes(valley, "What happened in Tistedal in 2014?") == [("In 2014:", [BURNT, OPENED])]
    assert quotes(valley, "What happened to the bridge in May 2016?")[0] == ("In May 2016:", [CLOSED])


def test_a_change_is_told_by_words_of_change(valley: Assistant) -> None:
    assert quotes(valley, "What changed in November 2016?") == [
        ("Published in November 2016, without a time of its own:", [MOVED])
    ]


def test_how_sure_it_is_follows_from_what_was_checked(valley: Assistant) -> None:
    asked = ("What happened in March 2014?", "What happened in 2015?", "What happened in November 2016?")
    assert [valley.ask(question).confidence for question in asked] == [0.9, 0.8, 0.5]


def test_a_time_of_which_nothing_is_told_is_declined_with_the_times_there_are(valley: Assistant) -> None:
    answer = valley.ask("What happened in 1950?")
    assert (answer.answered, answer.citations, answer.confidence) == (False, (), 0.0)
    assert answer.reason == (
        "No article searched tells of anything in 1950, and none was published then. The times that they name run from "
        "2014 to 2016; they were published from 6 May 2016 to 30 November 2016; 1 of 4 carries no date."
    )
    assert answer.nearest[0].text.startswith(BURNT)


def test_a_time_counted_from_today_is_declined(valley: Assistant) -> None:
    answer = valley.ask("What was reported last December?")
    assert not answer.answered
    assert "The latest dated article is of November 2016" in (answer.reason or "")


def test_only_what_is_searched_and_who_is_heard_is_told(valley: Assistant) -> None:
    of_post = valley.ask("What happened in 2014?", where=lambda document: document.outlet == "Weekly")
    assert [citation.quote for citation in of_post.citations] == [OPENED]
    assert not valley.ask("What happened in 2014?", speaker="Nobody").answered
    assert not valley.ask("What happened in 2014?", where=lambda _: False).answered


def test_outlets_that_tell_nothing_of_the_time_are_named(valley: Assistant) -> None:
    coverage = valley.ask("What happened in 2014?").coverage
    assert coverage is not None
    assert coverage.silent == ("Halden Post",)


def test_another_question_with_a_time_is_answered_by_what_is_dated_to_it(embedder: Embedder) -> None:
    visits = [
        Document(
            "one", "A visit", "King Olav visited the harbour of Halden earlier this month.", None, date(2016, 3, 25)
        ),
        Document(
            "two", "A visit", "Queen Maud visited the harbour of Halden earlier this month.", None, date(2012, 8, 9)
        ),
    ]
    answer = Assistant.from_documents(visits, embedder=embedder).ask("Who visited Halden in March 2016?")
    assert [citation.document.id for citation in answer.citations] == ["one"]


def test_nobody_is_quoted_twice_for_the_same(embedder: Embedder) -> None:
    same = "The Halden bridge was closed to lorries on 4 May 2016."
    copies = [Document(str(number), "Bridge", same) for number in range(3)]
    answer = Assistant.from_documents(copies, embedder=embedder).ask("What happened in May 2016?")
    assert [citation.quote for citation in answer.citations] == [same]
    assert answer.lead == "In May 2016 (1 of 3 sentences that tell of it):"
