"""Evidence -> the quotes to cite: one for a fact, several that differ for an open question, each understandable."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from index.embed import Vectors
from index.index import Index
from index.passage import Passage
from index.speaker import Speaker
from index.terms import terms
from qa.evidence import WEIGHTS, Evidence
from qa.question import Question
from qa.saying import is_by, parties, tells_of

#: How many quotes an answer has at most: to a question for a fact, and to one that several can answer side by side.
MOST_FACTS, MOST = 3, 6
#: Two sentences of one speaker whose cosine is above this say the same.
SAME = 0.8
#: A quotation is followed to its end over at most so many sentences, and back to its beginning likewise.
QUOTATION_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a passage; `start` and `end` (exclusive) are offsets into the document's text.

    speaker: whose words they are; None for the article's own.
    """

    passage: Passage
    start: int
    end: int
    speaker: Speaker | None


def choose(question: Question, evidence: Sequence[Evidence], index: Index, readers: str) -> list[Quote]:
    """The quotes that answer, the likeliest first.

    evidence: of whoever is asked about (see own_words), best first, at least one. readers: Readers.name.


    A further sentence is quoted where it answers by itself with the odds that bench/fit.py found best, and lies near
    enough to the first; of two alike by one speaker the first will do.
    """
    another, within = further(readers, several=question.is_open)
    chosen: list[Evidence] = []
    vectors: list[Vectors] = []
    for one in evidence:
        if chosen and one.score < max(another, evidence[0].score - within):
            break
        vector = index.likeness(one.passage, one.number)
        said = zip(chosen, vectors, strict=True)
        if any(float(vector @ other) > SAME and same_side(one, before) for before, other in said):
            continue
        chosen.append(one)
        vectors.append(vector)
        if len(chosen) == (MOST if question.is_open else MOST_FACTS):
            break
    return merged(quote(one) for one in chosen)


@cache
def further(readers: str, *, several: bool) -> tuple[float, float]:
    """From which score on a further sentence is quoted, and how far below the first at most (see weights.json).

    several: for a question that several can answer side by side.
    """
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))[readers]["several" if several else "further"]
    return float(stored["least"]), float(stored["within"])


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


def quote(one: Evidence) -> Quote:
    """What is quoted for a sentence; see `extent`."""
    first, last = extent(one)
    return Quote(one.passage, one.passage.sentences[first].start, one.passage.sentences[last].end, one.sentence.speaker)


def quoted_terms(one: Evidence) -> frozenset[str]:
    """The terms of all that is quoted for a sentence."""
    first, last = extent(one)
    return frozenset(term for sentence in one.passage.sentences[first : last + 1] for term in sentence.terms)


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
