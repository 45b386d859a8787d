"""Evidence -> the quotes to cite: one for a fact, several that differ for an open question, each understandable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.embed import Vectors
from index.index import Index
from index.passage import Passage
from index.speaker import Speaker
from index.terms import terms
from qa.cause import is_hypothetical, opposes, states_cause
from qa.evidence import Evidence, missing
from qa.explaining import explains
from qa.quarrel import is_quarrel, other_sides
from qa.question import Question
from qa.roles import turned_round
from qa.saying import is_by, parties, tells_of

#: How many quotes an answer has at most, and how far below the best in relevance they may lie. Two terms ("why did
#: relations deteriorate?") ask broadly; with more, only what lies near is meant.
MOST_REASONS, MOST_STATEMENTS = 6, 4
BROAD_RANGE, NARROW_RANGE, BROAD_TERMS = 0.72, 0.4, 2
#: A second sentence stands beside a fact where its log-odds are this near: it finds the evidence of 4 questions of 100
#: more, and quotes beside the point for 1 to 2 more (bench/fit.py's questions, cross-validated).
SECOND_RANGE = 0.4
#: Two sentences of one speaker whose cosine is above this say the same.
SAME = 0.8
#: What adds to a sentence's cosine with an open question; see relevance_of. These and the ranges above are set by hand,
#: since no public set marks several causes of one event.
PASSAGE_WEIGHT, SHARED_WEIGHT, SCORE_WEIGHT = 0.5, 0.15, 0.02
TOPIC_WEIGHT, SPEAKER_WEIGHT, SPOKEN_WEIGHT, STATEMENT_SCORE_WEIGHT = 0.3, 0.2, 0.05, 0.05
CAUSE_WEIGHT, OPPOSED_WEIGHT, HYPOTHETICAL_WEIGHT = 0.2, -0.25, -0.1
REPEATED_ARTICLE_WEIGHT = -0.05
#: What says the very thing that is asked about, with its cause, comes first; what else is quoted does not change.
EXPLAINS_WEIGHT = 0.3
#: A quotation is followed to its end over at most so many sentences, and back to its beginning likewise.
QUOTATION_SENTENCES = 3
#: Somebody's words, in quotation marks or reported.
SPOKEN = re.compile(
    r"[\"“”]|\b(?:say|says|said|told|tells|added|adds|noted|notes|stressed|warned|warns|urged|urges|claims?|claimed"
    r"|stated|argue[sd]?|insist(?:s|ed)|called|calls|reiterated|according to|denied|denies|accused|accuses"
    r"|praised|criticized)\b"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a passage; `start` and `end` (exclusive) are offsets into the document's text.

    speaker: whose words they are; None for the article's own.
    """

    passage: Passage
    start: int
    end: int
    speaker: Speaker | None


def choose(question: Question, evidence: Sequence[Evidence], index: Index) -> list[Quote]:
    """The quotes that answer, the most direct first. `evidence` is best first, at least one."""
    chosen = differing(question, evidence, index) if question.is_open else of_fact(question, evidence)
    return merged(quote(one) for one in chosen)


def of_fact(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The best, and a second that is nearly as likely; where the best has no time for "when", one that explains."""
    if question.kind == "when" and not evidence[0].signs["typed"]:
        told = [one for one in evidence if explains(question, one)]
        if told:
            return told[:1]
    return [one for one in evidence[:2] if one.score >= evidence[0].score - SECOND_RANGE]


def differing(question: Question, evidence: Sequence[Evidence], index: Index) -> list[Evidence]:
    """Evidence that says different things, greedily: relevance, less what its article has already said."""
    why = question.kind == "why"
    broad = len(question.terms) <= BROAD_TERMS
    most = MOST_STATEMENTS if question.kind == "said" else MOST_REASONS
    reach = BROAD_RANGE if broad and why else NARROW_RANGE
    evidence = own_words(question, evidence)
    called = names_of_speaker(question, evidence)
    relevance = {id(one): relevance_of(one, question, called) for one in evidence}
    floor = max(relevance.values()) - reach
    left = [one for one in evidence if relevance[id(one)] >= floor]
    left = [one for one in left if not opposes(question.text, one.text)] or left
    left = [one for one in left if not turned_round(question.text, quoted_text(one))] or left
    if why and any(states_cause(one.text) for one in left):
        left = [one for one in left if states_cause(one.text)]
    order = {id(one): relevance[id(one)] + EXPLAINS_WEIGHT * explains(question, one) for one in left}
    chosen: list[Evidence] = []
    vectors: list[Vectors] = []
    said: dict[str, int] = {}
    while left and len(chosen) < most:
        best = max(
            left, key=lambda one: order[id(one)] + REPEATED_ARTICLE_WEIGHT * said.get(one.passage.document.id, 0)
        )
        left.remove(best)
        vector = index.likeness(best.passage, best.number)
        if any(
            float(vector @ other) > SAME for one, other in zip(chosen, vectors, strict=True) if same_side(one, best)
        ):
            continue
        chosen.append(best)
        vectors.append(vector)
        said[best.passage.document.id] = said.get(best.passage.document.id, 0) + 1
    if why and is_quarrel(question):
        chosen += other_sides(question, chosen, sorted(evidence, key=lambda one: -relevance[id(one)]))
    return chosen


def same_side(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences are one speaker's, or both the articles' own: then one of two alike will do."""
    return one.sentence.speaker == other.sentence.speaker


def own_words(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """What whoever is asked about says, else what tells that they say or think something; all where nobody is asked.

    A sentence in which somebody else only names them is not what they said, so that nothing may be left. All is kept
    for whoever is asked about without a name ("the minister").
    """
    asked = parties(question.whose_words)
    theirs = [one for one in evidence if any(is_by(one.sentence.speaker, party) for party in asked)]
    called = [terms(party) for party in asked]
    called = [name[-1:] if name[-1] in question.names else name for name in called]  # "Trump" is Donald Trump
    told = theirs or [one for one in evidence if any(tells_of(name, one.text) for name in called)]
    return told or ([] if any(set(name) & set(question.names) for name in called) else evidence)


def names_of_speaker(question: Question, evidence: Sequence[Evidence]) -> frozenset[str]:
    """Terms that name whoever is asked about as speaking: persons named beside all the words the question uses."""
    wanted = set(terms(question.speaker))
    beside = [one.sentence for one in evidence if wanted and wanted <= set(one.sentence.terms)]
    return frozenset(
        term for sentence in beside for entity in sentence.entities if entity.label == "PERSON" for term in entity.terms
    )


def relevance_of(one: Evidence, question: Question, called: frozenset[str]) -> float:
    """How directly a sentence answers an open question; comparable within one question only.

    called: terms that name whoever is asked about as speaking, beside those in the question.
    """
    relevance = one.signs["sentence"] + PASSAGE_WEIGHT * one.signs["passage"]
    told = quoted_terms(one)
    who = terms(question.speaker)
    topic = [term for term in question.terms if term not in who]
    relevance += TOPIC_WEIGHT * (1 - missing(topic, told))
    if question.kind == "why":
        relevance += SCORE_WEIGHT * one.score + SHARED_WEIGHT * (one.signs["shared"] + one.signs["shared_near"])
        relevance += CAUSE_WEIGHT * states_cause(one.text)
        relevance += OPPOSED_WEIGHT * opposes(question.text, one.text)
        relevance += HYPOTHETICAL_WEIGHT * (is_hypothetical(one.text) and not is_hypothetical(question.text))
    else:
        named = 1.0 if told & called else 1 - missing(who, told)
        relevance += STATEMENT_SCORE_WEIGHT * one.score + SPEAKER_WEIGHT * named
        relevance += SPOKEN_WEIGHT * bool(SPOKEN.search(one.text))
    return relevance


def quote(one: Evidence) -> Quote:
    """What is quoted for a sentence; see `extent`."""
    first, last = extent(one)
    return Quote(one.passage, one.passage.sentences[first].start, one.passage.sentences[last].end, one.sentence.speaker)


def quoted_terms(one: Evidence) -> frozenset[str]:
    """The terms of all that is quoted for a sentence."""
    first, last = extent(one)
    return frozenset(term for sentence in one.passage.sentences[first : last + 1] for term in sentence.terms)


def quoted_text(one: Evidence) -> str:
    """All that is quoted for a sentence."""
    found = quote(one)
    return found.passage.document.text[found.start : found.end]


def extent(one: Evidence) -> tuple[int, int]:
    """First and last sentence quoted: with the one before where it points back, and with its whole quotation."""
    sentences = one.passage.sentences
    first = last = one.number
    if sentences[first].leans and first > 0 and sentences[first - 1].whole:
        first -= 1
    for _ in range(QUOTATION_SENTENCES):
        if sentences[first].quoting and first > 0:
            first -= 1
    for _ in range(QUOTATION_SENTENCES):
        if last + 1 < len(sentences) and sentences[last + 1].quoting:
            last += 1
    return first, last


def merged(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes in order, those that overlap made one, in the place of the first."""
    kept: list[Quote] = []
    for new in quotes:
        for place, old in enumerate(kept):
            if old.passage == new.passage and new.start < old.end and old.start < new.end:
                kept[place] = replace(old, start=min(old.start, new.start), end=max(old.end, new.end))
                break
        else:
            kept.append(new)
    return kept
