"""The name of a time -> the Days it means. dateparser reads dates and times counted from a day; the rest are rules.

dateparser is not asked for a weekday (of one published on a Wednesday, it takes "Wednesday" for a week before), nor for
parts of years, seasons, decades and ranges, which it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from index.days import SEASONS, Days, around, day, months, nearest, week, year
from index.origin import read_date
from index.tense import Tense
from index.timewords import KINDS, WEEKDAY, WEEKDAYS

#: The attacks of that day are called by it, whatever the year.
CALLED_BY_ITS_DATE = (9, 11)
THIRDS = {"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3}
ORDER = ("first", "second", "third", "fourth")


def kind_of(name: re.Match[str]) -> str:
    """Which of KINDS a match of timewords.NAME is."""
    return next(kind for kind in KINDS if name[kind])


def days_of(name: re.Match[str], published: date | None, tense: Callable[[], Tense | None]) -> Days | None:
    """The days that a match of timewords.NAME means; None where it is unclear, or no date, or published is missing.

    tense: gives the tense of its verb; asked only where a time without its year needs it.
    """
    kind = kind_of(name)
    words = " ".join(name[kind].split())
    try:
        whole = stated(kind, words, name)
        if whole is None and published:
            nowadays = words.lower() == "today" and tense() is None  # "Today, the town has two schools."
            whole = None if nowadays else counted(kind, words, published) or yearless(kind, words, published, tense)
        return part_of(name, whole, published) if whole else None
    except (ValueError, OverflowError):
        return None  # no such day, or outside the calendar


def stated(kind: str, words: str, name: re.Match[str]) -> Days | None:
    """What a name with its year means; None for other names, and where it can be read in two ways."""
    if kind in ("date", "month"):
        return dated(words)
    if kind == "numeric":
        only = read_date(words)
        return day(only) if only else None
    if kind == "days":
        return days_of_month(words)
    if kind in ("years", "winter"):
        return years(kind, name[f"{kind}_first"], name[f"{kind}_last"])
    return of_one_year(words) if kind in ("season", "decade", "year") else None


def dated(words: str) -> Days | None:
    """A day or month with its year; None where the weekday before it was another day."""
    read = parsed(words)
    on = re.match(WEEKDAY, words)
    return around(*read) if read and (not on or WEEKDAYS[read[0].weekday()] == on[0]) else None


def days_of_month(words: str) -> Days | None:
    """What "12-14 June 2014" means."""
    first, last = re.findall(r"\d+", words)[:2]
    read = parsed(re.sub(rf"\b{first}\D+?(?={last})", "", words, count=1))
    return ordered(Days(read[0].replace(day=int(first)), read[0])) if read else None


def years(kind: str, first: str, last: str) -> Days | None:
    """From year to year, or the winter between two; None for "2014-06", which may be a month."""
    end = two_digits(first, last)
    if kind == "winter":
        return months(int(first), *SEASONS["winter"]) if end == int(first) + 1 else None
    return ordered(Days(year(int(first)).first, year(end).last)) if end else None


def of_one_year(words: str) -> Days | None:
    """A season, decade or year; "the 1900s" may be a century."""
    number = int(re.findall(r"\d{4}", words)[0])
    season = SEASONS.get(words.split(maxsplit=1)[0].lower())
    if season:
        return months(number, *season)
    if words.endswith("s"):
        return Days(year(number).first, year(number + 9).last) if number % 100 or number == 2000 else None
    return year(number)


def two_digits(first: str, last: str) -> int:
    """The second year of "2013-15"; 0 where it may be a month ("2014-06") or does not come after the first."""
    if len(last) == 4:
        return int(last)
    return int(first[:2] + last) if int(last) > max(12, int(first[2:])) else 0


def ordered(days: Days) -> Days | None:
    """The days, where they have a first and a later last."""
    return days if days.first < days.last else None


def counted(kind: str, words: str, published: date) -> Days | None:
    """What a time counted from the day of publication means."""
    if kind in ("ago", "near"):
        number = re.match(r"\d+", words)
        if number and int(number[0]) > 10 and int(number[0]) % 5 == 0:
            return None  # "20 years ago" is round
        read = parsed(words.lower(), published)
        return around(*read) if read else None
    if kind == "today":
        return Days(published - timedelta(1), published) if words.lower() == "last night" else day(published)
    return chosen(words, published) if kind == "chosen" else None


def chosen(words: str, published: date) -> Days | None:
    """What "last", "next" and "this" choose among weekdays, months and seasons; a "next" that may be this, nothing."""
    which, name = words.split()
    which = which.lower()
    if name in WEEKDAYS:
        this = week(published).first + timedelta(WEEKDAYS.index(name))
        if which == "this":
            return day(this)
        if which == "last":
            return day(this if this < published else this - timedelta(7))
        return day(this + timedelta(7)) if this <= published else None
    yearly = each_year(name)
    this_year = yearly(published.year)
    if which == "this":
        return this_year
    if which == "last":
        return nearest(yearly, published, past=True, over=True)
    return yearly(published.year + 1) if this_year.first <= published else None


def each_year(name: str) -> Callable[[int], Days]:
    """The days of a month or season in a given year."""
    season = SEASONS.get(name.lower())
    if season:
        return lambda number: months(number, *season)
    read = parsed(f"{name} 2000")  # a leap year, so that 29 February is one
    if read is None:
        raise ValueError(name)
    when, unit = read
    return lambda number: around(when.replace(year=number), unit)


def in_year(name: re.Match[str], number: int) -> Days | None:
    """The days of a month or date without its year, in the year that another one gives it."""
    words = " ".join(name[kind_of(name)].split())
    try:
        return part_of(name, each_year(re.sub(rf"^{WEEKDAY},? (?:the )?", "", words))(number), None)
    except (ValueError, OverflowError):
        return None


def yearless(kind: str, words: str, published: date, tense: Callable[[], Tense | None]) -> Days | None:
    """What a weekday, a date or a month without its year means, by the tense of its verb."""
    lies = tense() if kind in ("weekday", "day", "bare_month") else None
    if lies is None:
        return None
    if kind == "weekday":
        back = (published.weekday() - WEEKDAYS.index(words)) % 7
        return day(published - timedelta(back) if lies == "past" else published + timedelta(-back % 7))
    on = re.match(rf"({WEEKDAY}),? (?:the )?", words)
    yearly = each_year(words[on.end() :] if on else words)
    found = nearest(yearly, published, past=lies == "past")
    if found is None or (kind == "day" and (found.first.month, found.first.day) == CALLED_BY_ITS_DATE):
        return None
    return found if not on or WEEKDAYS[found.first.weekday()] == on[1] else None


def part_of(name: re.Match[str], days: Days, published: date | None) -> Days | None:
    """The part of the days that the words before a name choose ("early", "the first half of")."""
    long = (days.last - days.first).days > 7
    third = (name["early"] or name["third"] or "").lower()
    if name["toward"] and published and days.first <= published <= days.last:
        later = name["toward"].lower() == "later"
        return Days(published, days.last) if later else Days(days.first, published)
    if third and long:
        return days.part(THIRDS[third], 3)
    if name["nth"] or name["quarter"]:
        of = 2 if name["fraction"] == "half" else 4
        number = int(name["quarter"]) if name["quarter"] else ORDER.index(name["nth"]) + 1
        return days.part(number, of) if number <= of and days == year(days.first.year) else None
    return days


@lru_cache(maxsize=4096)
def parsed(words: str, base: date | None = None) -> tuple[date, str] | None:
    """The day that dateparser reads in `words`, and the unit they name: "day", "week", "month" or "year"."""
    read = parser_from(base or date(2000, 1, 1)).get_date_data(words)
    return (read.date_obj.date(), read.period) if read.date_obj else None


@lru_cache(maxsize=16)
def parser_from(base: date) -> DateDataParser:
    """The parser for English that counts from `base`."""
    midnight = datetime(base.year, base.month, base.day)
    return DateDataParser(languages=["en"], settings={"RELATIVE_BASE": midnight})
