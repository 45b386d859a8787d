"""For which side a speaker speaks, as far as the article states it: a country, or a body such as NATO.

An official's or a ministry's country stands in its own name or role, as a country, its people's adjective or its
capital. A private person of that country, an analyst say, speaks for nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from countryinfo import all_countries

from index.speaker import Speaker
from index.terms import words

#: Who speaks for more than himself: offices, and the bodies and seats that newspapers let speak.
OFFICIAL = re.compile(
    r"\b(?:minist(?:er|ry|ries|ers)|presiden\w+|premier|chancellor|secretar(?:y|ies)|government|officials?|spokes\w+"
    r"|ambassador|envoy|diplomats?|embassy|representatives?|delegat\w+|commander|general|admiral|colonel|chief|head"
    r"|chair\w*|director|military|army|navy|forces|troops|parliament\w*|senator|lawmakers?|congress\w*|department"
    r"|administration|authorit\w+|council|commission\w*|alliance|union|leader\w*|officers?|king|queen|prince|emperor"
    r"|state department|treasury|intelligence|security service|foreign office|defen[cs]e)\b",
    re.IGNORECASE,
)
#: Who has an office of the past, or gives a view of his own.
PRIVATE = re.compile(
    r"\b(?:former|ex-\w+|retired|analysts?|experts?|scholars?|professors?|researchers?|historians?|journalists?"
    r"|observers?|residents?|activists?|students?|think tank|institute|university|academy)\b",
    re.IGNORECASE,
)
#: Seats that stand for a government, beside the capitals.
SEATS: Mapping[str, str] = {
    "Kremlin": "Russia",
    "White House": "United States",
    "Pentagon": "United States",
    "State Department": "United States",
    "Downing Street": "United Kingdom",
    "Whitehall": "United Kingdom",
    "Elysee": "France",
    "Bundestag": "Germany",
}
#: As newspapers write them; the list of countries has other spellings.
SPELT: Mapping[str, str] = {"U.S.": "United States", "America": "United States", "Washington": "United States",
                            "U.K.": "United Kingdom", "Britain": "United Kingdom", "Kiev": "Ukraine",
                            "Soviet": "Soviet Union"}  # fmt: skip
BODY = re.compile(r"\b[A-Z]{2,6}\b")
#: "Ambassador to Russia", "envoy at NATO": where an official is sent, not whom he speaks for.
SENT = re.compile(r"\s(?:to|at|with|in)\s.*", re.DOTALL)
#: A spelling of a country has at least so many letters; the shorter ones are codes, but for those in capitals in news.
SPELLING, CODES = 4, frozenset(words("us uk uae usa"))


@lru_cache(maxsize=4096)
def side_of(speaker: Speaker) -> str | None:
    """The country or body that `speaker` speaks for; None where the article does not state it."""
    if speaker.kind == "institution":
        return named_in(speaker.name) or speaker.name.removeprefix("the ").removeprefix("The ")
    stated = f"{speaker.role or ''} {speaker.name if speaker.kind == 'group' else ''}"
    if PRIVATE.search(stated) or not OFFICIAL.search(stated):
        return None
    return named_in(SENT.sub("", stated))


def named_in(text: str) -> str | None:
    """The country or body that `text` names first; None where it names none."""
    country = country_names().search(text)
    body = next((found for found in BODY.finditer(text) if found[0] not in spellings()), None)
    if country and (body is None or country.start() <= body.start()):
        return spellings()[country[0]]
    return body[0] if body else None


@cache
def spellings() -> Mapping[str, str]:
    """Names of countries, their people's adjectives, their capitals and their governments' seats -> the country.

    Of the countries that share one ("American", "Indian") it is that of the most people.
    """
    found: dict[str, str] = {}
    for told in sorted(
        (country.info() for country in all_countries()), key=lambda told: -(told.get("population") or 0)
    ):
        name, others = told["name"], (told.get("capital"), told.get("demonym"), *told.get("altSpellings", ()))
        written = [one for one in others if isinstance(one, str) and (len(one) >= SPELLING or one.lower() in CODES)]
        for one in (name, *written):
            found.setdefault(one, name)
    return {**found, **SEATS, **SPELT}


@cache
def country_names() -> re.Pattern[str]:
    """Matches any of the spellings, the longest that fits."""
    longest = sorted(spellings(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
