"""Whether the articles say the opposite of what a question takes for granted, and nothing that agrees with it.

Precision first: a question is called false only where a sentence contradicts it and none, in any article, supports it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.index import Index
from index.passage import Passage
from index.terms import STOPPED, stem, terms, words
from qa.antonyms import keys, opposable, relatives
from qa.clause import Claim, claims
from qa.evidence import Evidence
from qa.presupposition import Supposition, supposition
from qa.question import Question
from qa.search import Search
from qa.synonym import with_countries

#: Kinds of question that can take something for granted; whether X did (a yes or no) does not.
SUPPOSING = frozenset({"why", "when", "where", "who", "number", "other"})
#: A sentence without any of these says what it says; with one it has to be parsed.
TURNS = re.compile(
    r"\b(?:not|no|nor|never|none|nobody|nothing|without|until|unless|if|whether|hardly|barely|rarely|neither|instead"
    r"|refus\w+|fail\w*|den(?:y|ied|ies|ying)|reject\w*|avoid\w*|prevent\w*|stop\w*|oppos\w+|resist\w*|reluctan\w+|un\w+"
    r"|impossible|hesita\w+|inability|lack\w*|doubt\w*|rul(?:e|ed|es|ing) out|exclud\w+|declin\w+|ceas\w+|against"
    r"|would|could|should|may|might|can|must|hop\w+|want\w*|wish\w*|plan\w*|urg\w+|call\w*|need\w*|propos\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
#: Stems that any two sentences may share; "keep", a stop word too, has an opposite.
USUAL = frozenset(word for word in map(stem, STOPPED) if not opposable(word))
#: Whoever does these to a visit or to support does not visit or support.
DROPPING = keys("cancel call_off skip refuse deny avoid miss lose lack withdraw end stop cease abandon drop")
#: At most so many sentences are parsed for a question.
PARSED = 8
#: Of more passages than this nothing is looked up, and of more sentences nothing is parsed: it would take a second.
LOOKED_AT, PARSED_ELSEWHERE = 200, 24


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the question takes for granted, and the evidence that says otherwise, best first, at least one."""

    supposition: Supposition
    against: tuple[Evidence, ...]


def contradiction(search: Search, evidence: Sequence[Evidence], index: Index) -> Contradiction | None:
    """The Contradiction between the question and the articles; None where there is none for sure."""
    question = search.question
    if question.kind not in SUPPOSING or not may_contradict(question, evidence):
        return None
    supposed = supposition(question.text)
    if supposed is None:
        return None
    against: list[Evidence] = []
    parsed = 0
    for one in evidence:
        if not concerns(supposed, one.text):
            continue
        parsed += 1
        verdict = judged(supposed, question, one.passage, one.number)
        if verdict > 0 or parsed > PARSED:
            return None
        if verdict < 0:
            against.append(one)
    if not against or supported_elsewhere(supposed, search, evidence, index):
        return None
    return Contradiction(supposed, tuple(against))


def stems(text: str) -> frozenset[str]:
    """The stems of all words, stop words too: "keep" is one."""
    return frozenset(map(stem, words(text)))


def may_contradict(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether any sentence has a word opposite to one of the question's, or the same and a word that turns it round."""
    asked = stems(question.text) - USUAL
    kin = [relatives(word) for word in asked]
    opposite = parts({key for one in kin for key in one.opposite | one.opposite_act})
    same = asked | parts({key for one in kin for key in one.same})
    return any(
        (opposite & said and asked & said) or (len(same & said) > 1 and TURNS.search(text))
        for text, said in ((one.text, stems(one.text)) for one in evidence)
    )


def parts(keys: Collection[str]) -> frozenset[str]:
    """The first stems of keys: a phrasal verb by its verb."""
    return frozenset(key.split(" ")[0] for key in keys)


def holds(keys: Collection[str], said: Collection[str]) -> bool:
    """Whether all the words of one of `keys` are among `said`; of "for", which any sentence has, only grammar tells."""
    return any(key != "for" and all(part in said for part in key.split(" ")) for key in keys)


def concerns(supposed: Supposition, text: str) -> bool:
    """Whether a sentence has words for what is supposed, or its opposite, and for what it is supposed of."""
    said = stems(text)
    kin = relatives(supposed.claim.predicate)
    return bool(supposed.claim.things & said) and (
        drops(supposed) or holds(kin.same | kin.opposite | kin.opposite_act, said)
    )


def judged(supposed: Supposition, question: Question, passage: Passage, number: int) -> int:
    """1 where the sentence supports what is supposed, -1 where it contradicts it, 0 where neither is sure."""
    sentence = passage.sentences[number]
    text = passage.document.text[sentence.start : sentence.end]
    kin = relatives(supposed.claim.predicate)
    undone = supposed.claim.things if drops(supposed) and not TURNS.search(text) else frozenset[str]()
    found = claims(text, kin.same | kin.opposite | kin.opposite_act | undone)
    about = [claim for claim in found if claim.things & supposed.claim.things]
    same = [claim for claim in found if claim.predicate in kin.same]
    verdict = 0
    for claim in about:
        if claim.hypothetical or claim.predicate in undone:
            continue
        if (claim.predicate in kin.same) == (claim.negated == supposed.claim.negated):
            if not by_another(claim, supposed, kin.opposite_act) and may_be_by(
                supposed, question, claim, passage, number
            ):
                return 1
        elif is_same_case(claim, supposed, question, kin.opposite, Surroundings.of(passage, number)):
            verdict = -1
    if not about and holds(kin.same, stems(text)) and not any(claim.things for claim in same):
        # Both words are there, and the grammar does not tell how they belong together.
        by = supposed.claim.subjects
        return int(not by or bool(by & Surroundings.of(passage, number).passage))
    if any(claim not in about and not claim.negated for claim in same):
        return 0
    return -1 if any(is_done(claim, supposed) for claim in found if claim.predicate in undone) else verdict


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Terms around a sentence. near: of it, the one before and the headline. passage: of all its passage."""

    near: frozenset[str]
    passage: frozenset[str]

    @classmethod
    def of(cls, passage: Passage, number: int) -> Surroundings:
        """Those of the passage's sentence with that number."""
        title = frozenset(terms(passage.document.title))
        near = passage.sentences[max(0, number - 1) : number + 1]
        return cls(
            title.union(*(sentence.terms for sentence in near)),
            title.union(*(sentence.terms for sentence in passage.sentences)),
        )


def drops(supposed: Supposition) -> bool:
    """Whether the thing is supposed not to be done: "cancelled his visit", "lost their support"."""
    return supposed.claim.predicate in DROPPING and not supposed.claim.negated


def is_done(claim: Claim, supposed: Supposition) -> bool:
    """Whether a claim says that what is supposed to be dropped was done, by or to one whom the question names."""
    parties = supposed.claim.subjects | supposed.phrase
    return not claim.negated and not claim.hypothetical and bool(claim.subjects and parties & claim.subjects)


def by_another(claim: Claim, supposed: Supposition, acts: Collection[str]) -> bool:
    """Whether an act is somebody else's: that NATO refuses does not say that Russia does."""
    return bool(acts and claim.subjects and supposed.claim.subjects and not claim.subjects & supposed.claim.subjects)


def may_be_by(supposed: Supposition, question: Question, claim: Claim, passage: Passage, number: int) -> bool:
    """Whether a claim that does not say who did it ("the deployment of …") stands with the one named as doing it."""
    named = supposed.claim.subjects & with_countries(question.names)
    own = passage.sentences[number]
    told = {*own.terms, *(passage.sentences[number - 1].terms if own.leans and number else ())}
    return bool(claim.subjects) or not named or bool(with_countries(named) & told)


def is_same_case(
    claim: Claim, supposed: Supposition, question: Question, states: Collection[str], around: Surroundings
) -> bool:
    """Whether an opposite claim is of the same thing, and, where it matters, by the same one."""
    if any(name in supposed.phrase and name not in around.near for name in question.names):
        return False
    if claim.predicate in states:
        return True
    subjects = supposed.claim.subjects
    if claim.negated != supposed.claim.negated:
        return not subjects or bool(subjects & around.passage)
    return bool(subjects & claim.subjects) or (bool(subjects) and not claim.subjects and subjects <= around.near)


def supported_elsewhere(supposed: Supposition, search: Search, evidence: Sequence[Evidence], index: Index) -> bool:
    """Whether a sentence that is not among the evidence supports what is supposed; so it counts where too many may."""
    kin = relatives(supposed.claim.predicate)
    seen = {(one.passage, one.number) for one in evidence}
    rows = index.rows_with(supposed.claim.things, search.allowed)
    if not parts(kin.same) & USUAL:  # words that the index leaves out
        rows = index.rows_with(parts(kin.same), rows)
    if len(rows) > LOOKED_AT:
        return True
    parsed = 0
    for passage in (index.passages[row] for row in rows):
        for number, sentence in enumerate(passage.sentences):
            if (passage, number) in seen or not supposed.claim.things & set(sentence.terms):
                continue
            if not holds(kin.same, stems(passage.document.text[sentence.start : sentence.end])):
                continue
            parsed += 1
            if parsed > PARSED_ELSEWHERE or judged(supposed, search.question, passage, number) > 0:
                return True
    return False
