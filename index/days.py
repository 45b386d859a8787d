"""Days: a stretch of the calendar as its first and last day, and how months, seasons and parts of years lie in it.

Which words name which stretch stands in moment.py.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

#: First month and number of months; of the north, where spring begins in March. Winter runs into the next year.
SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "fall": (9, 3), "winter": (12, 3)}


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From `first` to `last`, both inclusive."""

    first: date
    last: date

    def __str__(self) -> str:
        """As people write them: "2014", "March 2016", "4 March 2016", "4 to 9 March 2016", "March 2016 to May 2016"."""
        if self.first == self.last:
            return f"{self.first.day} {self.first:%B} {self.first.year}"
        months = self == Days(month(self.first).first, month(self.last).last)
        if months and (self.first.month, self.last.month) == (1, 12):
            years = (self.first.year, self.last.year)
            return f"{years[0]}" if years[0] == years[1] else f"{years[0]} to {years[1]}"
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            days = "" if months else f"{self.first.day} to {self.last.day} "
            return f"{days}{self.first:%B} {self.first.year}"
        begin, end = (("" if months else f"{one.day} ") + f"{one:%B} {one.year}" for one in (self.first, self.last))
        return f"{begin} to {end}"

    def part(self, number: int, of: int) -> Days:
        """The `number`th, from 1, of `of` parts as equal as whole months, or of a month whole days, allow."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        if months >= of:
            begin, end = (months * step // of for step in (number - 1, number))
            return Days(month_after(self.first, begin).first, month_after(self.first, end - 1).last)
        days = (self.last - self.first).days + 1
        begin, end = (days * step // of for step in (number - 1, number))
        return Days(self.first + timedelta(begin), self.first + timedelta(max(begin, end - 1)))


def day(when: date) -> Days:
    """The day itself."""
    return Days(when, when)


def week(when: date) -> Days:
    """The week of a day, Monday to Sunday."""
    monday = when - timedelta(when.weekday())
    return Days(monday, monday + timedelta(6))


def month(when: date) -> Days:
    """The calendar month of a day."""
    return Days(when.replace(day=1), when.replace(day=calendar.monthrange(when.year, when.month)[1]))


def months(year: int, first: int, count: int) -> Days:
    """`count` months from the month `first` (1 to 12) of `year` on."""
    begin = month(date(year, first, 1))
    return Days(begin.first, month_after(begin.first, count - 1).last)


def month_after(when: date, count: int) -> Days:
    """The month `count` months after that of `when`."""
    years, place = divmod(when.month - 1 + count, 12)
    return month(date(when.year + years, place + 1, 1))


def year(number: int) -> Days:
    """The calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def around(when: date, unit: str) -> Days:
    """The "day", "week", "month" or "year" that a day lies in."""
    return UNITS[unit](when)


def year_of(when: date) -> Days:
    """The calendar year of a day."""
    return year(when.year)


UNITS: dict[str, Callable[[date], Days]] = {"day": day, "week": week, "month": month, "year": year_of}


def nearest(days_of: Callable[[int], Days], published: date, *, past: bool, over: bool = False) -> Days | None:
    """Of what comes once a year, the last that has begun when published, or the first that is not over.

    days_of: the days of it in a given year; it may raise ValueError for a year that lacks it (29 February).
    over: only such as are over when published, where past, or have not yet begun.
    """
    found = list(yearly(days_of, published.year))
    if past:
        return max((one for one in found if (one.last < published if over else one.first <= published)), default=None)
    return min((one for one in found if (one.first > published if over else one.last >= published)), default=None)


def yearly(days_of: Callable[[int], Days], around_year: int) -> Iterator[Days]:
    """What `days_of` gives for the years about one; a leap day comes back after eight years at most."""
    for number in range(max(date.min.year, around_year - 8), min(date.max.year, around_year + 9)):
        try:
            yield days_of(number)
        except (ValueError, OverflowError):
            continue
