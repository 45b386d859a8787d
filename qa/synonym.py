"""A word of the question that no article holds -> one that they hold and that says the same: "rising", "increases".

So with a country that they call otherwise ("American", "US"). Its capital is no other name of it: who asks about a city
is told that no article mentions it.

Only what words are compared by changes: the question is read, embedded and shown as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from index.dense import Rows
from index.index import Index
from index.terms import terms
from qa.antonyms import keys, relatives
from qa.question import Question
from qa.side import capitals, spellings

#: Nouns and adjectives of the news that stand for each other, beside the verbs of antonyms.py; made by hand.
ALIKE = """
relation relationship tie link rapport; tense tension strain friction; mistrust distrust suspicion;
dispute quarrel row disagreement conflict contention; divide division rift split gap difference;
talk negotiation discussion; meeting summit session; accord agreement deal pact treaty; troop force soldier;
war fighting hostility; threat danger menace; poll survey; vote ballot election; firm company business;
reply response answer reaction; reason cause ground motive; aim goal purpose objective; chief head leader boss;
ship vessel boat warship destroyer; plane aircraft jet airplane warplane; drill exercise maneuver; navy fleet;
weapon arm; illness disease sickness; doctor physician; angry anger outrage; worried worry concern anxiety;
fear dread alarm
"""


def in_their_words(question: Question, index: Index, allowed: Rows | None) -> Question:
    """The question whose terms are all put in words that the articles hold, as far as they have one.

    Of names only those of countries are.
    """
    found: dict[str, str] = {}
    for term in question.terms:
        if term not in question.names and not index.holds(term, allowed):
            same = [other for other in alike(term) if index.holds(other, allowed)]
            if same:
                found[term] = min(same, key=lambda other: index.rarity(other, allowed))
    lost = [name for name in question.names if name in countries() and not index.holds(name, allowed)]
    called = {name: other for name in lost if (other := called_otherwise(name, index, allowed))}
    return question.calling(called).with_terms(found)


def called_otherwise(name: str, index: Index, allowed: Rows | None) -> str | None:
    """The stem by which the articles call the country that the stem `name` names; None where they do not."""
    for spelling in countries()[name]:
        (other,) = terms(spelling)
        written = re.compile(rf"(?<!\w){re.escape(spelling)}(?!\w)")  # as it is: "us" is no country
        if any(written.search(document.text) for document in index.documents_with([other], allowed)):
            return other
    return None


def with_countries(names: Collection[str]) -> frozenset[str]:
    """The stems, and by which others the countries among them are named."""
    return frozenset(names).union(*(terms(" ".join(countries().get(name, ()))) for name in names))


@cache
def countries() -> Mapping[str, tuple[str, ...]]:
    """Stems that name a country, or its people, with all the names of it in one word."""
    of_country: dict[str, list[str]] = {}
    for spelling, country in spellings().items():
        if len(terms(spelling)) == 1 and spelling not in capitals():
            of_country.setdefault(country, []).append(spelling)
    return {terms(spelling)[0]: tuple(same) for same in of_country.values() for spelling in same}


def with_alike(some: Collection[str]) -> frozenset[str]:
    """The stems, and all that say about the same as one of them."""
    return frozenset(some).union(*(alike(term) for term in some))


@cache
def alike(term: str) -> tuple[str, ...]:
    """Stems that say about the same as a stem; phrasal verbs are left out."""
    near = relatives(term).same.union(*(group for group in groups() if term in group))
    return tuple(sorted(other for other in near if other != term and " " not in other))


@cache
def groups() -> tuple[frozenset[str], ...]:
    """Those of ALIKE, as stems."""
    return tuple(keys(group) for group in ALIKE.split(";"))
