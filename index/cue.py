"""How likely a word says that somebody says, thinks, wants or judges something; weights in cues.json.

A logistic regression over signs of its grammar that can be read ("believe with a clause", "its subject is a person's
name") and its sense where it stands (sense.py), fitted by `python -m bench.cues` on articles in which people marked
such words. What is said by whom stands in attribution.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Token

from index.mention import described
from index.sense import Array, Sense
from index.source import source_of

WEIGHTS = Path(__file__).with_name("cues.json")
#: What can be a verb's complement; with prepositions and particles, by their words, they are what it speaks with.
COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "acomp", "attr", "oprd"})
PARTS = COMPLEMENTS | {"nsubj", "nsubjpass", "agent", "advcl", "dative", "expl", "neg"}
HANGING = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "conj"})


@dataclass(frozen=True, slots=True)
class Cues:
    """weights: by sign; of a noun or adjective only those in `others` can be a cue.

    vector: the weights of a word's sense, shape (width, 1). told: a word less likely than this, in [0, 1], is no cue.
    sure: one less likely does not name the speaker of a sentence.
    """

    bias: float
    weights: Mapping[str, float]
    others: frozenset[str]
    vector: Array
    told: float
    sure: float

    def likely(self, token: Token, sense: Sense, *, beside: bool) -> float:
        """Probability in [0, 1] for a word outside quotation marks; beside: whether it stands right by such words.

        sense: its paragraph's, projected by `vector`.
        """
        if not self.possible(token):
            return 0.0
        total = self.bias + sum(self.weights.get(sign, 0.0) for sign in set(signs(token, beside=beside)))
        return 1 / (1 + math.exp(-total - float(sense.of(token.idx, token.idx + len(token))[0])))

    def possible(self, token: Token) -> bool:
        """Whether it is a word of a kind that can be a cue."""
        return can_be_cue(token) and (token.pos_ in ("VERB", "AUX", "SCONJ", "ADP") or lemma_of(token) in self.others)


@cache
def cues() -> Cues:
    """The weights that come with the project."""
    return read_cues(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def read_cues(read: Mapping[str, Any]) -> Cues:
    """What bench/cues.py has written."""
    vector = np.array(read["vector"], np.float32)[:, None]
    return Cues(read["bias"], read["weights"], frozenset(read["others"]), vector, read["told"], read["sure"])


def lemma_of(token: Token) -> str:
    """The infinitive or singular, in lower case."""
    return token.lemma_.lower()


def can_be_cue(token: Token) -> bool:
    """Whether it is a verb, "according", or a noun or adjective that can carry a cue."""
    return token.pos_ in ("VERB", "NOUN", "ADJ") or token.lower_ == "according" or is_main_copula(token)


def is_main_copula(token: Token) -> bool:
    """Whether it is the verb of a clause, rather than another verb's auxiliary: "is for the treaty"."""
    return token.pos_ == "AUX" and token.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl")


def signs(token: Token, *, beside: bool) -> Iterator[str]:
    """The names of the signs a word shows."""
    lemma, part = lemma_of(token), token.pos_
    who = kind_of_source(token)
    yield from (f"{part} {lemma}", f"tag {token.tag_}", f"as {token.dep_}", f"by {who}")
    yield from (f"{lemma} by {who.partition(' ')[0]}", f"{lemma} as {token.dep_}")
    frame = []
    for child in token.children:
        name = f"{child.dep_} {child.lower_}" if child.dep_ in ("prep", "prt") else child.dep_
        if name in PARTS or child.dep_ in ("prep", "prt"):
            yield from (f"with {name}", f"{lemma} with {name}")
            if name in COMPLEMENTS or child.dep_ in ("prep", "prt"):
                frame.append(name)
        if child.dep_ in ("aux", "auxpass"):
            yield f"aux {child.lower_}"
        if child.dep_ in COMPLEMENTS and child.dep_ not in ("ccomp", "xcomp"):
            yield from (f"object {child.ent_type_ or child.pos_}", f"object {lemma_of(child)}")
        if child.dep_ in ("poss", "det", "amod", "advmod"):
            yield f"{child.dep_} {child.ent_type_ or child.lower_}"
    yield from (f"frame {' '.join(sorted(set(frame))[:3])}", f"{lemma} frame {' '.join(sorted(set(frame))[:2])}")
    if token.dep_ in HANGING:
        yield f"{token.dep_} of {lemma_of(token.head)}"
    if beside:
        yield from ("beside", f"{lemma} beside")
    if part == "NOUN":
        following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        yield from (f"noun {token.dep_} of {lemma_of(token.head)}", f"{lemma} {following}")


def kind_of_source(token: Token) -> str:
    """In a word or two, what does it: nobody, a thing, a pronoun, a name or a noun of a kind."""
    who = source_of(token)
    if who is None:
        return "nobody"
    found = described(who, 0)
    if found is None:
        return f"thing {who.pos_}"
    if found.pronoun:
        return f"pronoun {who.lower_}"
    return f"{'name' if found.named else 'noun'} {found.kind}"
