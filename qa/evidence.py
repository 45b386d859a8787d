"""Hits -> Evidence: each sentence of the passages found, and how well it answers the question.

The quick reader (reader.py) reads all of them; the strong one, where there is one, the best of what the quick one
found. What is quoted, and whether any is, is decided in choose.py and confidence.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.index import Hit
from index.passage import Passage
from index.sentence import Sentence
from qa.reader import Readers, heading_of
from qa.search import Search

WEIGHTS = Path(__file__).with_name("weights.json")
#: Passages that the strong reader reads, the best by the quick one.
READ_TWICE = 5

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A whole sentence of a passage found for a question.

    number: its place in `passage.sentences`.
    score: the log-odds that it answers; any real number, higher is better.
    """

    passage: Passage
    number: int
    score: float

    @property
    def sentence(self) -> Sentence:
        return self.passage.sentences[self.number]

    @property
    def text(self) -> str:
        return self.passage.document.text[self.sentence.start : self.sentence.end]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """score = bias + sum of weight * feature, fitted by logistic regression (bench/fit.py)."""

    bias: float
    weights: Mapping[str, float]

    def score(self, features: Features) -> float:
        """Log-odds; a feature without a weight does not count."""
        return self.bias + sum(weight * features[name] for name, weight in self.weights.items())


@cache
def fitted(name: str, readers: str) -> LinearModel:
    """The model of that name for these readers (Readers.name) in weights.json."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))[readers][name]
    return LinearModel(stored["bias"], stored["weights"])


@dataclass(frozen=True, slots=True)
class Judged:
    """A whole sentence that was read, and what the readers say of it; strong is None where that one has not read it."""

    passage: Passage
    number: int
    quick: float
    strong: float | None

    @property
    def features(self) -> Features:
        """What its score is made of: the log-odds of the quick and of the strong reader (+)."""
        return {"quick": self.quick} | ({"strong": self.strong} if self.strong is not None else {})


def read(search: Search, hits: Sequence[Hit], readers: Readers) -> list[Evidence]:
    """Every whole sentence that was read, best first; where a strong reader is, of the passages that it read."""
    model = fitted("sentence", readers.name)
    found = [
        Evidence(one.passage, one.number, model.score(one.features))
        for one in judged(search, hits, readers)
        if one.strong is not None or readers.strong is None
    ]
    return sorted(found, key=lambda one: -one.score)


def judged(search: Search, hits: Sequence[Hit], readers: Readers) -> list[Judged]:
    """What the readers say of the whole sentences of the hits, in the order of the hits."""
    passages = [hit.passage for hit in hits]
    quick = readers.quick.read(search.asked, [text_of(passage) for passage in passages])
    strong: dict[int, list[float]] = {}
    if readers.strong is not None:
        order = sorted(range(len(passages)), key=lambda place: -best_of(quick[place]))[:READ_TWICE]
        again = readers.strong.read(search.asked, [text_of(passages[place]) for place in order])
        strong = dict(zip(order, again, strict=True))
    return [
        Judged(passage, number, quick[place][number], again_of(strong, place, number))
        for place, passage in enumerate(passages)
        for number, sentence in enumerate(passage.sentences)
        if sentence.whole
    ]


def again_of(strong: Mapping[int, Sequence[float]], place: int, number: int) -> float | None:
    """What the strong reader says of a sentence; None where it has not read its passage."""
    return strong[place][number] if place in strong else None


def best_of(judged: Sequence[float]) -> float:
    """How well the best sentence of a passage answers."""
    return max(judged, default=float("-inf"))


def text_of(passage: Passage) -> tuple[str, list[str]]:
    """What is read of a passage: its heading, and its sentences as they stand in the article."""
    text = passage.document.text
    return heading_of(passage.document), [text[sentence.start : sentence.end] for sentence in passage.sentences]
