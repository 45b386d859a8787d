"""The time a question asks about and the time of the articles, where the two do not meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.days import Days
from index.dense import Rows
from index.document import Document
from index.index import Index
from index.moment import Moment
from qa.period import periods

#: "1500 troops" are no year, "in 1500" is.
YEAR = re.compile(r"(?<![\w.,$£€-])(?:(?:18|19|20)\d\d|(?<=\bin )1[0-7]\d\d)(?![\w%]|[.,]\d)", re.IGNORECASE)
YEARS = range(1000, 2100)
#: A time counted from the day of asking, which no article knows.
NOW = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|nowadays|currently|current|now|at the moment|recently|latest"
    r"|this (?:week|month|year)|(?:last|next) (?:night|week|month|year|spring|summer|autumn|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:septem|octo|novem|decem)ber)|(?:days?|weeks?|months?|years?) ago)\b",
    re.IGNORECASE,
)


def out_of_time(question: str, index: Index, allowed: Rows | None = None) -> str:
    """A sentence on the articles' time where the question asks about another; "" where it does not or none is dated.

    Only articles of the rows allowed count; None stands for all.
    """
    documents = index.documents_of(allowed)
    published = sorted(document.published for document in documents if document.published)
    asked = months_asked(question)
    if not published or not (asked or NOW.search(question)):
        return ""
    latest = published[-1]
    if not asked or max(asked) > (latest.year, latest.month):
        return f"The latest dated article is of {written(latest, published)}{undated(documents)}."
    earliest = next((year for year in YEARS if is_mentioned(year, index, allowed)), published[0].year)
    earliest = min(earliest, published[0].year)
    if max(year for year, _ in asked) < earliest:
        return f"The earliest year that they mention or were published in is {earliest}."
    return ""


def is_mentioned(year: int, index: Index, allowed: Rows | None) -> bool:
    """Whether an article, of the rows allowed, mentions the year."""
    if not index.holds(str(year)):
        return False
    holding = index.documents_with([str(year)], allowed)
    texts = (f"{document.title}\n{document.text}" for document in holding)
    return any(YEAR.match(text, found.start()) for text in texts for found in re.finditer(str(year), text))


def not_told(said: str, documents: Sequence[Document], told: Sequence[Moment] | None) -> str:
    """That nothing was found of the time `said`, and from when to when the articles and the times they tell of run.

    told: all times that they name; None where not all were looked at.
    """
    published = sorted(document.published for document in documents if document.published)
    if not published and told is None:
        return f"No article searched was found to tell of anything {said}: none of them carries a date."
    if not published and not told:
        return f"No article searched tells of anything {said}: none of them names a time or carries a date."
    runs = []
    if told:
        days = Days(min(one.start for one in told), max(one.end for one in told))
        runs.append(f"the times that they name run from {days.first.year} to {days.last.year}")
    if published:
        days = Days(published[0], published[-1])
        runs.append(f"they were published {'on' if days.first == days.last else 'from'} {days}{undated(documents)}")
    text = "; ".join(runs)
    return f"No article searched tells of anything {said}, and none was published then. {text[0].upper()}{text[1:]}."


def months_asked(question: str) -> list[tuple[int, int]]:
    """Year and month in which each time the question names begins; month 0 where that is a year's first day."""
    begun = [period.first for period in periods(question) if period.first]
    found = [(day.year, 0 if (day.month, day.day) == (1, 1) else day.month) for day in begun]
    dated = {year for year, _ in found}
    return found + [(int(year), 0) for year in YEAR.findall(question) if int(year) not in dated]


def undated(documents: Sequence[Document]) -> str:
    """How many articles carry no date, to be put behind a date of the others; "" where all do."""
    count = sum(document.published is None for document in documents)
    return f"; {count} of {len(documents)} {'carries' if count == 1 else 'carry'} no date" if count else ""


def written(latest: date, published: Sequence[date]) -> str:
    """Month and year; with the day where all dated articles are of one month."""
    same = {(day.year, day.month) for day in published} == {(latest.year, latest.month)}
    return f"{latest.day} {latest:%B %Y}" if same else f"{latest:%B %Y}"
