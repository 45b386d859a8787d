"""Hits -> Evidence: each sentence of the best passages, and how well it answers the question.

A sentence is judged by a linear model over the reader's logit (reader.py) and a dozen plain signs. Its weights stand
in weights.json; bench/fit.py fits them on public questions. Which evidence is cited, and whether any is, is decided in
choose.py and confidence.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.index import Hit, Index
from index.passage import Passage
from index.sentence import Sentence
from index.terms import terms
from qa.reader import Reader
from qa.search import Search

WEIGHTS = Path(__file__).with_name("weights.json")

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A whole sentence of a passage found for a question.

    number: its place in `passage.sentences`.
    signs: what speaks for and against it; see `read_signs`.
    score: the log-odds that it answers, by the linear model; any real number, higher is better.
    """

    passage: Passage
    number: int
    signs: Signs
    score: float

    @property
    def sentence(self) -> Sentence:
        return self.passage.sentences[self.number]

    @property
    def text(self) -> str:
        return self.passage.document.text[self.sentence.start : self.sentence.end]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """score = bias + sum of weight * sign, fitted by logistic regression."""

    bias: float
    weights: Mapping[str, float]

    def score(self, signs: Signs) -> float:
        """Log-odds; a sign without a weight does not count."""
        return self.bias + sum(weight * signs[name] for name, weight in self.weights.items())


@cache
def fitted(name: str) -> LinearModel:
    """The model of that name in weights.json."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))[name]
    return LinearModel(stored["bias"], stored["weights"])


def read(search: Search, hits: Sequence[Hit], index: Index, reader: Reader) -> list[Evidence]:
    """Every whole sentence of the hits' passages with its score, best first."""
    found = read_signs(search, hits, index, reader)
    model = fitted("sentence")
    scored = [Evidence(passage, number, signs, model.score(signs)) for passage, number, signs in found]
    return sorted(scored, key=lambda evidence: -evidence.score)


def read_signs(search: Search, hits: Sequence[Hit], index: Index, reader: Reader) -> list[tuple[Passage, int, Signs]]:
    """For each whole sentence of the hits: its passage, its number there, and its signs:

    reader: the reader's logit; best_reader: how far below the best of all sentences found, at most 0.
    sentence, passage: cosine with the question, in [-1, 1]; best_sentence, best_passage: how far below the best of
        all sentences and passages found, in [-2, 0].
    shared, shared_near, shared_passage: the share in [0, 1] of the question's terms, by rarity, that stand in the
        sentence; in it, the sentence before or the headline; in the passage or the headline.
        best_shared: how far shared_near is below the best, in [-1, 0].
    typed: 1 where a name, number or date of the wanted kind stands in it that the question does not have; untyped: 1
        where one is wanted and none stands in it.
    names_missing, numbers_missing: the share in [0, 1] of the question's names (figures) not in reach of the sentence.
    length: ln of its words; short: 1 under six words; leads: 1 where it opens its article; leans: 1 where it points
        back or goes on quoting.
    """
    question = search.question
    weights = {term: index.rarity(term, search.allowed) for term in question.terms}
    total = sum(weights.values()) or 1.0

    def share(reach: Collection[str]) -> float:
        return sum(weight for term, weight in weights.items() if term in reach) / total

    found: list[tuple[Passage, int, Signs]] = []
    judged = reader.read(search.matter, [(hit.passage.document.title, texts(hit.passage)) for hit in hits])
    for hit, logits in zip(hits, judged, strict=True):
        passage = hit.passage
        of_passage, of_sentences = index.cosines(passage, search.vector)
        headline = set(terms(passage.document.title))
        whole_passage = headline.union(*(sentence.terms for sentence in passage.sentences))
        before: set[str] = set()
        for number, sentence in enumerate(passage.sentences):
            own = set(sentence.terms)
            near = own | before | headline
            if not sentence.whole:
                continue
            before = own
            text = passage.document.text[sentence.start : sentence.end]
            words = len(text.split())
            typed = any(
                entity.label in question.wanted and not set(entity.terms) <= set(question.terms)
                for entity in sentence.entities
            )
            signs = {
                "reader": logits[number],
                "sentence": of_sentences[number],
                "passage": of_passage,
                "shared": share(own),
                "shared_near": share(near),
                "shared_passage": share(whole_passage),
                "typed": float(typed),
                "untyped": float(bool(question.wanted) and not typed),
                "names_missing": missing(question.names, near),
                "numbers_missing": missing(question.numbers, text),
                "length": math.log(words),
                "short": float(words < 6),
                "leads": float(sentence.start == 0),
                "leans": float(sentence.leans or sentence.quoting),
            }
            found.append((passage, number, signs))
    for own_sign, below_best in (
        ("reader", "best_reader"),
        ("sentence", "best_sentence"),
        ("passage", "best_passage"),
        ("shared_near", "best_shared"),
    ):
        best = max((signs[own_sign] for _, _, signs in found), default=0.0)
        for _, _, signs in found:
            signs[below_best] = signs[own_sign] - best
    return found


def texts(passage: Passage) -> list[str]:
    """The sentences of a passage as they stand in the article."""
    return [passage.document.text[sentence.start : sentence.end] for sentence in passage.sentences]


def missing(wanted: Sequence[str], reach: Collection[str]) -> float:
    """The share in [0, 1] of `wanted` that is not in `reach`; 0 where nothing is wanted."""
    return sum(1 for one in wanted if one not in reach) / max(1, len(wanted))
