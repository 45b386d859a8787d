"""Who called something so, asked as who said that it is so: articles say "can be seen as tactical", not "called it"."""

from __future__ import annotations

import re

from index.language import english

WHO = r"who (?:has |had |also |else )?"
#: Seen as something, and called something without "as".
SEEN_AS = re.compile(
    WHO + r"(?:(?:call|label|brand|view|regard|dismiss)(?:s|ed|l?led|es)?|(?:describ|characteri[sz])e[sd]?|sees?|saw)"
    r" (?P<thing>.+?) as (?:being )?(?P<called>.+?)[ ?.!]*",
    re.IGNORECASE,
)
CALLED = re.compile(
    WHO + r"(?:(?:call|label|brand|deem|consider|term)(?:s|ed|led)?|dub(?:s|bed)?|declare[sd]?) (?P<said>.+?)[ ?.!]*",
    re.IGNORECASE,
)
#: "the mayor a liar", "the exercise completely illegal": what it is called begins here.
BEGINS = re.compile(r"(?<=\w) (?=(?:an?|the|one of|too|very|so|not|\w+ly) )", re.IGNORECASE)
#: Tags of what something can be in one word.
QUALITIES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NNS"})
#: Tags of nouns in the plural, and of a verb: "the moves".
PLURAL = frozenset({"NNS", "NNPS", "VBZ"})
#: Tags of what stands before a noun, whatever the tagger takes it for.
DETERMINERS = frozenset({"DT", "PRP$"})


def as_statement(question: str) -> str:
    """Of "Who called A so?" this makes "Who said that A is so?"; another question stays as it is."""
    parts = parted(question)
    if parts is None:
        return question
    thing, called = parts
    tagged = english()(f"{thing} are {called}", disable=["ner", "parser"])
    tags, noun = [token.tag_ for token in tagged], len(english().tokenizer(thing)) - 1
    is_noun = tags[noun].startswith("NN") or (noun > 0 and tags[0] in DETERMINERS)
    if not is_noun or (" " not in called and tags[-1] not in QUALITIES):
        return question
    many = tags[noun] in PLURAL or "CC" in tags[:noun]
    return f"Who said that {thing} {'are' if many else 'is'} {called}?"


def parted(question: str) -> tuple[str, str] | None:
    """What is called so, and what it is called; None where that is not asked."""
    seen = SEEN_AS.fullmatch(question)
    if seen:
        return seen["thing"], seen["called"]
    found = CALLED.fullmatch(question)
    if found is None:
        return None
    begins = BEGINS.search(found["said"])
    place = begins.start() if begins else found["said"].rfind(" ")
    return (found["said"][:place], found["said"][place + 1 :]) if place > 0 else None
