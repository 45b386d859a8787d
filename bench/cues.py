"""Fits index/cues.json: which words say that somebody says, thinks, wants or judges something, by their grammar.

    python -m bench.cues /path/to/PolNeAR

Learns from the `train` part of networkdynamics/PolNeAR, where people marked such words; none of its text is kept, only
the weights of signs (index/cue.py) that at least FEWEST words of it show. Seeded: the same corpus gives the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bench.polnear import Marked, articles
from index.attribution import BESIDE
from index.cue import WEIGHTS, can_be_cue, lemma_of, signs
from index.language import english
from index.quotation import quotations
from index.sentence import paragraphs

#: A sign seen less often is nothing to learn from.
FEWEST = 6
#: A noun or adjective is looked at where it is a cue so often, and in this share of all places.
FEWEST_CUES, SHARE = 3, 0.1
#: Inverse strength of the L1 penalty, which leaves most signs without a weight; chosen on a held-out part of train.
STRENGTH = 0.5

Row = tuple[str, str, frozenset[str], bool]


def rows(text: str, marked: list[Marked]) -> Iterator[Row]:
    """Part of speech, lemma and signs of each word that can be a cue, and whether people marked it as one."""
    places = list(paragraphs(text))
    quoted = [part for quotation in quotations(text, places) for part in quotation.parts]
    cue = {at for one in marked if one.contents for start, end in one.cues for at in range(start, end)}
    for (start, _), paragraph in zip(places, english().pipe(text[a:b] for a, b in places), strict=True):
        for token in filter(can_be_cue, paragraph):
            at = start + token.idx
            if not any(begin <= at < end for begin, end in quoted):
                away = min((min(abs(a - at - len(token)), abs(at - b)) for a, b in quoted), default=BESIDE)
                yield token.pos_, lemma_of(token), frozenset(signs(token, beside=away < BESIDE)), at in cue


def fitted(read: list[Row]) -> dict[str, object]:
    """The weights, as index/cue.py reads them."""
    often = Counter(lemma for part, lemma, _, marked in read if part in ("NOUN", "ADJ"))
    cue = Counter(lemma for part, lemma, _, marked in read if part in ("NOUN", "ADJ") and marked)
    others = {lemma for lemma, count in cue.items() if count >= FEWEST_CUES and count >= SHARE * often[lemma]}
    kept = [row for row in read if row[0] not in ("NOUN", "ADJ") or row[1] in others]
    counts = Counter(sign for *_, shown, _ in kept for sign in shown)
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    column = {name: number for number, name in enumerate(names)}
    cells = [(n, column[sign]) for n, (*_, shown, _) in enumerate(kept) for sign in shown if sign in column]
    at, of = zip(*sorted(cells), strict=True)
    table = csr_matrix((np.ones(len(at)), (at, of)), shape=(len(kept), len(names)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", penalty="l1", random_state=0, max_iter=200)
    model.fit(table, [marked for *_, marked in kept])
    weights = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {
        "fitted_by": "python -m bench.cues",
        "bias": round(float(model.intercept_[0]), 2),
        "others": sorted(others),
        "weights": {name: weight for name, weight in weights.items() if weight},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="a checkout of networkdynamics/PolNeAR")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    found = fitted([row for text, marked in articles(options.corpus, "train") for row in rows(text, marked)])
    options.out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
