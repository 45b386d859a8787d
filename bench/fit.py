"""Fit the weights of qa/evidence.py and qa/confidence.py on public questions, and the threshold for answering.

    python -m bench.fit ../shared/eval/xquad ../shared/eval/nq ../shared/eval/mtrag --readers build/folds

Each folder holds documents.jsonl and questions.jsonl (see ../shared/eval); only questions marked "use": "train" are
read. Each is asked in the whole set and in a dossier of a few documents (the nearest and some others), once with the
documents that answer it and once without, so that the weights hold for a dossier of any size; where nobody marked the
evidence (mtrag), only whether the question is answerable is learnt. Each question is read by a reader that has not seen
its article (bench/train.py --folds). Figures are from three-fold cross-validation split by article; the weights written
are fitted on all of it. A question that takes for granted what no sentence says has a threshold of its own (see
qa/unstated.py), from the questions of that kind. Seeded; twenty minutes.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from bench.asked import history
from bench.sets import FOLDS, fold_of, fold_weights, holds, rows
from index.dense import Rows
from index.document import Document
from index.embed import default_embedder
from index.index import Index
from qa.confidence import KINDS_OF_FACT, overall_signs
from qa.evidence import WEIGHTS, Evidence, LinearModel, Signs, read_signs
from qa.reader import Reader, Text, reader_of
from qa.search import Scope, Search, hits_to_read, nearest, prepared
from qa.unstated import act_supposed, unstated

SENTENCE_SIGNS = (
    "reader", "best_reader", "sentence", "passage", "best_sentence", "best_passage", "shared", "shared_near",
    "shared_passage", "best_shared", "typed", "untyped", "names_missing", "length", "short", "leads", "leans",
)  # fmt: skip
CONFIDENCE_SIGNS = (
    "score", "second", "reader", "top_reader", "first_reader", "reader_sum", "reader_shared", "sentence", "passage",
    "shared_near", "shared_passage", "typed", "untyped", "names_missing", "numbers_missing", "top_sentence",
    "top_passage_shared", "unseen", "names_unseen", "terms", "both",
    *(f"top_reader_of_{kind}" for kind in KINDS_OF_FACT),
)  # fmt: skip
#: The share of answerable questions that the threshold lets through, in every set whose evidence is marked.
ANSWERED = 0.92
#: And of those of them that take for granted that something was done, the share that the second threshold lets through.
STILL_ANSWERED = 0.92


@dataclass(frozen=True, slots=True)
class Asked:
    """A question asked of some documents: what was found, which of it is right, and whether the answer is there."""

    set: str
    fold: int
    search: Search
    index: Index
    found: list[Any]
    right: list[bool]
    answerable: bool


class Remembered:
    """A Reader that reads no text twice for a question: the same passages come up in dossiers of every size."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: dict[tuple[str, str, tuple[str, ...]], list[float]] = {}

    def read(self, question: str, texts: Sequence[Text]) -> list[list[float]]:
        keys = [(question, title, tuple(sentences)) for title, sentences in texts]
        new = [key for key in dict.fromkeys(keys) if key not in self._read]
        self._read.update(zip(new, self._reader.read(question, [key[1:] for key in new]), strict=True))
        return [self._read[key] for key in keys]


def ask_all(folder: Path, readers: Sequence[Reader], chance: random.Random) -> list[Asked]:
    """Every question of the train part, each read by the reader of its fold."""
    documents = [Document(row["id"], row["title"], row["text"]) for row in rows(folder / "documents.jsonl")]
    items = [row for row in rows(folder / "questions.jsonl") if row["use"] == "train"]
    index = Index.of(documents, default_embedder())
    asked: list[Asked] = []
    for item in items:
        gold = set(item["gold"])
        whole = prepared(item["question"], history(item), Scope(), index, default_embedder())
        near = [hit.passage.document.id for hit in nearest(whole, index, chance.choice((4, 8, 16)))]
        few = set(near) | gold | {document.id for document in chance.sample(documents, 10)}
        marked = bool(item.get("evidence") or item["answers"])  # else other documents may well answer too
        for kept in ({document.id for document in documents}, few):
            for left_out in (False, True) if item["answerable"] and marked else (False,):
                search = replace(whole, allowed=rows_of(index, kept - gold if left_out else kept), documents=len(kept))
                found = read_signs(search, hits_to_read(search, index), index, readers[fold_of(item)])
                right = [
                    marked and passage.document.id in gold and holds(Evidence(passage, number, signs, 0.0).text, item)
                    for passage, number, signs in found
                ]
                asked.append(
                    Asked(folder.name, fold_of(item), search, index, found, right, item["answerable"] and not left_out)
                )
    return [one for one in asked if one.found]


def rows_of(index: Index, ids: set[str]) -> Rows | None:
    return index.rows(lambda document: document.id in ids)


def fit(table: Sequence[Signs], labels: Sequence[bool], names: Sequence[str]) -> LinearModel:
    """Logistic regression (L2, C = 1) on standardised signs, its weights given back on the signs' own scales."""
    matrix = np.array([[signs[name] for name in names] for signs in table])
    mean, deviation = matrix.mean(0), matrix.std(0) + 1e-9
    model = LogisticRegression(max_iter=2000).fit((matrix - mean) / deviation, np.array(labels))
    weights = model.coef_[0] / deviation
    return LinearModel(float(model.intercept_[0] - weights @ mean), dict(zip(names, weights.tolist(), strict=True)))


def fit_sentences(asked: Sequence[Asked]) -> LinearModel:
    used = [one for one in asked if any(one.right)]
    table = [signs for one in used for _, _, signs in one.found]
    return fit(table, [right for one in used for right in one.right], SENTENCE_SIGNS)


def best_first(one: Asked, model: LinearModel) -> tuple[list[Evidence], bool]:
    """The evidence, and whether the best of it is right."""
    scored = [Evidence(passage, number, signs, model.score(signs)) for passage, number, signs in one.found]
    order = sorted(range(len(scored)), key=lambda place: -scored[place].score)
    return [scored[place] for place in order], one.right[order[0]]


def fit_confidence(asked: Sequence[Asked], sentences: LinearModel) -> LinearModel:
    return fit([overall(one, sentences) for one in asked], [one.answerable for one in asked], CONFIDENCE_SIGNS)


def overall(one: Asked, sentences: LinearModel) -> Signs:
    return overall_signs(one.search, best_first(one, sentences)[0], one.index)


def least_unstated(acts: Sequence[tuple[str, bool, float]], threshold: float) -> float:
    """The highest threshold for what no sentence says that still answers STILL_ANSWERED of these, in every set.

    acts: of each answerable question that takes an act for granted and is answered at `threshold`: its set, whether no
    sentence says it, and how sure the answer is.
    """
    found = threshold
    for least in np.arange(math.ceil(threshold * 100), 100) / 100:
        of_set: dict[str, list[bool]] = {}
        for name, is_unstated, sure in acts:
            of_set.setdefault(name, []).append(not is_unstated or sure >= least)
        if all(np.mean(answered) >= STILL_ANSWERED for answered in of_set.values()):
            found = float(least)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--readers", type=Path, required=True, help="folder of the fold's readers")
    options = parser.parse_args()
    folders, chance = options.folders, random.Random(0)
    readers = [Remembered(reader_of(fold_weights(options.readers, fold))) for fold in range(FOLDS)]
    asked = [one for folder in folders for one in ask_all(folder, readers, chance)]

    judged: list[tuple[Asked, bool, float]] = []
    acts: list[tuple[str, bool, float]] = []
    for fold in range(FOLDS):
        rest = [one for one in asked if one.fold != fold]
        sentences = fit_sentences(rest)
        sure = fit_confidence(rest, sentences)
        for one in asked:
            if one.fold == fold:
                evidence, is_right = best_first(one, sentences)
                judged.append((one, is_right, sure.score(overall_signs(one.search, evidence, one.index))))
                if any(one.right) and act_supposed(one.search):
                    is_unstated = unstated(one.search, evidence, one.index) is not None
                    acts.append((one.set, is_unstated, 1 / (1 + math.exp(-judged[-1][2]))))
    probabilities = np.array([1 / (1 + np.exp(-score)) for _, _, score in judged])
    answerable = np.array([one.answerable for one, _, _ in judged])
    of_set = {folder.name: np.array([one.set == folder.name for one, _, _ in judged]) for folder in folders}
    marked = {one.set for one, _, _ in judged if any(one.right)}
    threshold = min(float(np.quantile(probabilities[of_set[name] & answerable], 1 - ANSWERED)) for name in marked)
    threshold = math.floor(threshold * 100) / 100

    print("| set | best sentence right | AUROC | answered | false answers |\n|---|---|---|---|---|")
    for folder in folders:
        which = of_set[folder.name]
        right = [best for one, best, _ in judged if one.set == folder.name and one.answerable and any(one.right)]
        yes, no = probabilities[which & answerable], probabilities[which & ~answerable]
        figures = (np.mean(right) if right else math.nan, roc_auc_score(answerable[which], probabilities[which]))
        shares = ((yes >= threshold).mean(), (no >= threshold).mean())
        print(f"| {folder.name} | " + " | ".join(f"{figure:.3f}" for figure in figures + shares) + " |")
    of = " and ".join(sorted(marked))
    print(f"\nthreshold {threshold}: the highest that answers {ANSWERED:.0%} of the answerable questions of {of}")
    acts = [one for one in acts if one[2] >= threshold]
    granted = least_unstated(acts, threshold)
    about = f"{len(acts)} that take an act for granted, {sum(one[1] for one in acts)} of them one that no sentence says"
    print(f"threshold_unstated {granted}: the highest that still answers {STILL_ANSWERED:.0%} of the {about}")

    sentences = fit_sentences(asked)
    written = {
        "fitted_by": "python -m bench.fit " + " ".join(folder.name for folder in folders),
        "sentence": stored(sentences),
        "confidence": stored(fit_confidence(asked, sentences)),
        "threshold": threshold,
        "threshold_unstated": granted,
    }
    WEIGHTS.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def stored(model: LinearModel) -> dict[str, Any]:
    return {"bias": round(model.bias, 4), "weights": {name: round(weight, 4) for name, weight in model.weights.items()}}


if __name__ == "__main__":
    main()
