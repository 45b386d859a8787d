"""The dates of an answer as a chart: a line a quote, and which point leads to which quote."""

from __future__ import annotations

from datetime import date

import pytest

from qa import Assistant
from ui.chart import HAPPENED, PUBLISHED, Point, chart, drawing, points

WHY = "why did relations deteriorate?"


def point(first: date, last: date, number: int = 1, who: str = "Halden Post") -> Point:
    return Point(first, last, HAPPENED, "then", number, who, "A bridge was closed.")


def test_when_it_was_published_and_what_it_tells_of_are_apart(seeds: Assistant) -> None:
    answer = seeds.ask(WHY)
    found = points(answer)
    published = {citation.document.published for citation in answer.citations} - {None}
    assert {point.day for point in found if point.sort == PUBLISHED} == published
    told = [(point.day, point.until) for point in found if point.sort == HAPPENED]
    assert told == [(one.moment.start, one.moment.end) for one in answer.timeline]
    assert [point.day for point in found] == sorted(point.day for point in found)


def test_one_date_alone_is_no_chart(seeds: Assistant) -> None:
    declined = seeds.ask("What is the capital of France?")
    assert points(declined) == points(None) == []


def test_each_mark_says_which_quote_it_is_of_and_what_it_shows(seeds: Assistant) -> None:
    found = points(seeds.ask(WHY))
    rows = drawing(found)["data"]["values"]
    assert [row["number"] for row in rows] == sorted(one.number for one in found)
    assert all(row["label"] == f"Quote {row['number']}, {row['who']}: {row['sort']} {row['when']}" for row in rows)


def test_chart_names_no_address_and_runs_nothing(seeds: Assistant) -> None:
    drawn = chart(points(seeds.ask(WHY)))
    assert drawn.type == "altair"
    assert "http" not in drawn.plot
    assert "expr" not in drawn.plot


@pytest.mark.parametrize(
    ("last", "form"),
    [(date(2016, 3, 9), "%-d %b %Y"), (date(2016, 12, 9), "%b %Y"), (date(2021, 1, 1), "%Y")],
)
def test_axis_writes_days_months_or_years(last: date, form: str) -> None:
    axis = drawing([point(date(2016, 3, 1), date(2016, 3, 1)), point(last, last)])["encoding"]["x"]["axis"]
    assert axis["format"] == form


def test_a_line_is_named_in_short() -> None:
    (row,) = drawing([point(date(2016, 3, 1), date(2016, 3, 2), 3, "The Halden and Tistedal Post")])["data"]["values"]
    assert row["line"] == "3  The Halden and Ti…"
    assert (row["day"], row["until"]) == ("2016-03-01", "2016-03-02")
