r"""Fit what stands around the evidence readers, on questions that they have not learnt from; write qa/weights.json.

    python -m bench.fit --written bench/questions/dossiers ... --sets ../shared/eval/xquad ...    (see the Makefile)

Read are the fit parts of our own questions (see written.py) and, of the public sets, the third of the train part that
is kept apart from the readers (sets.FITTED_FOLD). Fitted are, for the quick reader alone and for both:

- sentence: the log-odds that a sentence answers, from what the readers say of it (logistic regression)
- further: from which score on, and how near to the first, a further sentence is quoted (the best F1 of all quotes);
  several: the same from the questions that several sentences answer, where a quote too few may weigh more (RECALL)
- confidence: the probability that the dossier holds the answer (see confidence.features)
- threshold: the lowest confidence that is answered, such that MOST_DECLINED of our answerable questions are declined

What the readers say is kept in --readings, and only what is not there yet is read; that takes some ten minutes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import partial
from itertools import compress
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from bench.readings import Reading, kept_or_read, of_set, of_written
from bench.report import table
from qa.confidence import FEATURES
from qa.evidence import WEIGHTS, LinearModel
from qa.reader import BOTH_READERS, QUICK_READER, default_readers

#: Of our own answerable questions in the fit parts so many are declined.
MOST_DECLINED = 0.12
#: How much more recall weighs than precision where several quotes answer. Of what the quick reader alone would quote
#: beyond the first, two in three are beside the point.
RECALL = {QUICK_READER: 1, BOTH_READERS: 2}
#: A question that so many sentences answer counts for how several are quoted.
SEVERAL = 2
#: Scores and distances that are tried for a further quote, and how many quotes there are at most.
LEAST, WITHIN, MOST = np.arange(-3.5, 2.01, 0.25), (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0), 6

#: A sentence that was read: its score, and whether it is right.
Scored = tuple[float, bool]


def fit(readings: Sequence[Reading], readers: str) -> tuple[dict[str, Any], dict[str, float]]:
    """The weights for these readers (Readers.name), and what they come to on the questions they are fitted on."""
    both = readers == BOTH_READERS
    rows = [[row for row in one.sentences if row[1] is not None or not both] for one in readings]
    names = ("quick", "strong") if both else ("quick",)
    flat = [row for some in rows for row in some]
    sentence = regression([list(row[: len(names)]) for row in flat], [row[2] for row in flat], names)

    def scored(row: tuple[float, float | None, bool]) -> Scored:
        said = zip(names, (row[0], row[1] or 0.0), strict=False)
        return sentence.score(dict(said)), row[2]

    found = [sorted(map(scored, some), reverse=True) for some in rows]
    held, own = [one.answerable for one in readings], [one.own for one in readings]
    ours = [some for some, one in zip(found, readings, strict=True) if one.own and one.answerable and some]
    count = [sum(right for _, right in some) for some in ours]
    least, within, f1 = further([some for some, right in zip(ours, count, strict=True) if right < SEVERAL])
    more = [some for some, right in zip(ours, count, strict=True) if right >= SEVERAL]
    least_of, within_of, of_several = further(more, RECALL[readers])
    told = [features_of(one, some) for one, some in zip(readings, found, strict=True)]
    confidence = regression(told, held, FEATURES)
    sure = [confidence.score(dict(zip(FEATURES, one, strict=True))) for one in told]
    yes = sorted(compress(sure, (a and b for a, b in zip(held, own, strict=True))))
    no = list(compress(sure, (not a and b for a, b in zip(held, own, strict=True))))
    cut = yes[int(MOST_DECLINED * len(yes))]
    right = [float(some[0][1]) for some, one in zip(found, readings, strict=True) if some and one.answerable]
    figures = {
        "questions": len(readings),
        "first right": mean(right),
        "F1 of quotes": f1,
        "of several": of_several,
        "AUROC": float(roc_auc_score(held, sure)),
        "AUROC, ours": float(roc_auc_score([1] * len(yes) + [0] * len(no), yes + no)),
        "declined": mean(float(one < cut) for one in yes),
        "false": mean(float(one >= cut) for one in no),
    }
    stored = {
        "sentence": as_stored(sentence),
        "further": {"least": least, "within": within},
        "several": {"least": least_of, "within": within_of},
        "confidence": as_stored(confidence),
        "threshold": round(1 / (1 + float(np.exp(-cut))), 4),
    }
    return stored, figures


def regression(values: Sequence[Sequence[float | None]], labels: Sequence[bool], names: Sequence[str]) -> LinearModel:
    model = LogisticRegression(max_iter=1000).fit(np.array(values, np.float64), np.array(labels))
    return LinearModel(float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True)))


def features_of(one: Reading, found: Sequence[Scored]) -> list[float]:
    """FEATURES of a question that was read before; found: best first."""
    return [found[0][0] if found else -9.0, one.names_unseen]


def further(asked: Sequence[Sequence[Scored]], beta: float = 1) -> tuple[float, float, float]:
    """The least score and the distance for a further quote at which the F measure of all quotes is best, and that.

    asked: for each question what was read, best first. beta: how much more recall weighs than precision.
    """
    wanted = sum(min(MOST, sum(right for _, right in some)) for some in asked)
    best = (0.0, 0.0, 0.0)
    for least in LEAST:
        for within in WITHIN:
            quoted = [
                right
                for some in asked
                for place, (score, right) in enumerate(some[:MOST])
                if not place or score >= max(least, some[0][0] - within)
            ]
            measure = (1 + beta**2) * sum(quoted) / max(1, len(quoted) + beta**2 * wanted)
            if measure > best[2]:
                best = (float(least), within, measure)
    return best


def as_stored(model: LinearModel) -> dict[str, Any]:
    return {"bias": round(model.bias, 4), "weights": {name: round(value, 4) for name, value in model.weights.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--written", nargs="*", type=Path, default=[])
    parser.add_argument("--sets", nargs="*", type=Path, default=[])
    parser.add_argument("--readings", type=Path, default=Path("build/readings"))
    options = parser.parse_args()
    readers = default_readers()
    readings: list[Reading] = []
    for name, folders, made in (("written", options.written, of_written), ("set", options.sets, of_set)):
        for folder in folders:
            readings += kept_or_read(options.readings / f"{name}-{folder.name}.jsonl", partial(made, folder, readers))
    on = ", ".join(folder.name for folder in (*options.written, *options.sets))
    stored: dict[str, Any] = {"fitted_by": f"python -m bench.fit, on {on}"}
    rows: list[tuple[str | float, ...]] = []
    for name in (QUICK_READER, BOTH_READERS) if readers.strong else (QUICK_READER,):
        stored[name], figures = fit(readings, name)
        rows.append((name, *figures.values()))
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(table(("readers", *figures), rows))


if __name__ == "__main__":
    main()
