"""Where an article comes from: outlet, author, date and address, as its datelines and the lines around it state them.

Nothing is guessed: a date that reads in two ways, or a name of unclear kind, stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

import dateparser

from index.furniture import ADDRESS, Page, is_furniture
from index.language import english

T = TypeVar("T")

#: A byline or a dateline has at most this many words; a longer line is not read for one.
LINE_WORDS = 14
#: Where in a line a date with a year stands; dateparser says which date it is.
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATE = re.compile(
    rf"(?<!\d)(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}"
    rf"|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH},?\s\d{{4}})(?!\d)",
    re.IGNORECASE,
)
#: With the year first, the month is always second: "2016-12-09T08:30Z", "2016/12/9", "20161209".
YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d\d|(?<=[-/.])\d)\2(\d\d|(?<=[-/.])\d)(?!\d)")
#: What stands around a date or a name in such a line and is neither.
LABEL = re.compile(
    r"(?:first |last )?\b(?:published|posted|updated|modified|edited|date)\b(?: on| at)?\s*:?"
    r"|\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}\b)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?"
    r"|adjust font size:?",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^(?:by|reporter|author|written by|correspondent|text)\b\s*:?\s*(?=[^\W\d_])", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*[|丨•·／]\s*|\s[–—/-]\s")
#: "MADRID (Sputnik) — ", "BEIJING, March 25 (Xinhua) -- ": in brackets behind the place, who filed the report.
FILED_BY = re.compile(r"[A-Z][A-Z.'’ -]+(?:, [^()\n]{2,30})?\s?\(([^()\n]{2,30})\)\s*(?:--|[—–-])\s")
SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,6}){1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page says of where it comes from; None is "not known". unclear: a date in it that reads in two ways."""

    outlet: str | None = None
    published: date | None = None
    author: str | None = None
    url: str | None = None
    unclear: str | None = None


def origin(page: Page) -> Origin:
    """What the lines around the article and its first datelines state; the first statement of each kind counts."""
    outlets: list[str] = []
    authors: list[str] = []
    days: list[date] = []
    unclear: list[str] = []
    for line in page.around:
        if len(line.split()) > LINE_WORDS:
            continue
        dated = DATE.search(line)
        named = BYLINE.match(line)
        if dated:
            day = read_date(dated[0])
            if day:
                days.append(day)
            else:
                unclear.append(dated[0])
        elif not named:
            continue  # without a date or a "by", a line around an article can name anyone
        rest = LABEL.sub(" ", BYLINE.sub("", DATE.sub(" | ", line)))
        parts = [part for part in (part.strip(" ,;:|") for part in SEPARATOR.split(rest)) if part]
        if named and parts and not SITE.fullmatch(parts[0]):
            authors.append(parts.pop(0))  # what "by" is followed by, whatever it looks like
        for part in parts:
            kind = kind_of_name(part)
            if kind == "author":
                authors.append(part)
            elif kind == "outlet":
                outlets.append(part)
    outlets.extend(filed[1].strip() for filed in map(FILED_BY.match, page.paragraphs) if filed)
    addresses = [line for line in page.around if ADDRESS.match(line)]
    return Origin(first(outlets), first(days), first(authors), first(addresses), first(unclear))


def first(found: Sequence[T]) -> T | None:
    """The first of `found`, or None."""
    return found[0] if found else None


def read_date(text: str) -> date | None:
    """The day `text` names; None where day and month could be read either way round, or it is no date."""
    readings = set()
    for order in ("MDY", "DMY"):
        read = dateparser.parse(text, languages=["en"], settings={"DATE_ORDER": order, "STRICT_PARSING": True})
        readings.add(read.date() if isinstance(read, datetime) else None)
    return readings.pop() if len(readings) == 1 else None


def stated_day(stated: str) -> tuple[date | None, str | None]:
    """The day that some metadata states, and the words for it that read in two ways; None where there is none."""
    year_first = YEAR_FIRST.match(stated.strip())
    if year_first:
        try:
            return date(int(year_first[1]), int(year_first[3]), int(year_first[4])), None
        except ValueError:
            return None, None
    dated = DATE.search(stated)
    day = read_date(dated[0]) if dated else None
    return day, dated[0] if dated and day is None else None


def kind_of_name(text: str) -> str | None:
    """What a name is of: "author" a person's, "outlet" an organisation's or a site's, None neither for sure."""
    if is_furniture(text):
        return None
    if SITE.fullmatch(text):
        return "outlet"
    labels = {entity.label_ for entity in english()(text).ents if entity.text == text}
    if labels == {"PERSON"} and len(text.split()) > 1:
        return "author"
    return "outlet" if labels == {"ORG"} else None
