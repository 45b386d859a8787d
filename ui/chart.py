"""The dates of an answer as points of a chart: when its quotes were published, and when what they tell of happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa import Answer, Citation

PUBLISHED, HAPPENED = "published", "told of"


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


def who(citation: Citation) -> str:
    """Whose words they are, in short."""
    return citation.speaker.name if citation.speaker else citation.document.outlet or "outlet not stated"
