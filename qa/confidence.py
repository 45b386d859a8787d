"""How sure we are that the dossier holds the answer: a calibrated probability from the evidence found."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache

from index.index import Index
from index.terms import terms
from qa.evidence import WEIGHTS, Evidence, Features, fitted
from qa.period import periods
from qa.search import Search
from qa.timely import dated_to

#: What tells whether the dossier holds the answer; see features.
FEATURES = ("best", "names_unseen")


def confidence(search: Search, evidence: Sequence[Evidence], index: Index, readers: str) -> float:
    """The probability in [0, 1] that the best of `evidence` (best first) answers; 0 where there is none.

    readers: Readers.name; the weights belong to it.
    """
    if not evidence:
        return 0.0
    return 1 / (1 + math.exp(-fitted("confidence", readers).score(features(search, evidence, index))))


@cache
def threshold(readers: str) -> float:
    """The probability from which a question is answered; fitted with the weights, one for every dossier."""
    return float(json.loads(WEIGHTS.read_text(encoding="utf-8"))[readers]["threshold"])


def features(search: Search, evidence: Sequence[Evidence], index: Index) -> Features:
    """What tells whether the dossier holds the answer:

    best: the score of the best sentence (+). names_unseen: the share of the question's names and times that no article
    searched holds, or no sentence is dated to (-).
    """
    question, allowed = search.question, search.allowed
    asked = periods(question.text)
    timed = {term for period in asked for term in terms(period.said)}
    names = [name for name in question.names if name not in timed]
    unseen = [name for name in names if not index.holds(name, allowed)]
    untold = [period for period in asked if not dated_to([period], allowed, index)]
    share = (len(unseen) + len(untold)) / max(1, len(names) + len(asked))
    return dict(zip(FEATURES, (evidence[0].score, share), strict=True))
