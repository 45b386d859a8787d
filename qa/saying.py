"""Whether a speaker is whom a question asks about: "What did Moscow say?", "What did the Russian minister say?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from index.sentence import heard
from index.speaker import Speaker
from index.terms import terms
from qa.side import named_in, side_of, spellings

#: "NATO and Russia" are two that are asked about.
PARTED = re.compile(r"\s*(?:,|\band\b|\bor\b|\bversus\b|\bvs\b)\s*")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
#: Whoever has such a role is not the one who has it without the word.
LESSER = frozenset(terms("deputy vice assistant acting former ex"))
#: "Russian officials" are whoever speaks for Russia.
ANY_OFFICIAL = frozenset(terms("official authority government leader leadership diplomat politician representative"))
#: What newspapers call those who know a matter, one as well as another.
KNOWING = frozenset(terms("analyst expert observer specialist pundit scholar commentator"))
#: "Defence" and "defense": words as long as each other whose likeness is this, of 100, are one.
SPELT_ALIKE = 80


def parties(asked: str) -> tuple[str, ...]:
    """Those whom the words for a speaker name, one by one."""
    return tuple(part for part in PARTED.split(asked) if terms(part))


def is_by(speaker: Speaker | None, asked: str) -> bool:
    """Whether `speaker` is `asked`: by name or role, or as one who speaks for the country or body it names."""
    if speaker is None or not terms(asked):
        return False
    bare = ARTICLE.sub("", asked.strip())
    side = whole_side(bare)
    if side is not None:
        return side_of(speaker) == side
    wanted, (named, known) = terms(bare), terms_of(speaker)
    if LESSER & set(known) - set(wanted) and not set(wanted) & set(named):
        return False
    return all(any(is_same_word(one, other) for other in known) for one in wanted)


def tells_of(name: Sequence[str], text: str) -> bool:
    """Whether a sentence tells that somebody says, thinks or wants something; name: terms, all of them in it."""
    if not set(name) <= set(terms(text)):
        return False
    _, tellings = heard(text)
    return any(name[-1] in terms(telling.speaker.name) for telling in tellings)


@lru_cache(maxsize=65_536)
def terms_of(speaker: Speaker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The terms of a speaker's name, and of name and role: a question may look at all speakers of a dossier."""
    return terms(speaker.name), terms(f"{speaker.name} {speaker.role or ''}")


@lru_cache(maxsize=256)
def whole_side(asked: str) -> str | None:
    """The country or body where the words name it, or whoever officially speaks for it; None for anybody else."""
    side = named_in(asked)
    spelt = next((one for one in (*spellings(), side) if one and asked.startswith(one)), "")
    return side if spelt and set(terms(asked.removeprefix(spelt))) <= ANY_OFFICIAL else None


def is_same_word(one: str, other: str) -> bool:
    """Whether two stems are the same word, perhaps as British and Americans spell it, or both an expert's."""
    alike = one == other or {one, other} <= KNOWING
    return alike or (len(one) == len(other) and ratio(one, other) >= SPELT_ALIKE)
