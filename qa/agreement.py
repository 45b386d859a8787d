"""Where two sides of an answer say alike, or contradict each other, by rules that can be told.

Alike: two of their sentences are as near in meaning as ALIKE. Opposed: both say something of the same thing, with
opposite words ("accused", "denied") or one with a "not". Anything finer is for the reader; no side is declared right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING, Literal

from index.index import Index
from index.language import english
from qa.antonyms import opposable, relatives
from qa.clause import Claim, claim_of, key_of

if TYPE_CHECKING:
    from qa.answer import Citation
    from qa.viewpoint import Viewpoint

#: The cosine from which two sentences say alike: a paraphrase, not only the same topic.
ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Relation:
    """What two quotes of different sides are to each other.

    numbers: of their citations, the lower first. words: for "opposed" the word of each that they differ in.
    """

    kind: Literal["alike", "opposed"]
    numbers: tuple[int, int]
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        first, second = self.numbers
        if self.kind == "alike":
            return f"[{first}] and [{second}] say much the same."
        return f"[{first}] and [{second}] differ on the same matter: “{self.words[0]}”, “{self.words[1]}”."


def relations(sides: Sequence[Viewpoint], index: Index) -> tuple[Relation, ...]:
    """The relations between quotes of different sides, in the order of their numbers."""
    cited = sorted(
        ((citation, place) for place, side in enumerate(sides) for citation in side.citations),
        key=lambda one: one[0].number,
    )
    apart = [(one, other) for (one, side), (other, another) in combinations(cited, 2) if side != another]
    return tuple(found for one, other in apart if (found := relation(one, other, index)))


def relation(first: Citation, second: Citation, index: Index) -> Relation | None:
    """What the two are to each other; None where neither rule holds."""
    numbers = (first.number, second.number)
    for (word, claim), (other_word, other) in product(stated(first.quote), stated(second.quote)):
        if are_opposed(claim, other):
            return Relation("opposed", numbers, (word, other_word))
    pairs = product(within(first), within(second))
    near = any(float(index.likeness(first.passage, a) @ index.likeness(second.passage, b)) >= ALIKE for a, b in pairs)
    return Relation("alike", numbers) if near else None


def within(citation: Citation) -> list[int]:
    """The numbers, in its passage, of the sentences that a citation quotes."""
    return [
        number
        for number, sentence in enumerate(citation.passage.sentences)
        if citation.start <= sentence.start and sentence.end <= citation.end
    ]


@lru_cache(maxsize=1024)
def stated(quote: str) -> tuple[tuple[str, Claim], ...]:
    """Each word of a quote that has an opposite, and what is claimed with it for a fact. A quote is in many pairs."""
    words = [token for token in english()(quote, disable=["ner"]) if (key := key_of(token)) and opposable(key)]
    claims = [(token.text, claim_of(token)) for token in words]
    return tuple((word, claim) for word, claim in claims if claim.things and not claim.hypothetical)


def are_opposed(one: Claim, other: Claim) -> bool:
    """Whether two claims about the same thing cannot both be so."""
    if not one.things & other.things:
        return False
    kin = relatives(one.predicate)
    if other.predicate in kin.same:
        return one.negated != other.negated
    by_the_same = bool(one.subjects & other.subjects)
    opposite = other.predicate in kin.opposite or (other.predicate in kin.opposite_act and by_the_same)
    return opposite and one.negated == other.negated
