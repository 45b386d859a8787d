"""A question for a verdict, "Who is to blame for the crisis?", as one for what the articles say of its causes.

Who is right is not ours to say; each side's causes stand under its name, and the answer shows how it was understood.
"""

from __future__ import annotations

import re

BLAME = re.compile(
    r"(?:who|what|which (?:side|party|country|nation))(?:['’]s| is| was| are| were)"
    r"(?: (?:really|mostly|most|more|mainly|actually))? (?:to blame|at fault|guilty) (?:for|of|in)"
    r" (?P<matter>.+?)[ ?.!]*",
    re.IGNORECASE,
)
FAULT = re.compile(r"whose (?:fault|blame) (?:is|was|are|were) (?P<matter>.+?)[ ?.!]*", re.IGNORECASE)


def without_verdict(question: str) -> str:
    """The question as one for causes where it asks who is to blame; else as it is."""
    found = BLAME.fullmatch(question) or FAULT.fullmatch(question)
    return f"What are the causes of {found['matter']}?" if found else question
