"""Which way a time lies that is named without its year, "on Tuesday" or "in June": by the tense of its verb."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc, Token

from index.language import english
from index.terms import words

Tense = Literal["past", "future"]
#: No sentence is longer than this: what is, is a list or a table, and not parsed again.
MOST_CHARACTERS = 2_000
#: What "is due" or "is set" for a time, or to do something, has it before it; what is "scheduled" without a verb, too.
PLANNED = frozenset(words("due set scheduled slated expected planned bound"))
PENDING = frozenset(words("due scheduled slated planned"))
#: Who announces or postpones "elections in June" tells of a June to come.
LOOKS_AHEAD = frozenset(
    words(
        "announce call plan schedule propose promise demand urge expect agree order set want seek offer prepare"
        " postpone delay back face approve vow pledge invite await anticipate forecast predict hope intend request"
        " threaten book"
    )
)
#: Between a verb and a time, these put the time after what the verb tells.
LATER = frozenset(words("ahead before until till upcoming forthcoming coming pending"))
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
WOULD = frozenset({"would", "could", "may", "might", "can", "must", "should", "'d", "’d"})
BEEN = frozenset({"has", "have", "had", "was", "were", "been", "did", "got", "'ve", "’ve"})


def tense(text: str, place: int) -> Tense | None:
    """The tense of the verb that the word at offset `place` belongs to; None where the grammar does not tell."""
    if len(text) > MOST_CHARACTERS:
        return None
    named = next((token for token in parsed(text) if token.idx + len(token) > place), None)
    return None if named is None else of_verb_above(named)


def of_verb_above(named: Token) -> Tense | None:
    """The tense of the first verb that a time hangs on, unless the words between put the time after it."""
    below = named
    for above in named.ancestors:
        if above.lower_ in LATER:
            return None
        if above == named.head and above.lower_ in ("for", "to"):  # "slated for June", but "postponed to June"
            return "future" if is_planned(above.head) else None
        said_of = [child for child in above.children if child.dep_ == "acomp"] if above.lemma_ == "be" else [above]
        plan = next((word for word in said_of if word.lower_ in PLANNED and word.tag_ in ("VBN", "JJ")), None)
        if plan is not None:
            return "future" if is_planned(plan) else None
        if above.pos_ in ("VERB", "AUX") and above.tag_ != "VBG":
            return None if looks_ahead(above, below, named) else tense_of(above)
        below = above
    return None


@lru_cache(maxsize=64)
def parsed(text: str) -> Doc:
    """What the grammar makes of `text`; kept, since a sentence may name several times."""
    return english()(text, disable=["ner"])


def looks_ahead(verb: Token, below: Token, named: Token) -> bool:
    """Whether what is told lies before the time: "announced elections in June", "pledged it ahead of June's vote".

    below: what of the verb's phrases the time stands in. A weekday goes with the verb: "announced a vote on Tuesday".
    """
    between = verb.doc[min(verb.i, named.i) + 1 : max(verb.i, named.i)]
    if any(token.lower_ in LATER | PENDING for token in between):
        return True
    if verb.lemma_.lower() not in LOOKS_AHEAD or named.text.endswith("day"):
        return False
    after_noun = any(child.dep_ == "dobj" and verb.i < child.i < named.i for child in verb.children)
    return after_noun or (below != named and below.dep_ in ("dobj", "pobj"))


def is_planned(word: Token) -> bool:
    """Whether something is now due or scheduled; "was scheduled" leaves open whether it came to be."""
    verb = word.head if word.tag_ == "JJ" and word.dep_ == "acomp" else word
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} | {verb.lower_}
    planned = word.lower_ in (PLANNED if helpers & {"is", "are"} else PENDING)
    return planned and word.tag_ in ("VBN", "JJ") and not helpers & (BEEN | WOULD)


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its helpers; None for the present, the possible and the wished."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & WILL:
        return "future"
    if helpers & WOULD:
        return None
    if "to" in helpers:
        return "future" if is_planned(verb.head) or is_going(verb.head) else None
    if verb.tag_ == "VBN":
        return "past" if helpers & BEEN or not helpers else None
    return "past" if verb.tag_ == "VBD" or helpers & {"did", "had"} else None


def is_going(verb: Token) -> bool:
    """Whether somebody "is going" to do what follows."""
    return verb.lower_ == "going" and any(child.lower_ in ("is", "are", "'s", "'re") for child in verb.children)
