"""A question why sides fell out, however it is put, in the plainest words: "What drove A and B apart?".

Articles say of it that relations deteriorated, soured, broke down; a question can say so in a hundred ways. One that
was not answered in its own words, and asks nothing besides, is asked once more in these; the answer shows them. The
lists were widened while trying one question on the five articles in other words; bench/askers.py has others' words.
"""

from __future__ import annotations

import re

from index.terms import terms
from qa.antonyms import keys
from qa.question import Question

#: What is between sides while they get along.
BETWEEN = keys("relations relationship ties rapport cooperation dialogue partnership friendship trust contacts")
#: What becomes of it, and how bad it then is.
RUINED = keys(
    "deteriorate deterioration worsen sour strain plummet decline collapse damage harm hurt poison ruin spoil wreck"
    " freeze chill cool undermine erode rupture crumble suffer sever break broke broken breakdown end bad worse worst"
    " poor tense hostile difficult troubled low crisis downturn"
)
#: What is between sides that do not get along, and, where they are named, how they got there.
DISCORD = keys(
    "rift fallout falling-out distrust mistrust quarrel feud tension friction hostility enmity antagonism standoff"
    " confrontation discord dispute disagreement rivalry"
)
PARTED = keys(
    "fall fell fallen drift drive drove driven push pull apart divide division separate split estrange alienate row"
    " deteriorate deterioration break broke broken"
)
#: What a question for the cause, and the naming of sides, is made of besides.
BESIDES = keys(
    "cause reason root main factor lead led bring brought explain behind underlying responsible trigger spark get got"
    " go hit reach point wrong side party country nation two both other another each become became come came"
    " make made much badly so"
)
#: Whoever asks thus asks for a cause, or for what came of it all.
ASKED = re.compile(r"\b(?:why|how come|how (?:did|have|has)|what(?: [\w’'-]+)?|which)\b", re.IGNORECASE)
SIDE = r"(?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*|the [\w’'-]+|[\w’'.-]+"
SIDES = re.compile(rf"\b(?P<one>{SIDE}) (?:and|from) (?P<other>{SIDE})")


def plainly(question: Question) -> str | None:
    """The question as "Why did relations between A and B worsen?"; None where it is another, or names one side."""
    if question.kind not in ("why", "other") or not ASKED.match(question.text):
        return None
    found = sides_in(question)
    if found is None and question.names:
        return None
    content = set(terms(question.text)) - set(terms(" ".join(found or ())))
    bad = DISCORD | PARTED | RUINED if content & BETWEEN else DISCORD | PARTED if found else DISCORD
    if not content & bad or content - BETWEEN - RUINED - DISCORD - PARTED - BESIDES:
        return None
    between = f" between {found[0]} and {found[1]}" if found else ""
    return f"Why did relations{between} worsen?"


def sides_in(question: Question) -> tuple[str, str] | None:
    """The two sides that it names, at least one of them with a name, as it calls them."""
    for match in SIDES.finditer(question.text):
        if any(set(terms(side)) & set(question.names) for side in match.groups()):
            return match["one"], match["other"]
    return None
