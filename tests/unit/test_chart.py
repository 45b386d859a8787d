"""The dates of an answer as points on an axis of time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd

from app import shown_dates
from qa import Assistant
from ui.chart import HAPPENED, PUBLISHED, Point, limits, points


def test_when_it_was_published_and_what_it_tells_of_are_apart(seeds: Assistant) -> None:
    answer = seeds.ask("why did relations deteriorate?")
    found = points(answer)
    published = {citation.document.published for citation in answer.citations} - {None}
    assert {point.day for point in found if point.sort == PUBLISHED} == published
    assert {point.day for point in found if point.sort == HAPPENED} == {one.moment.start for one in answer.timeline}
    assert [point.day for point in found] == sorted(point.day for point in found)


def test_one_date_alone_is_no_chart(seeds: Assistant) -> None:
    declined = seeds.ask("What is the capital of France?")
    assert points(declined) == points(None) == []
    assert shown_dates(declined)[0]["visible"] is False


def test_the_axis_is_one_of_time_and_wider_than_its_points(seeds: Assistant) -> None:
    _, chart = shown_dates(seeds.ask("why did relations deteriorate?"))
    days = chart["value"]["day"]
    assert pd.api.types.is_datetime64_any_dtype(days)
    begin, end = (pd.Timestamp(limit, unit="s") for limit in chart["x_lim"])
    assert begin < days.min() < days.max() < end


def test_two_neighbouring_days_leave_a_day_free() -> None:
    some = [Point(date(2014, 3, day), PUBLISHED, "Post", "[1]") for day in (1, 2)]
    begin, end = (datetime.fromtimestamp(limit, UTC).date() for limit in limits(some))
    assert (begin, end) == (date(2014, 2, 28), date(2014, 3, 3))
