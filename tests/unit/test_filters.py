"""What the page's filters keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from index.document import NOT_STATED, Document
from ui.filters import EVERYBODY, Filters, outlets_of

POST = Document("post", "One", "Text.", "North Post", date(2013, 5, 8))
LATER = Document("later", "Two", "Text.", "North Post", date(2014, 1, 2))
BARE = Document("bare", "Three", "Text.")
ALL = (POST, LATER, BARE)


def kept(filters: Filters) -> list[str]:
    return [document.id for document in ALL if filters.keep(document)]


def test_nothing_chosen_keeps_all_and_shows_nothing() -> None:
    filters = Filters.of([], None, None, EVERYBODY)
    assert kept(filters) == ["post", "later", "bare"]
    assert (filters.limits_articles, filters.speaker, filters.chips(ALL)) == (False, None, "")


def test_outlets_keep_their_articles_and_those_not_stated_too_where_chosen() -> None:
    assert kept(Filters.of(["North Post"], None, None, None)) == ["post", "later"]
    assert kept(Filters.of([NOT_STATED], None, None, None)) == ["bare"]


def test_an_article_that_several_outlets_printed_is_of_each_of_them() -> None:
    printed = replace(POST, also=("East Echo", "West Wire"))
    assert Filters.of(["West Wire"], None, None, None).keep(printed)
    assert not Filters.of(["South Sun", NOT_STATED], None, None, None).keep(printed)
    assert Filters.of([NOT_STATED], None, None, None).keep(replace(BARE, also=("East Echo",)))


def test_outlets_are_offered_once_with_those_that_printed_the_same() -> None:
    printed = replace(LATER, also=("East Echo", "North Post"))
    assert outlets_of([POST, printed, BARE]) == ["North Post", "East Echo", NOT_STATED]
    assert outlets_of([]) == []


def test_a_range_of_days_holds_both_ends_and_no_article_without_a_date() -> None:
    assert kept(Filters.of([], datetime(2013, 5, 8), None, None)) == ["post", "later"]
    assert kept(Filters.of([], None, datetime(2013, 5, 8), None)) == ["post"]


def test_chips_count_what_is_kept_and_escape_what_is_chosen() -> None:
    filters = Filters.of(["North Post"], datetime(2014, 1, 1), None, "<b>Lind</b>")
    shown = filters.chips(ALL)
    assert "1 of 3 articles" in shown
    assert "from 1 January 2014" in shown
    assert "said by &lt;b&gt;Lind&lt;/b&gt;" in shown
