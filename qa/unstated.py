"""Whether any article says that what a question takes for granted happened: "Why did A join B?" that A joined B.

What nobody says may have been said in other words. So the answer then has to be surer, and it says what was not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.index import Index
from qa.antonyms import relatives
from qa.clause import claims
from qa.contradiction import concerns, judged, supported_elsewhere
from qa.evidence import Evidence
from qa.presupposition import Supposition, in_other_words, supposition
from qa.question import Kind
from qa.search import Search

#: Questions for the reason, the time or the manner of something that happened; "how" is an "other".
EVENTFUL: frozenset[Kind] = frozenset({"why", "when", "other"})


def act_supposed(search: Search) -> Supposition | None:
    """What was done as the question takes for granted; None where it takes no such thing for granted for sure.

    But for why-questions somebody has to do something to something: when a show starts, or "they" put up a tree, is
    told in too many words for it to be looked up.
    """
    found = supposition(search.question.text) if search.question.kind in EVENTFUL else None
    if found is None or not found.is_act:
        return None
    by_another = found.claim.subjects and not found.claim.subjects & found.claim.things
    return found if by_another or search.question.kind == "why" else None


@dataclass(frozen=True, slots=True)
class Unstated:
    """What was done as the question takes for granted and no sentence searched says.

    denied: whether one says that it, or the like about the same thing, was not done.
    """

    supposed: Supposition
    denied: bool

    @property
    def sentence(self) -> str:
        """What was looked up and not found, to tell the user."""
        return f"no sentence found in them says that {self.supposed.said}"


def unstated(search: Search, evidence: Sequence[Evidence], index: Index) -> Unstated | None:
    """None where a sentence says what the question takes for granted, it takes nothing so for sure, or names others."""
    supposed = act_supposed(search)
    if supposed is None or not all(index.holds(name, search.allowed) for name in search.question.names):
        return None
    wide = in_other_words(supposed)
    near = [one for one in evidence if concerns(wide, one.text)]
    stated = any(judged(wide, search.question, one.passage, one.number) > 0 for one in near)
    if stated or supported_elsewhere(wide, search, evidence, index):
        return None
    return Unstated(supposed, any(is_denied(supposed, one) for one in near))


def is_denied(supposed: Supposition, evidence: Evidence) -> bool:
    """Whether a sentence with the thing in it says that the same was not done, to whatever of it."""
    return any(
        claim.negated != supposed.claim.negated and not claim.hypothetical
        for claim in claims(evidence.text, relatives(supposed.claim.predicate).same)
    )
