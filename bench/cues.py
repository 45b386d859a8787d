"""Fits index/cues.json: which words say that somebody says, thinks, wants or judges something, by grammar and sense.

    python -m bench.cues /path/to/PolNeAR

Learns from the `train` part of networkdynamics/PolNeAR, where people marked such words; none of its text is kept, only
the weights of signs (index/cue.py) that at least FEWEST words of it show, and of the sense's numbers (index/sense.py).
Each HELD-th article is left out of that, to choose on it how likely a cue must be (bench/cutoffs.py). The same corpus
gives the same file, on the same kind of processor.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bench.cutoffs import with_cutoffs
from bench.polnear import Marked, articles
from index.attribution import BESIDE
from index.cue import WEIGHTS, can_be_cue, lemma_of, read_cues, signs
from index.language import english
from index.quotation import quotations
from index.sense import senses
from index.sentence import paragraphs

HELD = 5
#: A sign seen less often is nothing to learn from.
FEWEST = 15
#: A noun or adjective is looked at where it is a cue so often, and in this share of all places.
FEWEST_CUES, SHARE = 3, 0.02
#: Inverse strength of the penalty on squared weights, and the width of each number of the sense, against signs that are
#: 0 or 1: the less, the more it is penalised. Chosen by average precision on train articles that were not learnt from.
STRENGTH, WIDTH = 0.2, 0.3
#: Numbers in the token vectors of MiniLM.
NUMBERS = 384


@dataclass(frozen=True, slots=True)
class Word:
    """A word that can be a cue: its part of speech, lemma, signs and sense, and whether people marked it as one."""

    part: str
    lemma: str
    signs: frozenset[str]
    sense: NDArray[np.float16]
    marked: bool


def words(text: str, marks: Sequence[Marked]) -> Iterator[Word]:
    """The words of an article, outside quotation marks, that can be cues."""
    places = list(paragraphs(text))
    texts = [text[start:end] for start, end in places]
    quoted = [part for quotation in quotations(text, places) for part in quotation.parts]
    cues = {at for one in marks if one.contents for start, end in one.cues for at in range(start, end)}
    read = zip(places, english().pipe(texts), senses(texts, np.eye(NUMBERS, dtype=np.float32)), strict=True)
    for (offset, _), paragraph, sense in read:
        for token in filter(can_be_cue, paragraph):
            at, end = offset + token.idx, offset + token.idx + len(token)
            if not any(start <= at < stop for start, stop in quoted):
                away = min((min(abs(start - end), abs(at - stop)) for start, stop in quoted), default=BESIDE)
                shown = frozenset(signs(token, beside=away < BESIDE))
                vector = sense.of(token.idx, token.idx + len(token)).astype(np.float16)
                yield Word(token.pos_, lemma_of(token), shown, vector, at in cues)


def fitted(read: Sequence[Word]) -> dict[str, Any]:
    """The weights, as index/cue.py reads them; the cutoffs are still to be chosen."""
    often = Counter(word.lemma for word in read if word.part in ("NOUN", "ADJ"))
    cues = Counter(word.lemma for word in read if word.part in ("NOUN", "ADJ") and word.marked)
    others = {lemma for lemma, count in cues.items() if count >= FEWEST_CUES and count >= SHARE * often[lemma]}
    kept = [word for word in read if word.part not in ("NOUN", "ADJ") or word.lemma in others]
    counts = Counter(sign for word in kept for sign in word.signs)
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    column = {name: number for number, name in enumerate(names)}
    cells = [sorted(column[sign] for sign in word.signs if sign in column) for word in kept]
    shape = len(kept), len(names)
    ends = np.cumsum([0, *map(len, cells)])
    shown = csr_matrix((np.ones(ends[-1], np.float32), [n for row in cells for n in row], ends), shape=shape)
    sense = np.array([word.sense for word in kept], np.float32)
    middle, scale = sense.mean(0), WIDTH / (sense.std(0) + 1e-6)
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    model.fit(hstack([shown, csr_matrix((sense - middle) * scale)]).tocsr(), [word.marked for word in kept])
    weights = model.coef_[0].astype(float)
    vector = weights[len(names) :] * scale
    rounded = {name: round(weight, 2) for name, weight in zip(names, weights[: len(names)].tolist(), strict=True)}
    return {
        "fitted_by": "python -m bench.cues",
        "bias": round(float(model.intercept_[0] - vector @ middle), 2),
        "told": 0.5,
        "sure": 0.5,
        "others": sorted(others),
        "vector": [round(weight, 3) for weight in vector.tolist()],
        "weights": {name: weight for name, weight in rounded.items() if weight},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="a checkout of networkdynamics/PolNeAR")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    read = list(articles(options.corpus, "train"))
    learnt = [one for number, one in enumerate(read, 1) if number % HELD]
    found = fitted([word for text, marks in learnt for word in words(text, marks)])
    found["told"], found["sure"] = with_cutoffs(read_cues(found), read[HELD - 1 :: HELD])
    options.out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
