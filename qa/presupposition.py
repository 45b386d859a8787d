"""What a question takes for granted: "Why did A lift the sanctions?" that A lifted them. Found here, not judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from index.language import english
from index.terms import STOPPED, stem, terms
from qa.antonyms import key, keys, opposable
from qa.clause import GOVERNING, NEGATING, WISHING, Claim, claim_of, counted, subjects_of
from qa.synonym import with_alike

#: Of these a question takes for granted no more than that something is so; every sentence would say it.
EMPTY = keys(
    "be have do make take get go come give happen mean call use say tell know think see view feel become matter"
    " explain justify account describe respond react believe assume suppose understand regard"
)
#: What begins or goes on to be done is done.
UNDER_WAY = keys("begin start commence continue keep come")
DOING = frozenset({"do", "does", "did"})
HELPING = DOING | {"is", "are", "was", "were", "has", "have", "had"}
#: "What" and "which" ask for the thing itself, and take less for granted.
ASKING = frozenset({"why", "when", "where", "how", "who"})
#: The question word is among the first words ("By how much has …").
ASKING_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Supposition:
    """What a question takes for granted.

    claim: as a sentence would make it. phrase: the terms of the whole phrase that names the thing it is said of.
    said: the question's own words put as a statement, "Moscow did confirm the accusations"; "" where not sure.
    is_act: whether it is that something was done, or happens, as the grammar of the question itself shows.
    """

    claim: Claim
    phrase: frozenset[str]
    said: str
    is_act: bool = False


@lru_cache(maxsize=64)  # asked for more than once a question
def supposition(question: str) -> Supposition | None:
    """What `question` takes for granted; None where nothing, or where its grammar does not tell."""
    parsed = english()(question, disable=["ner"])
    asking = next((token for token in parsed[:ASKING_WITHIN] if token.lower_ in ASKING), None)
    if asking is None:
        return None
    if asking.dep_ == "nsubj" and asking.lower_ == "who":
        return supposed(asking.head, f"anyone {text_of(parsed[asking.i + 1 :])}")
    helper = next((token for token in parsed[asking.i + 1 :] if token.lower_ in HELPING), None)
    if helper is None:
        return None
    verb = main_verb(parsed, helper)
    if verb is not None:
        subject = next(child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
        end = subject.right_edge.i + 1
        said = " ".join((parsed[helper.i + 1 : end].text, helper.text, text_of(parsed[end:])))
        found = supposed(verb, said)
        # What "did" helps is a verb, whatever the small parser takes it for: "Why did A attack B?"
        is_verb = verb.pos_ == "VERB" or helper.lower_ in DOING
        return found and replace(found, is_act=is_verb and found.claim.predicate not in WISHING)
    for said, place in statements(parsed, helper):
        stated = english()(said, disable=["ner"])
        verb = stated[place]
        if verb.dep_ in ("ROOT", "acomp") and any(token.i < place for token in things_named(verb)):
            return supposed(verb, said)
    return None


def text_of(tokens: Span) -> str:
    """The words without the question mark."""
    return tokens.text.rstrip(" ?!.")


def main_verb(parsed: Doc, helper: Token) -> Token | None:
    """The verb that `helper` helps, where the parser found it and its subject between the two."""
    verb = helper.head
    if helper.dep_ not in ("aux", "auxpass") or verb.dep_ != "ROOT":
        return None
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    between = any(helper.i < subject.i and subject.right_edge.i < verb.i for subject in subjects)
    return verb if between and verb.i < len(parsed) else None


def statements(parsed: Doc, helper: Token) -> Iterator[tuple[str, int]]:
    """The question as a statement, once for each word that may be its verb or adjective, and that word's number there.

    The small parser takes the last word of "When did tensions in the region ease?" for a noun; that of the statement
    "tensions in the region did ease" it reads right. Only words that have an opposite are tried.
    """
    words = parsed[helper.i + 1 :]
    for token in words[1:]:
        if opposable(key(token.lower_)) and token.lower_ not in STOPPED:
            before, behind = parsed[helper.i + 1 : token.i], text_of(parsed[token.i :])
            yield f"{before.text} {helper.text} {behind}", len(before) + 1


def supposed(verb: Token, said: str) -> Supposition | None:
    """The Supposition that turns on `verb`, or on what it leads to ("manage to isolate", "refuse to lift")."""
    while True:
        below = next((token for token in verb.children if token.dep_ == "xcomp" and token.pos_ == "VERB"), None)
        leads = key(verb.lower_) in UNDER_WAY | NEGATING and verb.pos_ == "VERB"  # who refuses to do it does it not
        if below is None or (opposable(key(verb.lower_)) and not leads):
            break
        verb = below
    claim = claim_of(verb)
    thing = next(things_named(verb), None)
    if thing is None or claim.hypothetical or thing.pos_ not in ("NOUN", "PROPN", "VERB") or claim.predicate in EMPTY:
        return None
    heads = frozenset(stem(token.lower_) for token in counted(thing))
    phrase = frozenset(terms(" ".join(token.text for token in thing.subtree)))
    return Supposition(replace(claim, things=heads), phrase, said)


def things_named(verb: Token) -> Iterator[Token]:
    """What the question's verb or adjective is said of, the most certain first."""
    for relation in ("dobj", "nsubjpass", "xcomp"):
        yield from (child for child in verb.children if child.dep_ == relation)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in GOVERNING:
            yield from (noun for noun in child.children if noun.dep_ == "pobj" and noun.is_alpha)
    yield from subjects_of(verb)
    for helper in verb.children:  # "violations did decrease": the parser may hang the subject on "did"
        if helper.dep_ == "aux":
            yield from (child for child in helper.children if child.dep_ == "nsubj")


def in_other_words(supposed: Supposition) -> Supposition:
    """The same of whatever is called about the same: of the ties where it is of relations."""
    return replace(supposed, claim=replace(supposed.claim, things=with_alike(supposed.claim.things)))
