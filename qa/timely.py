"""Which passages may tell of the times that a question asks about, before any of their sentences is looked at."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import reduce

import numpy as np

from index.calendar import Dated
from index.dense import Rows
from index.document import Document
from index.index import Index
from qa.period import Period

#: Of so many passages all are looked at, in a few seconds at the first such question; of more, only the likely ones.
FEW = 5_000
#: Years that a passage may name.
YEARS = range(1000, 2101)
#: How long after a time an article still counts back to it ("last year").
COUNTED_BACK = timedelta(366)


def timely_rows(asked: Collection[Period], allowed: Rows | None, index: Index) -> Rows | None:
    """The rows, of those allowed, whose sentences are worth looking at for times; None stands for all.

    Of a large dossier they are the passages that name a year of those asked about, and all of the articles published
    then or soon after: a sentence elsewhere that counts back further ("ten years ago") is not found.
    """
    many = len(index.passages) if allowed is None else len(allowed)
    if many <= FEW:
        return allowed
    years = [str(year) for year in YEARS if any(period.meets_year(year) for period in asked)]
    naming = (index.rows_with([year], allowed) for year in years if index.holds(year))

    def is_timely(document: Document) -> bool:
        day = document.published
        return day is not None and any(published_near(day, period) for period in asked)

    published = index.rows(is_timely)
    near = np.zeros(0, np.int64) if published is None else published
    near = near if allowed is None else np.intersect1d(near, allowed)
    return reduce(np.union1d, naming, near)


def published_near(day: date, period: Period) -> bool:
    """Whether an article of that day may tell of the period by days counted from its own."""
    return period.has(day) or (period.last is not None and timedelta(0) < day - period.last <= COUNTED_BACK)


def dated_to(asked: Collection[Period], allowed: Rows | None, index: Index) -> tuple[Dated, ...]:
    """The sentences searched that are dated to one of the times asked about."""
    return tuple(one for one in index.calendar.sentences(timely_rows(asked, allowed, index)) if is_of(one, asked))


def is_of(one: Dated, asked: Collection[Period]) -> bool:
    """Whether a sentence names a time within one of those asked about, or none in an article published then."""
    if one.moments:
        return any(period.holds(moment) for period in asked for moment in one.moments)
    return any(period.has(one.published) for period in asked)
