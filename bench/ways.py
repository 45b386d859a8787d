"""Ways of choosing the sentence and of knowing whether the answer is there, compared on the same sentences.

A way gives each sentence that ask() reads a score; it differs from the others in judging alone, not in what is found.
A further way is one more line in `ways`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean, median
from typing import Any

import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor
from torch.nn.functional import normalize

from bench.asked import is_marked
from bench.report import table
from bench.scored import Sets
from index.embed import SentenceModel, default_embedder, packaged_minilm
from qa.evidence import Evidence
from qa.question import Question

READERS = "read: the readers"
#: Which labels of a set are people's verdicts on the same kind of question: the dossier answers it, or does not.
CONTRAST: Mapping[str, tuple[str, str]] = {
    "nq": ("clapnq_answerable", "clapnq_unanswerable"),
    "mtrag": ("ANSWERABLE", "UNANSWERABLE"),
}
LEFT_IN, LEFT_OUT = "left in", "left out"
#: The score of the best sentence where none was found.
LOWEST = -1e6
ABOUT = """\
Every way judges the same sentences, those that the product reads. *Best sentence right*: the sentence it puts first
holds the marked evidence, whether or not the product would have answered. *AUROC left out*: how well its best score
tells a question asked with its gold passages from the same question asked with them taken out (0.5 is chance). *AUROC
unanswerable*: the same for questions that people judged answerable or not. *ms*: what the way takes a question
(median); what an index can hold of the sentences is made beforehand, but for the plain cosine's. The product makes its
confidence from more than the best score; how well that does stands above."""


@dataclass(frozen=True, slots=True)
class Way:
    """A name, and a score for each sentence found, comparable between questions; higher is better.

    prepare: makes beforehand what an index would hold of the sentences; its time does not count.
    stages: the stages of ask() that it takes up (see clock.py); their time counts.
    """

    name: str
    score: Callable[[Question, Sequence[Evidence]], Sequence[float]]
    prepare: Callable[[Sequence[Evidence]], None] = lambda _: None
    stages: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """What a way did on one set: its best sentence right or not, the best score in each case, and its times in ms."""

    right: list[bool] = field(default_factory=list)
    best: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    times: list[float] = field(default_factory=list)

    def auroc(self, yes: str, no: str) -> float | None:
        """Chance that the best score of a question of case `yes` is above that of one of case `no`."""
        positive, negative = self.best.get(yes, []), self.best.get(no, [])
        if not positive or not negative:
            return None
        return float(roc_auc_score([1] * len(positive) + [0] * len(negative), positive + negative))


class LateInteraction:
    """MaxSim over token vectors of the packaged MiniLM: the mean, over the question's tokens, of the greatest cosine
    with a token of the sentence. The first and last token, which every text has, do not count.
    """

    def __init__(self) -> None:
        self._model = SentenceModel(str(packaged_minilm())).model
        self._vectors: dict[str, Tensor] = {}

    def tokens(self, texts: list[str]) -> list[Tensor]:
        """For each text a unit vector a token, shape (tokens, width)."""
        rows: Any = self._model.encode(texts, output_value="token_embeddings", batch_size=64, show_progress_bar=False)
        return [normalize(row[1:-1].float(), dim=1) for row in rows]

    def prepare(self, found: Sequence[Evidence]) -> None:
        new = sorted({one.text for one in found} - set(self._vectors))
        if new:
            self._vectors.update(zip(new, (row.half() for row in self.tokens(new)), strict=True))

    def score(self, question: Question, found: Sequence[Evidence]) -> list[float]:
        sentences = [self._vectors[one.text].float() for one in found]
        cosines = self.tokens([question.text])[0] @ torch.cat(sentences).T
        return [float(part.amax(1).mean()) for part in torch.split(cosines, [len(one) for one in sentences], 1)]


def cosines(question: Question, found: Sequence[Evidence]) -> list[float]:
    vectors = default_embedder().embed([question.text, *(one.text for one in found)])
    return [float(value) for value in vectors[1:] @ vectors[0]]


def ways() -> tuple[Way, ...]:
    late = LateInteraction()
    return (
        Way("cosine", cosines),
        Way("late interaction", late.score, late.prepare),
        Way("the readers", lambda _, found: [one.score for one in found], stages=(READERS,)),
    )


def compare(sets: Sets, name: str) -> dict[str, Tally]:
    """Each way's tally on the set, by name."""
    holds = sets.scorer("score_sets").holds_evidence
    compared = ways()
    tallies = {way.name: Tally() for way in compared}
    for asked in sets.asked(name):
        marked = is_marked(asked.item)
        cases = (LEFT_OUT,) if asked.left_out else (asked.item["label"], LEFT_IN) if marked else (asked.item["label"],)
        question, found = asked.read or (None, ())
        for way in compared:
            tally = tallies[way.name]
            best, right = LOWEST, False
            if question and found:
                way.prepare(found)
                began = time.perf_counter()
                scores = way.score(question, found)
                took = (time.perf_counter() - began) * 1000
                tally.times.append(took + sum(asked.times.get(stage, 0.0) for stage in way.stages))
                place = max(range(len(found)), key=scores.__getitem__)
                best, right = scores[place], holds(found[place].text, asked.item)
            for case in cases:
                tally.best[case].append(best)
            if LEFT_IN in cases:
                tally.right.append(right)
    return tallies


def part(sets: Sets, names: Sequence[str]) -> str:
    """One table a set. Raises NotRun where no set, or no scorer, is there."""
    parts = [ABOUT]
    for name in sets.present(names):
        rows = [
            (
                way,
                mean(map(float, tally.right)) if tally.right else None,
                tally.auroc(LEFT_IN, LEFT_OUT),
                tally.auroc(*CONTRAST[name]) if name in CONTRAST else None,
                f"{median(tally.times):.1f}",
            )
            for way, tally in compare(sets, name).items()
        ]
        parts.append(table((name, "best sentence right", "AUROC left out", "AUROC unanswerable", "ms"), rows))
    return "\n\n".join(parts)
