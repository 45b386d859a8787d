"""The time a question asks about, and the time of the articles, where the two do not meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

import dateparser

from index.dense import Rows
from index.index import Index
from index.origin import MONTH

#: "1500 troops" are no year, "in 1500" is.
YEAR = re.compile(r"(?<![\w.,$£€-])(?:(?:18|19|20)\d\d|(?<=\bin )1[0-7]\d\d)(?![\w%]|[.,]\d)", re.IGNORECASE)
YEARS = range(1000, 2100)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
#: A month with its year, perhaps with a day, in either order; dateparser says which it is.
MONTH_AND_YEAR = re.compile(rf"\b(?:{DAY}\s)?{MONTH}\s(?:{DAY},?\s)?\d{{4}}\b", re.IGNORECASE)
#: A time counted from the day of asking, which no article knows.
NOW = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|nowadays|currently|current|now|at the moment|recently|latest"
    r"|this (?:week|month|year)|(?:last|next) (?:night|week|month|year))\b",
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
        undated = len(documents) - len(published)
        rest = f"; {undated} of {len(documents)} {'carries' if undated == 1 else 'carry'} no date" if undated else ""
        return f"The latest dated article is of {written(latest, published)}{rest}."
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


def months_asked(question: str) -> list[tuple[int, int]]:
    """Year and month of each time the question names; month 0 where it names only a year."""
    found: list[tuple[int, int]] = []
    for named in MONTH_AND_YEAR.findall(question):
        read = dateparser.parse(named, languages=["en"])
        if isinstance(read, datetime):
            found.append((read.year, read.month))
    dated = {year for year, _ in found}
    return found + [(int(year), 0) for year in YEAR.findall(question) if int(year) not in dated]


def written(latest: date, published: Sequence[date]) -> str:
    """Month and year; with the day where all dated articles are of one month."""
    same = {(day.year, day.month) for day in published} == {(latest.year, latest.month)}
    return f"{latest.day} {latest:%B %Y}" if same else f"{latest:%B %Y}"
