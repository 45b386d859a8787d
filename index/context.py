"""Whether a name of a time means one where it stands: "in 2014" does, "Soyuz 2014", "a 2014 law" and Mrs May do not."""

from __future__ import annotations

import re
from functools import lru_cache

from index.terms import words
from index.timewords import WEEKDAY
from index.when import kind_of

PLANNED = r"\b(?:due|set|scheduled|slated|planned)\s+for\s+"
#: What a year alone must follow to be a time, and not an amount, a name or an attribute.
BEFORE_YEAR = re.compile(
    rf"(?:\b(?:in|since|by|until|till|during|through|throughout|as\s+of)\s+(?:the\s+year\s+)?|{PLANNED})$",
    re.IGNORECASE,
)
BEFORE_MONTH = re.compile(r"\b(?:in|since|by|until|till|during|through|throughout|for|month\s+of)\s+$", re.IGNORECASE)
#: "by May" or "since May" may speak of somebody; and so may "confidence in May".
BEFORE_MAY = re.compile(rf"(?:\b(?:in|during|month\s+of)\s+|{PLANNED})$", re.IGNORECASE)
TRUSTED = re.compile(r"\b(?:confidence|faith|trust|belie\w+|interest\w*|disappoint\w+)\s+in\s+$", re.IGNORECASE)
#: "Theresa May", "Mr. March": no month, but somebody called so, wherever the sentence names him again.
SOMEBODY = re.compile(
    r"\b(?!(?:In|On|Last|Next|This|Since|By|Until|From|To|Early|Mid|Late|During|And|Between|Through|The|Of)\b"
    rf"|{WEEKDAY})[A-Z][a-z]+\.?\s+(?P<name>March|April|May|June|August)\b"
)
#: "every Monday", "the Monday after" and "Black Friday" cannot be told from the day of publication.
BEFORE_WEEKDAY = re.compile(
    r"(?:\b(?i:every|each|an?|any|most|the|that|one|another|previous|following|same|before|ahead\s+of)"
    r"|\b(?:Black|Good|Ash|Super|Bloody|Palm|Easter|Holy|Maundy|Cyber|Sheffield|Ruby|Man))\s+$"
)
AFTER_WEEKDAY = re.compile(
    r"s?-\w|,?\s?\d|\s(?:Times|Telegraph|Mirror|Mail|Herald|Express|Post|Nights?|Club|before|after)\b"
)
BEFORE_FALL = re.compile(r"\b(?:in|since|during|by|last)\s+(?:the\s+)?$", re.IGNORECASE)
NOWADAYS = re.compile(r"\b(?:than|of|until|till|to|from|as|and|or)\s+$", re.IGNORECASE)
#: "about five years ago" is no year, "the last year" a duration.
ROUGHLY = re.compile(
    r"\b(?:about|around|almost|nearly|over|under|some|roughly|approximately|than|least|most|to|circa|and|or)\s+$",
    re.IGNORECASE,
)
THE = re.compile(r"\b(?:the|th[eo]se|that|an?|its|his|her|their|our)\s+$", re.IGNORECASE)
#: What comes "before 12 June 2014" does not happen then.
OUTSIDE = re.compile(
    r"(?:\b(?:before|after|prior\s+to|ahead\s+of|until\s+after|earlier\s+than|later\s+than)\s+|\b(?:pre|post)-)$",
    re.IGNORECASE,
)
OUTSIDE_DECADE = re.compile(r"\b(?:before|after|prior\s+to)\s+the\s+$", re.IGNORECASE)
#: Amounts grow "by 1500" and "from 1900 to 2000"; a number that "by" precedes is a year from here on.
GROWING = re.compile(
    r"\b(?:r[io]se[ns]?|f[ae]ll(?:en|s)?|gr[eo]wn?|up|down|cuts?|(?:in|de)creas(?:ed?|ing)|dropp?(?:ed|s)?|climbed|declined"
    r"|jumped|reduced|expanded|soared|surged|plunged|slipped|raised|boosted|outnumbered)\s+(?:by|from)\s+$",
    re.IGNORECASE,
)
BY = re.compile(r"\bby\s+$", re.IGNORECASE)
AMOUNTS_BELOW = 1900
WEEKDAY_BEFORE = re.compile(WEEKDAY)
#: What makes a number before it an amount, or a year before our era.
COUNTED = frozenset(
    words(
        "dollars euros pounds rubles roubles yen francs crowns terms cases instances villages towns cities homes people"
        " countries houses schools metres meters kilometres kilometers km miles feet votes seats troops soldiers pages"
        " places points words borders lines hours days trials bc bce degrees tonnes tons percent per"
    )
)
#: Words that can follow a date or a range of years as such; any other word makes it an attribute or an amount.
AFTERWARDS = frozenset(
    words(
        "and or but the a an when while as after before because due with by for in on at to of from was were is are had"
        " has have did will would who which that he she it they we his her its their than under over this there"
    )
)
FOLLOWED = re.compile(r"\s+([A-Za-z][A-Za-z.]*)")
BEGINS = re.compile(r"\s+(?:was|saw|brought|marked)\b")
NUMBERED = re.compile(
    r"\b(?:tel|telephone|phone|call|fax|no|number|nos|pp?|pages?|flight|room|article|section)\b[.:]?\s*$", re.IGNORECASE
)
#: "Prague Spring 1968" is a name.
CALLED = re.compile(r"\b(?!(?:In|Since|By|During|The|Last|Early|Late)\b)[A-Z]\w+\s+$")


def is_time(name: re.Match[str]) -> bool:
    """Whether the words around a match of timewords.NAME, by itself and in no range, make it a time."""
    kind = kind_of(name)
    outside = kind != "weekday" and OUTSIDE.search(before(name))
    return not outside and (kind not in CHECKS or CHECKS[kind](name))


def before(name: re.Match[str]) -> str:
    """What stands before a name, as far as it matters."""
    return name.string[max(0, name.start() - 60) : name.start()]


def after(name: re.Match[str]) -> str:
    """What stands behind a name, as far as it matters."""
    return name.string[name.end() : name.end() + 60]


def is_part(name: re.Match[str]) -> bool:
    """Whether a word of part belongs to the name: "early"."""
    return name.start() != name.start(kind_of(name))


def is_weekday(name: re.Match[str]) -> bool:
    """Whether a weekday's name is one day, and no habit, holiday, newspaper or club."""
    return not (BEFORE_WEEKDAY.search(before(name)) or AFTER_WEEKDAY.match(after(name)))


def is_year(name: re.Match[str]) -> bool:
    """Whether four digits are a year: behind "in", "early" and the like, and not before what they may count."""
    if next_word(after(name)).lower() in COUNTED or name["the"] or name["of_the"] or name["nth_the"]:
        return False
    if is_part(name):
        return True
    if not before(name).strip():
        return bool(BEGINS.match(after(name)))
    amount = BY.search(before(name)) and int(name["year"]) < AMOUNTS_BELOW
    return bool(BEFORE_YEAR.search(before(name))) and not amount and not GROWING.search(before(name))


def is_month(name: re.Match[str]) -> bool:
    """Whether a month's name alone is a month; "by May" and "since May" may be somebody."""
    if name["bare_month"] in called_so(name.string):
        return False
    if name["bare_month"] == "May" and not is_part(name):
        trusted = TRUSTED.search(before(name)) or after(name).startswith(("'s", "’s"))
        return bool(BEFORE_MAY.search(before(name))) and not trusted
    return is_part(name) or bool(BEFORE_MONTH.search(before(name)))


def is_day(name: re.Match[str]) -> bool:
    """Whether a day of the month is a time and not part of a name: "the July 7 bombings"."""
    return bool(WEEKDAY_BEFORE.match(name["day"])) or not (THE.search(before(name)) and is_attribute(after(name)))


def is_counted(name: re.Match[str]) -> bool:
    """Whether "last year" is a year and not, as "the last year", a duration."""
    if is_part(name):
        return not (name["the"] or name["of_the"] or name["nth_the"])
    return not THE.search(before(name))


def is_today(name: re.Match[str]) -> bool:
    """Whether "today" is a day, and "last night" nobody's; "lower than today" compares with these times."""
    return not (THE.search(before(name)) or NOWADAYS.search(before(name)))


def is_exact(name: re.Match[str]) -> bool:
    """Whether so many years ago means that number."""
    return not ROUGHLY.search(before(name))


def is_season(name: re.Match[str]) -> bool:
    """Whether a season with a year is one, and neither a name ("Prague Spring 1968") nor a fall from power."""
    fall = name["season"].startswith("fall")
    return not CALLED.search(before(name)) and (not fall or is_part(name) or bool(BEFORE_FALL.search(before(name))))


def is_years(name: re.Match[str]) -> bool:
    """Whether two numbers joined by a hyphen are years; "the 2013-2015 crisis" lasted as long."""
    the = THE.search(before(name)) and int(name["years_first"]) >= AMOUNTS_BELOW
    return is_range_of_years(before(name), "" if the and next_word(after(name)).lower() not in COUNTED else after(name))


def is_decade(name: re.Match[str]) -> bool:
    """Whether it is told of a decade, and not of the time before or after it."""
    return not OUTSIDE_DECADE.search(before(name))


#: What is asked of a name of each kind beside that it is not "before" or "after" a time.
CHECKS = {
    "weekday": is_weekday,
    "year": is_year,
    "bare_month": is_month,
    "day": is_day,
    "near": is_counted,
    "today": is_today,
    "chosen": is_counted,
    "ago": is_exact,
    "season": is_season,
    "years": is_years,
    "decade": is_decade,
}


@lru_cache(maxsize=16)
def called_so(text: str) -> frozenset[str]:
    """The names of months by which a sentence calls somebody: "Theresa May"."""
    return frozenset(found["name"] for found in SOMEBODY.finditer(text))


def is_range_of_years(ahead: str, behind: str) -> bool:
    """Whether two numbers are the first and last year of a range, and neither amounts nor a telephone's."""
    return not (NUMBERED.search(ahead) or GROWING.search(ahead) or is_attribute(behind))


def is_attribute(behind: str) -> bool:
    """Whether a word in lower case follows that goes on with the phrase: "12 June meeting"."""
    word = next_word(behind)
    return word.islower() and word not in AFTERWARDS


def next_word(behind: str) -> str:
    """The word that follows after white space; "" where none does."""
    found = FOLLOWED.match(behind)
    return found[1].replace(".", "") if found else ""
