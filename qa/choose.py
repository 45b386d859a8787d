"""Evidence -> the quotes to cite: one for a fact, several that differ for an open question, each understandable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.embed import Vectors
from index.index import Index
from index.passage import Passage
from index.sentence import still_quoting
from qa.cause import opposes, states_cause
from qa.evidence import Evidence
from qa.question import Question

#: How many quotes an answer has at most.
MOST_REASONS, MOST_STATEMENTS = 6, 4
#: Two sentences whose cosine is above this say the same.
SAME = 0.8
#: How an open question weighs its evidence: cosine, plus these.
SHARED_WEIGHT, CAUSE_WEIGHT, OPPOSED_WEIGHT, REPEATED_ARTICLE_WEIGHT = 0.3, 0.2, -0.25, -0.05
#: Evidence this far below the best is left out.
REASON_RANGE, STATEMENT_RANGE = 0.62, 0.3
#: A quote is widened by at most so many sentences at each side.
WIDENED = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a passage; `start` and `end` (exclusive) are offsets into the document's text."""

    passage: Passage
    start: int
    end: int


def choose(question: Question, evidence: Sequence[Evidence], index: Index, stated: Vectors) -> list[Quote]:
    """The quotes that answer, the most direct first.

    evidence: best first, at least one. stated: the unit vector of the question put as a statement.
    """
    chosen = differing(question, evidence, index, stated) if question.is_open else evidence[:1]
    return merged(quote(one) for one in chosen)


def differing(question: Question, evidence: Sequence[Evidence], index: Index, stated: Vectors) -> list[Evidence]:
    """Evidence that says different things, greedily: relevance, less what its article has already said."""
    why = question.kind == "why"
    most, reach = (MOST_REASONS, REASON_RANGE) if why else (MOST_STATEMENTS, STATEMENT_RANGE)
    relevance = {id(one): relevance_of(one, question, index, stated) for one in evidence}
    floor = max(relevance.values()) - reach
    left = [one for one in evidence if relevance[id(one)] >= floor]
    if why and any(states_cause(one.text) for one in left):
        left = [one for one in left if states_cause(one.text)]
    chosen: list[Evidence] = []
    vectors: list[Vectors] = []
    said: dict[str, int] = {}
    while left and len(chosen) < most:
        best = max(
            left,
            key=lambda one: relevance[id(one)] + REPEATED_ARTICLE_WEIGHT * said.get(one.passage.document.id, 0),
        )
        left.remove(best)
        vector = index.likeness(best.passage, best.number)
        if any(float(vector @ other) > SAME for other in vectors):
            continue
        chosen.append(best)
        vectors.append(vector)
        said[best.passage.document.id] = said.get(best.passage.document.id, 0) + 1
    return chosen


def relevance_of(one: Evidence, question: Question, index: Index, stated: Vectors) -> float:
    """How directly a sentence answers an open question; comparable within one question only."""
    cosine = float(index.likeness(one.passage, one.number) @ stated)
    relevance = cosine + SHARED_WEIGHT * one.signs["shared_near"]
    if question.kind == "why":
        relevance += CAUSE_WEIGHT * states_cause(one.text)
        relevance += OPPOSED_WEIGHT * opposes(question.text, one.text)
    return relevance


def quote(one: Evidence) -> Quote:
    """The sentence, with the sentences before that it leans on and those after that end its quotation."""
    sentences = one.passage.sentences
    first = last = one.number
    while sentences[first].leans and first > max(0, one.number - WIDENED) and sentences[first - 1].whole:
        first -= 1
    text = one.passage.document.text
    while still_quoting(text[sentences[first].start : sentences[last].end], quoting=False):
        if last + 1 >= len(sentences) or last >= one.number + WIDENED or not sentences[last + 1].whole:
            break
        last += 1
    return Quote(one.passage, sentences[first].start, sentences[last].end)


def merged(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes in order, those that overlap made one, in the place of the first."""
    kept: list[Quote] = []
    for new in quotes:
        for place, old in enumerate(kept):
            if old.passage == new.passage and new.start < old.end and old.start < new.end:
                kept[place] = Quote(old.passage, min(old.start, new.start), max(old.end, new.end))
                break
        else:
            kept.append(new)
    return kept
