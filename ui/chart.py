"""The dates of an answer as points of a chart: when its quotes were published, and when what they tell of happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa import Answer, Citation

PUBLISHED, HAPPENED = "published", "told of"
#: Beside the points stays free this part of the time between the first and the last.
MARGIN = 20


@dataclass(frozen=True, slots=True)
class Point:
    """One date of a quote.

    sort: PUBLISHED or HAPPENED, never mixed. who: its speaker, else its outlet. quote: its number, and the words that
    name the date where the quote has them.
    """

    day: date
    sort: str
    who: str
    quote: str


def points(answer: Answer | None) -> list[Point]:
    """The dates in order; none where they are fewer than two different ones."""
    if answer is None:
        return []
    found = [
        Point(citation.document.published, PUBLISHED, who(citation), f"[{citation.number}]")
        for citation in answer.citations
        if citation.document.published
    ]
    found += [
        Point(event.moment.start, HAPPENED, who(event.citation), f"[{event.citation.number}] “{event.moment.said}”")
        for event in answer.timeline
    ]
    different = {point.day for point in found}
    return sorted(dict.fromkeys(found), key=lambda point: point.day) if len(different) > 1 else []


def limits(some: Sequence[Point]) -> list[float]:
    """Where the axis begins and ends, in seconds since 1970: a little beyond the first and last day."""
    first, last = (datetime.combine(day, time(), UTC) for day in (some[0].day, some[-1].day))
    margin = max((last - first) / MARGIN, timedelta(days=1))
    return [(first - margin).timestamp(), (last + margin).timestamp()]


def who(citation: Citation) -> str:
    """Whose words they are, in short."""
    return citation.speaker.name if citation.speaker else citation.document.outlet or "outlet not stated"
