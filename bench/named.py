"""Whether a speaker of ours is the source that people marked: whose name a source is, and when two names are one's."""

from __future__ import annotations

import re
from calendar import day_name, month_name

from index.speaker import Speaker
from index.terms import STOPPED, words

#: Words with a capital, not before a possessive ending: whose name it is, not what belongs to them.
NAME = re.compile(r"(?:[A-Z][\w.&’'/-]*[\w.]\s?|[A-Z]\s)+")
POSSESSIVE = re.compile(r"(?:['’]s|s['’])\s*$")
#: What only describes a source begins here: "critics of Trump" is not Trump, "Lee of Halden" is not Halden.
DESCRIBED = re.compile(
    r"\b(?:of|in|at|for|from|with|by|to|on|who|whom|whose|which|that|where|including|like|such|as"
    r"|[a-z]\w+(?:ed|ing))\b"
)
#: Asides, in which only what begins like a name is one: "the senator, Ann Lee" but not "Lee, a friend of Lund".
ASIDE = re.compile(r"[,;:()\[\]—–]|\s-\s")
#: Written with a capital, and nobody: "a poll released Sunday".
TIMES = frozenset(words(" ".join((*day_name, *month_name))))


def names(text: str) -> list[str]:
    """The names that `text` is of, without what belongs to a name ("Lee's aides") or only describes somebody."""
    found = []
    for number, part in enumerate(ASIDE.split(text)):
        piece = part.strip()
        if number and not piece[:1].isupper():
            continue
        described = DESCRIBED.search(piece)
        piece = piece[: described.start()] if described and described.start() else piece
        found.extend(whole(piece))
    return found


def whole(text: str) -> list[str]:
    """What `text` writes with a capital, but for what belongs to the name or what it only describes."""
    found = []
    for match in NAME.finditer(text):
        name = match.group().strip()
        while name and words(name)[:1] and words(name)[0] in STOPPED:
            name = name.partition(" ")[2]
        behind = text[match.end() :].lstrip()
        describing = behind[:1].islower() and words(behind)[0] not in STOPPED
        belongs = POSSESSIVE.search(match.group()) or behind.startswith(("'s", "’s"))
        if words(name) and not describing and not belongs and words(name)[-1] not in TIMES:
            found.append(name)
    return found


def same(name: str, source: str) -> bool:
    """Whether `name` ends as one of the names in `source` does."""
    lasts = {words(one)[-1] for one in names(name)}
    return any(words(one)[-1] in lasts for one in names(source))


def named(speaker: Speaker | None, source: str) -> bool:
    """Whether the speaker is the source: by last name or, of a person, by a fuller name."""
    if speaker is None:
        return False
    fuller = speaker.kind == "person" and any(words(one)[-1] in words(speaker.name) for one in names(source))
    return fuller or same(speaker.name, source)
