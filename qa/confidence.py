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

#: The kinds of question that ask for a fact; the others ask for reasons and views, of which no sentence is the answer.
KINDS_OF_FACT: tuple[Kind, ...] = ("number", "when", "where", "who", "other")


def confidence(search: Search, evidence: Sequence[Evidence], index: Index) -> float:
    """The probability in [0, 1] that the best of `evidence` (best first) answers; 0 where there is none."""
    if not evidence:
        return 0.0
    return 1 / (1 + math.exp(-fitted("confidence").score(overall_signs(search, evidence, index))))


@cache
def threshold(*, unstated: bool = False) -> float:
    """The probability from which a question is answered; fitted with the weights, one for every dossier.

    unstated: that for a question that takes for granted what no sentence says (see unstated.py).
    """
    named = "threshold_unstated" if unstated else "threshold"
    return float(json.loads(WEIGHTS.read_text(encoding="utf-8"))[named])


def overall_signs(search: Search, evidence: Sequence[Evidence], index: Index) -> Signs:
    """The best sentence's signs (see evidence.py), and:

    score, second: the scores of the best and the next sentence.
    top_reader, reader_sum: the reader's highest logit, and ln of the sum of exp of its logits: right sentences add up.
    top_sentence, top_passage_shared: the highest sentence cosine and shared_passage of all evidence.
    unseen, names_unseen: the share in [0, 1] of the question's terms, by rarity, and of its names, that no article has.
    terms: ln(1 + number of the question's terms). both: sentence * shared_near.
    For a question that asks for a fact also what of_fact tells; 0 for any other.
    """
    question, allowed, best = search.question, search.allowed, evidence[0]
    weights = {term: index.rarity(term, allowed) for term in question.terms}
    unseen = [term for term in question.terms if not index.holds(term, allowed)]
    signs = {
        "score": best.score,
        "second": evidence[min(1, len(evidence) - 1)].score,
        "top_reader": max(one.signs["reader"] for one in evidence),
        "reader_sum": math.log(sum(math.exp(one.signs["reader"]) for one in evidence)),
        "top_sentence": max(one.signs["sentence"] for one in evidence),
        "top_passage_shared": max(one.signs["shared_passage"] for one in evidence),
        "unseen": sum(weights[term] for term in unseen) / (sum(weights.values()) or 1.0),
        "names_unseen": missing(question.names, set(question.terms) - set(unseen)),
        "terms": math.log1p(len(question.terms)),
        "both": best.signs["sentence"] * best.signs["shared_near"],
    }
    return best.signs | signs | of_fact(question.kind, evidence)


def of_fact(kind: Kind, evidence: Sequence[Evidence]) -> Signs:
    """What the reader's logits say of a question for a fact, which one sentence can answer; all 0 for other kinds.

    first_reader: its highest logit in the passage that search puts first. reader_shared: the best sentence's logit
    times its shared_near. top_reader_of_<kind>: its highest logit, which is worth more for some kinds than others.
    """
    named = {f"top_reader_of_{one}": 0.0 for one in KINDS_OF_FACT}
    if kind not in KINDS_OF_FACT:
        return {"first_reader": 0.0, "reader_shared": 0.0, **named}
    best = evidence[0].signs
    first = max(evidence, key=lambda one: one.signs["passage"] + SHARED_WEIGHT * one.signs["shared_passage"]).passage
    return {
        "first_reader": max(one.signs["reader"] for one in evidence if one.passage is first),
        "reader_shared": best["reader"] * best["shared_near"],
        **named,
        f"top_reader_of_{kind}": max(one.signs["reader"] for one in evidence),
    }
