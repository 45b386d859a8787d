"""When what a sentence tells of happened: Moments, from its words and, where it needs one, the article's date.

What is no time of its own gives no Moment: an age, a duration ("for two years"), a habit ("daily"), a date that can be
read in two ways, a number that only looks like a year, a century. A time that is counted from the day of publication
("yesterday", "on Tuesday", "in June") gives none where that day is unknown, nor in a quotation, whose speaker counts
from a day of his own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from index.context import after, before, is_range_of_years, is_time
from index.days import Days
from index.passage import Passage
from index.sentence import still_quoting
from index.tense import MOST_CHARACTERS, Tense, tense
from index.timewords import NAME, RELATIVE
from index.when import days_of, in_year, kind_of

SINCE = re.compile(r"\b(?:ever\s+)?since\s+(?:the\s+)?$", re.IGNORECASE)
FROM, BETWEEN = (re.compile(rf"\b{word}\s+(?:the\s+)?$", re.IGNORECASE) for word in ("from", "between"))
ONWARD = re.compile(r"\s+onwards?\b|\s+on(?=\s*[,.;])", re.IGNORECASE)
TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
HYPHEN = re.compile(r"\s?[-–]\s?")
LISTED = re.compile(r"\s?,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)
#: What sets the time of the sentences after it, looked for so many characters back: a year, or the days of publication.
PLACED = re.compile(
    r"(?<![\w.,-])(?P<year>1[5-9]\d\d|20\d\d)(?![\w%-]|[.,]\d)|\b(?:[Tt]his (?:year|month|week)"
    r"|[Tt]oday|[Yy]esterday|(?:on|said) [A-Z]\w+day)\b"
)
EARLIER = 1_500
#: Kinds of which a hyphen or "to" alone joins two; and the first year that two years may begin with.
JOINED = frozenset({"date", "numeric", "day", "month", "bare_month", "season", "decade"})
FIRST_YEAR = 1700
#: Two numbers from this on and no further apart are years even where something "grew from" one "to" the other.
NEAR_FROM, NEAR = 1950, 30


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season, year, decade or range that a sentence names.

    start, end: its first and last day, both inclusive.
    said: the words that name it as they stand, with "since", "from … to", "between … and" where they have it.
    said_start, said_end: offsets of those words, end exclusive, in the document's text.
    onward: "since …": `end` is the day of publication, or where that is unknown the end of the time named.
    relative: counted from the day of publication, which is then known.
    """

    start: date
    end: date
    said: str
    said_start: int
    said_end: int
    onward: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence, and what its times are counted from.

    quoting: whether it begins within a quotation. settled: whether text before it tells of another year than that of
    publication, so that "in June" may be a June of then.
    """

    text: str
    published: date | None
    quoting: bool
    settled: bool

    def counted_from(self, name: re.Match[str]) -> date | None:
        """The day of publication; None within a quotation, and in what is too long for a sentence."""
        if self.published is None or len(self.text) > MOST_CHARACTERS:
            return None
        return None if still_quoting(self.text[: name.start()], self.quoting) else self.published

    def days(self, name: re.Match[str]) -> Days | None:
        """The days that a name in the sentence means."""
        base = self.counted_from(name)
        if kind_of(name) in ("day", "bare_month") and (self.settled or self.other_year_before(name)):
            base = None
        return days_of(name, base, lambda: self.tense(name))

    def tense(self, name: re.Match[str]) -> Tense | None:
        """The tense of the verb that goes with a name; what has been "since June" began in a June gone by."""
        return "past" if SINCE.search(before(name)) else tense(self.text, name.start(kind_of(name)))

    def other_year_before(self, name: re.Match[str]) -> bool:
        """Whether the sentence names another year than that of publication before it."""
        return tells_of_another_year(self.text[: name.start()], self.published)


def tells_of_another_year(text: str, published: date | None) -> bool:
    """Whether the last time that `text` names is a year other than that of publication."""
    placed = list(PLACED.finditer(text[-EARLIER:]))
    return bool(placed and placed[-1]["year"]) and (published is None or int(placed[-1]["year"]) != published.year)


def moments(
    text: str, offset: int = 0, published: date | None = None, *, quoting: bool = False, settled: bool = False
) -> tuple[Moment, ...]:
    """The Moments in a sentence, in order; `offset` is where it begins in the document's text.

    published: the day the article was published; None is "not known".
    quoting: whether the sentence begins within a quotation.
    settled: whether the text before it tells of another year: "in June" may be a June of then and gives nothing.
    """
    telling = Telling(text, published, quoting, settled)
    return tuple(
        replace(one, said_start=one.said_start + offset, said_end=one.said_end + offset) for one in told(telling)
    )


def moments_in(passage: Passage) -> tuple[tuple[Moment, ...], ...]:
    """The Moments of each sentence of `passage`, one tuple a sentence; offsets into the document's text."""
    document = passage.document
    return tuple(
        moments(
            document.text[one.start : one.end],
            one.start,
            document.published,
            quoting=one.quoting,
            settled=tells_of_another_year(document.text[: one.start], document.published),
        )
        for one in passage.sentences
    )


def told(telling: Telling) -> Iterator[Moment]:
    """The Moments of a sentence, with offsets into it."""
    text = telling.text
    names = list(NAME.finditer(text))
    place, listed = 0, False
    while place < len(names):
        name = names[place]
        follows = names[place + 1] if place + 1 < len(names) else None
        begin = range_start(text, name, follows)
        if begin is not None and follows is not None:
            days = range_of(telling, name, follows)
            if days:
                relative = bool({kind_of(name), kind_of(follows)} & RELATIVE) and not is_dated(follows)
                yield Moment(*days, text[begin : follows.end()], begin, follows.end(), relative=relative)
            place += 2
            continue
        moment = single(telling, name, follows, listed=listed)
        if moment:
            yield moment
        listed = bool(moment and follows and LISTED.fullmatch(text[name.end() : follows.start()]))
        place += 1


def single(telling: Telling, name: re.Match[str], follows: re.Match[str] | None, *, listed: bool) -> Moment | None:
    """The Moment of a name that is part of no range; `listed` where it follows one of its list ("in 2014 and 2015")."""
    text, kind = telling.text, kind_of(name)
    onward = ONWARD.match(text, name.end()) if FROM.search(before(name)) else None
    if not (is_time(name) or onward or (listed and kind == "year" and is_range_of_years("", after(name)))):
        return None
    dated = is_dated(follows) and bool(LISTED.fullmatch(text[name.end() : follows.start()])) if follows else False
    if follows and dated and kind in ("day", "bare_month"):
        year = days_of(follows, None, lambda: None)
        days = in_year(name, year.first.year) if year else None  # "in May and June 2016"
    else:
        days = telling.days(name)
    if days is None:
        return None
    since = SINCE.search(before(name)) or (FROM.search(before(name)) if onward else None)
    begin, end = name.start() - len(since[0]) if since else name.start(), onward.end() if onward else name.end()
    last = telling.counted_from(name) if since else None
    stop = last if last and last >= days.first else days.last
    relative = kind in RELATIVE and not dated
    return Moment(days.first, stop, text[begin:end], begin, end, onward=bool(since), relative=relative)


def is_dated(name: re.Match[str] | None) -> bool:
    """Whether a name says its year by itself and can give it to one before it."""
    return name is not None and kind_of(name) in ("date", "month")


def range_start(text: str, name: re.Match[str], follows: re.Match[str] | None) -> int | None:
    """Where the words begin that join two names into a range, "from … to …"; None where nothing joins them."""
    if follows is None:
        return None
    between, ahead = text[name.end() : follows.start()], before(name)
    opening = FROM.search(ahead)
    if opening and (TO.fullmatch(between) or HYPHEN.fullmatch(between)):
        return name.start() - len(ahead) + opening.start()
    opening = BETWEEN.search(ahead)
    if opening and (AND.fullmatch(between) or HYPHEN.fullmatch(between)):
        return name.start() - len(ahead) + opening.start()
    alike = {kind_of(name), kind_of(follows)} <= JOINED | {"weekday"}
    return name.start() if alike and (TO.fullmatch(between) or HYPHEN.fullmatch(between)) else None


def range_of(telling: Telling, name: re.Match[str], follows: re.Match[str]) -> tuple[date, date] | None:
    """First and last day from one name to another, which may give it its year; None where they are no such range."""
    kinds = (kind_of(name), kind_of(follows))
    if "weekday" in kinds:
        return None  # "Monday to Friday" is a habit
    if kinds == ("year", "year"):
        first, last = int(name["year"]), int(follows["year"])
        near = first >= NEAR_FROM and last - first <= NEAR  # no amount that has grown is told with so little growth
        if first < FIRST_YEAR or not is_range_of_years("" if near else before(name), after(follows)):
            return None
    to = telling.days(follows)
    if to is None:
        return None
    if kinds[0] in ("day", "bare_month"):
        begin = None if kinds[1] == "year" else in_year(name, to.first.year)
        if begin and begin.first > to.first:
            begin = in_year(name, to.first.year - 1)
    else:
        begin = telling.days(name)
    return (begin.first, to.last) if begin and begin.first < to.first else None
