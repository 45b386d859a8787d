"""Citations -> Events in time: when what the quotes tell of happened. When they were published is another date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.moment import Moment, moments_in

if TYPE_CHECKING:
    from qa.answer import Citation


@dataclass(frozen=True, slots=True)
class Event:
    """A time that a quote names, and the quote; `moment.said` stands in `citation.quote`."""

    moment: Moment
    citation: Citation


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
