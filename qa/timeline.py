"""Citations -> Events in time: when what the quotes tell of happened. When they were published is another date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.days import Days, around
from index.moment import Moment, moments_in

if TYPE_CHECKING:
    from qa.answer import Citation


@dataclass(frozen=True, slots=True)
class Event:
    """A time that a quote names, and the quote; `moment.said` stands in `citation.quote`."""

    moment: Moment
    citation: Citation

    def __str__(self) -> str:
        """The days, and the words of the quote where those are others: "20 April 2016 (“Wednesday”)"."""
        said = self.moment.said
        days = str(Days(self.moment.start, self.moment.end))
        if self.moment.onward:
            start = self.moment.start
            unit = "year" if (start.month, start.day) == (1, 1) else "month" if start.day == 1 else "day"
            days = f"{around(start, unit)} on"
        return days if days.lower() == said.lower() else f"{days} (“{said}”)"


def timeline(citations: Iterable[Citation]) -> tuple[Event, ...]:
    """The times that the citations' quotes name, the earliest first; of equals, in the order of the answer."""
    events = [
        Event(moment, citation)
        for citation in citations
        for of_sentence in moments_in(citation.passage)
        for moment in of_sentence
        if citation.start <= moment.said_start and moment.said_end <= citation.end
    ]
    return tuple(sorted(events, key=lambda event: (event.moment.start, event.moment.end)))


def times(citation: Citation) -> str:
    """When what a quote tells of happened, as far as it says so, and when it was published: two things, kept apart."""
    told = "; ".join(dict.fromkeys(map(str, citation.events))) or "no time that it names"
    published = citation.document.published
    return f"Tells of {told}; published {Days(published, published) if published else 'on a day not known'}"
