"""How sure we are that the dossier holds the answer: a calibrated probability from the evidence found."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache

from index.index import SHARED_WEIGHT, Index
from qa.evidence import WEIGHTS, Evidence, Signs, fitted, missing
from qa.question import Kind
from qa.search import Search

#: The kinds of question that ask for a fact; of the others, which ask for reasons and views, there are few to fit with.
KINDS_OF_FACT: tuple[Kind, ...] = ("number", "when", "where", "who", "other")


def confidence(search: Search, evidence: Sequence[Evidence], index: Index) -> float:
    """The probability in [0, 1] that the best of `evidence` (best first) answers; 0 where there is none."""
    if not evidence:
        return 0.0
    return 1 / (1 + math.exp(-fitted("confidence").score(overall_signs(search, evidence, index))))


@cache
def threshold() -> float:
    """The probability from which a question is answered; fitted with the weights, one for every dossier."""
    return float(json.loads(WEIGHTS.read_text(encoding="utf-8"))["threshold"])


def overall_signs(search: Search, evidence: Sequence[Evidence], index: Index) -> Signs:
    """The best sentence's signs (see evidence.py), and:

    score, second: the scores of the best and the next sentence.
    top_reader, reader_sum: the reader's highest logit, and ln of the sum of exp of its logits: right sentences add up.
    first_reader: its highest logit in the passage that search puts first. reader_shared: reader * shared_near.
    top_sentence, top_passage_shared: the highest sentence cosine and shared_passage of all evidence.
    unseen, names_unseen: the share in [0, 1] of the question's terms, by rarity, and of its names, that no article has.
    terms: ln(1 + number of the question's terms). both: sentence * shared_near.
    top_reader_of_<kind>: top_reader where the question is of that kind, else 0: what a logit is worth differs by kind.
    """
    question, allowed, best = search.question, search.allowed, evidence[0]
    weights = {term: index.rarity(term, allowed) for term in question.terms}
    unseen = [term for term in question.terms if not index.holds(term, allowed)]
    first = max(evidence, key=lambda one: one.signs["passage"] + SHARED_WEIGHT * one.signs["shared_passage"]).passage
    top = max(one.signs["reader"] for one in evidence)
    signs = {
        "score": best.score,
        "second": evidence[min(1, len(evidence) - 1)].score,
        "top_reader": top,
        "reader_sum": math.log(sum(math.exp(one.signs["reader"]) for one in evidence)),
        "first_reader": max(one.signs["reader"] for one in evidence if one.passage is first),
        "reader_shared": best.signs["reader"] * best.signs["shared_near"],
        "top_sentence": max(one.signs["sentence"] for one in evidence),
        "top_passage_shared": max(one.signs["shared_passage"] for one in evidence),
        "unseen": sum(weights[term] for term in unseen) / (sum(weights.values()) or 1.0),
        "names_unseen": missing(question.names, set(question.terms) - set(unseen)),
        "terms": math.log1p(len(question.terms)),
        "both": best.signs["sentence"] * best.signs["shared_near"],
    }
    of_kind = {f"top_reader_of_{kind}": top if question.kind == kind else 0.0 for kind in KINDS_OF_FACT}
    return best.signs | signs | of_kind
