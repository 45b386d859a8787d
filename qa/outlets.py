"""Outlets that a question names: "What does Xinhua report …?" asks that outlet's articles only."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Endings of a site's name that people leave out.
SITE_ENDING = re.compile(r"\.(?:com|org|net|info|eu|[a-z]{2}|co\.uk)$", re.IGNORECASE)


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
    """The question without "according to" and one of `names`, so that only what is asked about is compared."""
    called = "|".join(map(re.escape, names))
    return re.sub(rf"(?i),?\s*\baccording to (?:{called}),?\s*", " ", question).strip() if called else question
