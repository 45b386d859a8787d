"""The time that a question asks about: Periods, read by the code that reads the times of sentences.

A question has no day of its own, as an article has one of publication: "last December" and "in March" alone give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from index.days import Days
from index.moment import Moment, moments
from index.timewords import NAME
from index.when import days_of, kind_of

#: A month or weekday typed in lower case; "may" and "march" only where a time can stand.
MONTHS = (
    "january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec"
)
TYPED = re.compile(
    rf"\b(?:{MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:may|march)(?=\s+(?:and\s+\w+\s+)?\d)"
    r"|(?<=\bin )(?:may|march)|(?<=between )(?:may|march)|(?<=from )(?:may|march)|(?<=\d )(?:may|march)"
    r"|(?<=since )(?:may|march))\b",
    re.IGNORECASE,
)
#: Stands before the words for a time that ends what is asked about, or lies outside it.
UNTIL = re.compile(r"\b(?:until|till|up\s+to|by)\s+(?:the\s+(?:year\s+)?)?$", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:before|prior\s+to)\s+(?:the\s+(?:year\s+)?)?$", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after|following)\s+(?:the\s+(?:year\s+)?)?$", re.IGNORECASE)
#: "after the summit in July 2016": from the time of the summit on.
AFTER_EVENT = re.compile(r"\b(?:after|since|following)\s+[^,;?]{2,60}?\s(?:in|of|on)\s+(?:the\s+)?$", re.IGNORECASE)
BEFORE_EVENT = re.compile(r"\b(?:before|until|prior\s+to)\s+[^,;?]{2,60}?\s(?:in|of|on)\s+(?:the\s+)?$", re.IGNORECASE)
PLAIN = re.compile(
    r"\b(?:(?P<kept>in|on|at|during|throughout|within|between)|of|for|from|about|around)\s+(?:the\s+(?:year\s+)?)?$",
    re.IGNORECASE,
)
#: From so many days on, a period takes in what began "since" some time in it.
YEAR = 365


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a question asks about.

    first, last: both inclusive; None is open.
    said: how the answer calls it: "in March 2016", "between March and December 2016", "since 2014".
    of_event: whether it is named as that of an event, after or before which something is asked about.
    start, end: where its words stand in the question, with the preposition, end exclusive.
    """

    first: date | None
    last: date | None
    said: str
    start: int
    end: int
    of_event: bool = False

    def has(self, day: date | None) -> bool:
        """Whether a known day lies in it."""
        return day is not None and (self.first or date.min) <= day <= (self.last or date.max)

    def holds(self, moment: Moment) -> bool:
        """Whether all of the moment lies in it; of "since …" its beginning, where the period is a year or longer."""
        if moment.onward:
            long = self.first is None or self.last is None or (self.last - self.first).days >= YEAR - 1
            return self.has(moment.start) and (long or self.has(moment.end))
        return self.has(moment.start) and self.has(moment.end)

    def meets_year(self, year: int) -> bool:
        """Whether any day of the year lies in it."""
        return date(year, 1, 1) <= (self.last or date.max) and (self.first or date.min) <= date(year, 12, 31)

    def apart(self, moment: Moment) -> int:
        """How many days lie between it and the moment; 0 where they meet."""
        after = (moment.start - self.last).days if self.last else 0
        before = (self.first - moment.end).days if self.first else 0
        return max(after, before, 0)

    def meets(self, moment: Moment) -> bool:
        """Whether any day of the moment lies in it."""
        return moment.start <= (self.last or date.max) and (self.first or date.min) <= moment.end


def periods(question: str) -> tuple[Period, ...]:
    """The times that a question names with their years, in order; none for a time counted from today."""
    text = TYPED.sub(lambda found: found[0].capitalize(), question)
    found = [*inside(text), *outside(text)]
    return tuple(sorted(found, key=lambda period: period.start))


def without(question: str, asked: tuple[Period, ...]) -> str:
    """The question without the words for its times."""
    for period in reversed(asked):
        question = f"{question[: period.start].rstrip()} {question[period.end :].lstrip()}".strip()
    return re.sub(r"\s+(?=[?.!,;])", "", question)


def inside(text: str) -> Iterator[Period]:
    """The times that what is asked about happened in, since, until, or after or before something of then."""
    for moment in moments(text):
        ahead, said = text[: moment.said_start], moment.said
        prefix = PLAIN.search(ahead)
        start = prefix.start() if prefix else moment.said_start
        joined = re.match(r"(?:since|from|between)\b", said, re.IGNORECASE)
        until = UNTIL.search(ahead)
        one_day = timedelta(moment.start == moment.end)
        if AFTER_EVENT.search(ahead) and moment.end < date.max:
            called_so = f"after {said}" if one_day else f"from {said} on"
            yield Period(moment.start + one_day, None, called_so, start, moment.said_end, of_event=True)
        elif BEFORE_EVENT.search(ahead) and moment.start > date.min:
            called_so = f"before {said}" if one_day else f"until {said}"
            yield Period(None, moment.end - one_day, called_so, start, moment.said_end, of_event=True)
        elif until and not joined:
            yield Period(None, moment.end, f"until {said}", until.start(), moment.said_end)
        elif moment.onward:
            yield Period(moment.start, None, said[0].lower() + said[1:], moment.said_start, moment.said_end)
        elif joined:
            yield Period(moment.start, moment.end, said[0].lower() + said[1:], moment.said_start, moment.said_end)
        else:
            kept = prefix[0].lower() if prefix and prefix["kept"] else ""
            yield Period(moment.start, moment.end, called(moment, kept), start, moment.said_end)


def outside(text: str) -> Iterator[Period]:
    """The time "before 2014" or "after July 2016"."""
    for name in NAME.finditer(text):
        ahead = text[: name.start()]
        before, after = BEFORE.search(ahead), AFTER.search(ahead)
        days = days_of(name, None, lambda: None) if before or after else None
        if days and before and days.first > date.min:
            yield Period(None, days.first - timedelta(1), f"before {name[0]}", before.start(), name.end())
        elif days and after and days.last < date.max:
            yield Period(days.last + timedelta(1), None, f"after {name[0]}", after.start(), name.end())


def years(text: str) -> tuple[Period, ...]:
    """Every number in `text` that may be a year, as in "events of 2014", which of a sentence would give none."""
    found = []
    for name in NAME.finditer(text):
        days = days_of(name, None, lambda: None) if kind_of(name) == "year" else None
        if days:
            prefix = PLAIN.search(text[: name.start()])
            start = prefix.start() if prefix else name.start()
            found.append(Period(days.first, days.last, f"in {name[0]}", start, name.end()))
    return tuple(found)


def called(moment: Moment, prefix: str) -> str:
    """The time with its preposition; with its days, where its name leaves open which they are."""
    name = NAME.fullmatch(moment.said)
    kind = kind_of(name) if name else ""
    of_day = kind in ("date", "numeric", "days")
    clear = name is None or (kind not in ("season", "winter") and name.start(kind) == 0)
    days = "" if clear else f" ({Days(moment.start, moment.end)})"
    return f"{prefix or ('on ' if of_day else 'in ')}{moment.said}{days}"
