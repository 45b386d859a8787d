"""Outlets that a question names: "What does Xinhua report …?" asks that outlet's articles only."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Endings of a site's name that people leave out.
SITE_ENDING = re.compile(r"\.(?:com|org|net|info|eu|[a-z]{2}|co\.uk)$", re.IGNORECASE)
#: What an outlet does with what its articles hold.
TELLS = r"(?:report|say|write|tell|state|claim)"


def named_outlets(question: str, outlets: Iterable[str]) -> dict[str, str]:
    """Outlet -> how the question names it: in full, without ".com", or by its initials in capitals."""
    found = {}
    for outlet in sorted(set(outlets)):
        short = SITE_ENDING.sub("", outlet)
        words = (re.sub(r"^\W+", "", word) for word in short.split())
        initials = "".join(word[0] for word in words if word)
        patterns = [rf"(?i:{whole(name)})" for name in (outlet, short) if name.strip()]
        if len(initials) > 1 and initials.isupper():
            patterns.append(whole(initials))
        named = re.search("|".join(patterns), question) if patterns else None
        if named:
            found[outlet] = named[0]
    return found


def whole(name: str) -> str:
    """A pattern for a name that is no part of a longer word, whatever characters it is made of."""
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def unattributed(question: str, names: Iterable[str]) -> str:
    """The question without "according to" one of `names` or "does" it "report": only the matter is read for.

    "What does Xinhua report about sanctions?" is asked of Xinhua's articles as "What about sanctions?".
    """
    called = "|".join(map(whole, names))
    if not called:
        return question
    question = re.sub(rf"(?i),?\s*\baccording to (?:{called}),?\s*", " ", question)
    question = re.sub(rf"(?i)\s*\b(?:do|does|did) (?:the )?(?:{called}) {TELLS}\b", "", question)
    return re.sub(r"\s+(?=[?.!])", "", question).strip()
