"""A word of the question that no article holds -> one that they hold and that says the same: "rising", "increases".

Only what words are compared by changes: the question is read, embedded and shown as it was typed.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from index.dense import Rows
from index.index import Index
from qa.antonyms import keys, relatives
from qa.question import Question

#: Nouns and adjectives of the news that stand for each other, beside the verbs of antonyms.py; made by hand.
ALIKE = """
relation relationship tie link rapport; tense tension strain friction; mistrust distrust suspicion;
dispute quarrel row disagreement conflict contention; divide division rift split gap difference;
talk negotiation discussion; meeting summit session; accord agreement deal pact treaty; troop force soldier;
war fighting hostility; threat danger menace; poll survey; vote ballot election; firm company business;
reply response answer reaction; reason cause ground motive; aim goal purpose objective; chief head leader boss;
illness disease sickness; doctor physician; angry anger outrage; worried worry concern anxiety; fear dread alarm
"""


def in_their_words(question: Question, index: Index, allowed: Rows | None) -> Question:
    """The question whose terms, but for names, are all put in words that the articles hold, as far as they have one."""
    found: dict[str, str] = {}
    for term in question.terms:
        if term not in question.names and not index.holds(term, allowed):
            same = [other for other in alike(term) if index.holds(other, allowed)]
            if same:
                found[term] = min(same, key=lambda other: index.rarity(other, allowed))
    return question.with_terms(found)


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
