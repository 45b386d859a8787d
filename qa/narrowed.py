"""A question with a time, asked once more without it, of the sentences that are dated to it alone.

Likeness cannot tell that "earlier this month" is March 2016; the code that reads times can. What it has checked need
not be asked of the reader again, so the question is read without the words for its time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.calendar import Dated
from index.embed import Embedder
from index.index import Index
from qa.choose import Quote
from qa.evidence import Evidence
from qa.period import Period, periods, without
from qa.question import understand
from qa.search import Search
from qa.timely import timely_rows


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A Search without the time of its question, of the passages with sentences that are `dated` to it."""

    search: Search
    asked: tuple[Period, ...]
    dated: tuple[Dated, ...]

    def keep(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Of the evidence what is dated to the time asked about."""
        places = {one.place for one in self.dated}
        return [one for one in evidence if (one.passage.document.id, one.sentence.start) in places]

    def lists(self, quotes: Sequence[Quote]) -> list[tuple[str, list[Quote]]]:
        """The quotes that name a time within the one asked about, and the others, under words that say so."""
        said = " and ".join(dict.fromkeys(period.said for period in self.asked))
        named = [one for one in quotes if self.names_time(one)]
        others = [one for one in quotes if one not in named]
        heads = (f"{said[0].upper()}{said[1:]}:", f"Published {said}, without a time of its own:")
        return [(head, some) for head, some in zip(heads, (named, others), strict=True) if some]

    def names_time(self, quote: Quote) -> bool:
        """Whether a time within the one asked about stands in the quote."""
        document = quote.passage.document.id
        within = (moment for one in self.dated if one.passage.document.id == document for moment in one.moments)
        return any(
            quote.start <= moment.said_start < quote.end and any(period.holds(moment) for period in self.asked)
            for moment in within
        )


def narrowed(search: Search, index: Index, embedder: Embedder) -> Narrowed | None:
    """The question once more; None where it names no time, or nothing is dated to it, or nothing else is asked."""
    asked = periods(search.question.text)
    matter = without(search.question.text, asked)
    if not asked or not any(character.isalnum() for character in matter):
        return None
    dated = dated_to(asked, search, index)
    if not dated:
        return None
    again = replace(
        search,
        question=understand(matter, (), index.names),
        matter=matter,
        vector=embedder.embed([matter])[0],
        allowed=np.unique([one.row for one in dated]),
        sought=None,
    )
    return Narrowed(again, asked, dated)


def dated_to(asked: Collection[Period], search: Search, index: Index) -> tuple[Dated, ...]:
    """The sentences searched that are dated to one of the times asked about."""
    rows = timely_rows(asked, search.allowed, index)
    return tuple(one for one in index.calendar.sentences(rows) if is_of(one, asked))


def is_of(one: Dated, asked: Collection[Period]) -> bool:
    """Whether a sentence names a time within one of those asked about, or none in an article published then."""
    if one.moments:
        return any(period.holds(moment) for period in asked for moment in one.moments)
    return any(period.has(one.published) for period in asked)
