"""Who does it to whom: "What does A accuse B of?" is not answered by "B accused A"."""

from __future__ import annotations

from functools import lru_cache

from index.language import english
from index.terms import stem, words
from qa.clause import Claim, claim_of, claims


def turned_round(question: str, sentence: str) -> bool:
    """Whether a sentence says that what the question asks of somebody was done to them, and by others."""
    asked = claim_asked(question)
    if asked is None or asked.predicate not in map(stem, words(sentence)):
        return False
    return any(
        claim.things & asked.subjects and claim.subjects and not claim.subjects & asked.subjects
        for claim in claims(sentence, {asked.predicate})
    )


@lru_cache(maxsize=64)
def claim_asked(question: str) -> Claim | None:
    """What the question's main verb says that somebody does to somebody; None where it names not both."""
    parsed = english()(question, disable=["ner"])
    verb = next((token for token in parsed if token.dep_ == "ROOT" and token.pos_ == "VERB"), None)
    parts = {child.dep_ for child in verb.children if child.tag_[0] != "W"} if verb is not None else set()
    return claim_of(verb) if verb is not None and {"nsubj", "dobj"} <= parts else None
