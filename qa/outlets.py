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
        initials = "".join(word[0] for word in short.split())
        patterns = [rf"(?i:\b{re.escape(name)}\b)" for name in (outlet, short)]
        if len(initials) > 1 and initials.isupper():
            patterns.append(rf"\b{initials}\b")
        named = re.search("|".join(patterns), question)
        if named:
            found[outlet] = named[0]
    return found


def unattributed(question: str, names: Iterable[str]) -> str:
    """The question without "according to" one of `names` or "does" it "report": only the matter is compared."""
    called = "|".join(map(re.escape, names))
    if not called:
        return question
    question = re.sub(rf"(?i),?\s*\baccording to (?:{called}),?\s*", " ", question)
    return re.sub(rf"(?i)\b(?:do|does|did) (?:the )?(?:{called}) {TELLS}\b", "is reported", question).strip()
