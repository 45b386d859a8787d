"""A sentence's grammar -> Claims: what it says is, was or is not done to a thing. The one file of qa that reads parses.

Whether two claims can both be so is decided in agreement.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from index.terms import irregular_verbs, stem, terms
from qa.antonyms import key, keys

#: Whoever does these does not do what follows: "refused to lift", "denied that", "failure to agree".
NEGATING = keys(
    "refuse decline fail deny reject avoid prevent stop oppose resist reluctant unwilling unable unlikely impossible"
    " hesitant hesitate refusal failure reluctance inability lack doubt rule_out exclude cease neglect block without"
    " instead"
)
#: What follows these is wished, planned or possible: it has not been done. What was ordered counts as done.
WISHING = keys(
    "hope want wish plan intend consider mull urge ask propose seek try attempt aim need promise threaten desire call"
    " demand suggest expect encourage request possibility chance possible likely ready willing prepare vow pledge"
    " effort goal idea proposal talk negotiate discuss like risk fear worry claim"
)
WOULD_BE = frozenset({"can", "may", "might", "could", "should", "must", "would"})
NEVER = frozenset({"never", "hardly", "barely", "rarely", "scarcely", "no", "not", "n't", "nor", "neither"})
NOBODY = frozenset({"nobody", "none", "no-one", "nothing"})
#: Nouns that only count or order what stands behind their "of".
COUNTING = keys("number series amount round level part kind lot range rate share volume degree set")
#: What a verb acts on through these is its object: "withdraw from Syria"; through others it is a time or a place.
GOVERNING = frozenset({"from", "to", "with", "into", "against", "of", "for"})
#: Adjectives that only look like a verb: "close cooperation".
HOMOGRAPHS = frozenset({"close", "closer", "closest", "back", "present"})
#: Whoever is, votes or speaks "against" a thing opposes it; to act against it is another matter.
SIDING = frozenset({"be", "vote", "speak", "argue", "come"})
INHERITING = frozenset({"xcomp", "ccomp", "pcomp", "acl"})


@dataclass(frozen=True, slots=True)
class Claim:
    """That something was done to a thing, or not.

    predicate: the key of a verb, adjective or noun (see antonyms.py).
    things: the stems that stand for what it is said of. subjects: the terms of who does it; empty where not said.
    negated: said not to be so. hypothetical: said to be wished or possible only.
    """

    predicate: str
    things: frozenset[str]
    subjects: frozenset[str]
    negated: bool
    hypothetical: bool


def claim_of(token: Token) -> Claim:
    """What the sentence says with this predicate."""
    negated, hypothetical = stance(token)
    subjects = frozenset(term for subject in subjects_of(token) for term in terms(phrase_of(subject)))
    things = frozenset(stem(thing.lower_) for thing in things_of(token))
    return Claim(with_particle(token), things, subjects, negated, hypothetical)


def key_of(token: Token) -> str:
    """The key of a verb with its particle, an adjective or a noun; "" for any other word."""
    if token.pos_ in ("ADJ", "NOUN") and (token.lower_ in HOMOGRAPHS or token.lower_ in irregular_verbs()):
        return ""  # "the left wing", "a rose": no form of "leave" or "rise"
    sides_with = token.lower_ in ("against", "for") and token.head.lemma_ in SIDING
    return with_particle(token) if token.pos_ in ("VERB", "ADJ", "NOUN") or sides_with else ""


def with_particle(token: Token) -> str:
    """The key of a word and of the particle that hangs on it, as which "place" counts ("take place")."""
    particles = (part.lower_ for part in token.children if part.dep_ == "prt" or part.lower_ == "place")
    return key(token.lower_, next(particles, ""))


def things_of(token: Token) -> Iterator[Token]:
    """What the predicate is said of, with what is joined to it by "and"."""
    for thing in said_of(token):
        for part in counted(antecedent(thing)):
            yield part
            yield from part.conjuncts


def said_of(token: Token) -> Iterator[Token]:
    """What the predicate is said of: objects, the subject where there is none, the noun an adjective stands by."""
    children = list(token.children)
    if token.dep_ in ("amod", "acl", "relcl"):
        yield token.head
    for child in children:
        if child.dep_ in ("dobj", "nsubjpass", "pobj", "attr", "oprd", "xcomp", "poss", "compound"):
            yield child
        elif child.dep_ in ("prep", "agent") and (token.pos_ == "NOUN" or child.lower_ in GOVERNING):
            yield from (below for below in child.children if below.dep_ == "pobj")
    if token.pos_ != "NOUN" and not any(child.dep_ == "dobj" for child in children):
        yield from (subject for subject in subjects_of(token) if subject.dep_ != "pobj")


def counted(noun: Token) -> Iterator[Token]:
    """The noun, or what it only counts: the sanctions of "a series of sanctions"."""
    if stem(noun.lower_) in COUNTING:
        below = [part for prep in noun.children if prep.lower_ == "of" for part in prep.children if part.dep_ == "pobj"]
        if below:
            yield from below
            return
    yield noun


def subjects_of(token: Token) -> list[Token]:
    """Who does it: its own subject or "by" phrase, else that of the verb it hangs on or is joined to."""
    for _ in range(4):
        found = [child for child in token.children if child.dep_ in ("nsubj", "csubj")]
        found += [noun for by in token.children if by.dep_ == "agent" for noun in by.children if noun.dep_ == "pobj"]
        if found or any(child.dep_ == "nsubjpass" for child in token.children):
            return [antecedent(subject) for subject in found]
        if token.dep_ in ("acomp", "oprd", "xcomp", "conj", "prep"):
            given = [child for child in token.head.children if child.dep_ == "dobj"] if token.dep_ == "xcomp" else []
            if given:
                return given
            token = token.head
        elif token.dep_ == "amod" and token.head.dep_ == "nsubj":
            return [token.head]
        else:
            return []
    return []


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return token.head.head
    return token


def phrase_of(noun: Token) -> str:
    """The words of a noun phrase without clauses that hang on it."""
    below = {part for child in noun.children if child.dep_ in ("relcl", "acl", "appos") for part in child.subtree}
    return " ".join(part.text for part in noun.subtree if part not in below)


def stance(token: Token) -> tuple[bool, bool]:
    """Whether the sentence says the predicate is not so, and whether it is said to be wished or possible only."""
    negated, hypothetical = denied(token), False
    for _ in range(4):
        helpers = {child.lower_ for child in token.children if child.dep_ == "aux"}
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        if "until" in marks and not helpers & {"had"}:
            negated ^= token.tag_ in ("VBZ", "VBP", "VB")
        hypothetical |= bool(helpers & WOULD_BE) and not negated
        hypothetical |= bool(marks & {"if", "unless", "whether"})
        if token.dep_ in INHERITING or (token.pos_ == "NOUN" and token.dep_ in ("dobj", "pobj", "attr", "nsubjpass")):
            above = token.head
        else:
            break
        by_noun = token.pos_ == "NOUN"
        if above.pos_ == "ADP" or (by_noun and token.dep_ == "pobj"):
            if stem(above.lower_) in NEGATING:
                negated = not negated
            above = above.head
        governor = with_particle(above)
        own_subject = token.dep_ == "ccomp" and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
        if governor in NEGATING:
            negated = not negated
        hypothetical |= governor in WISHING
        if own_subject or (by_noun and governor not in NEGATING):
            break
        negated ^= denied(above)
        token = above
    return negated, hypothetical and not negated


def denied(token: Token) -> bool:
    """Whether a word of negation stands by the predicate, by its verb "be", or by what it is said of."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj", "det") and child.lower_ in NEVER):
            return True
        if child.dep_ in ("nsubj", "dobj", "nsubjpass") and (child.lower_ in NOBODY or has_no(child)):
            return True
    if token.dep_ in ("acomp", "attr", "oprd", "prep") and token.head.lemma_ == "be":
        return denied(token.head)
    joined = token.dep_ == "conj" and any(child.lower_ in ("or", "nor") for child in token.head.children)
    return joined and denied(token.head)


def has_no(noun: Token) -> bool:
    """Whether "no" stands before the noun."""
    return any(child.lower_ == "no" and child.dep_ in ("det", "neg", "advmod") for child in noun.children)
