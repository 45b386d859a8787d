"""Chronicle -> the quotes of it that are given, under words that say what they are, each list in the order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.calendar import Dated
from index.embed import Vectors
from index.index import Index
from qa.change import tells_of_change
from qa.choose import SAME, Quote, merged, quote
from qa.chronicle import Chronicle, begins, evidence_of
from qa.dated import DatedQuestion

#: The lists of a Chronicle in the order they are given, and how many quotes of each at most.
LISTS = (("told", 6), ("around", 3), ("expected", 2), ("reported", 4))
#: What happened may be told by one article alone; of what was reported so many quotes are of one at most.
REPORTED_OF_ARTICLE = 2
#: What makes one sentence rather than another be quoted; set by hand, since no public set marks it. A sentence that
#: stands alone is understood, news puts first what matters most, and an answer is better of several articles and,
#: where a change is asked for, of words of change and of both ends of the time.
CHANGE_WEIGHT, ALONE_WEIGHT, EARLY_WEIGHT = 1.0, 0.3, 0.2
REPEATED_WEIGHT, SAME_END_WEIGHT = -0.4, -0.3
#: Of more sentences than these only the most telling are compared with one another.
COMPARED = 300


@dataclass(frozen=True, slots=True)
class Room:
    """How many quotes may still be given, how many of one article, and the vectors of the sentences given so far."""

    most: int
    of_article: int
    vectors: list[Vectors]


def sections(asked: DatedQuestion, found: Chronicle, index: Index) -> list[tuple[str, list[Quote]]]:
    """The words before each list of quotes, and the quotes; none twice, and no two that say the same."""
    made: list[tuple[str, list[Quote]]] = []
    given: list[Quote] = []
    vectors: list[Vectors] = []
    for name, most in LISTS:
        listed: tuple[Dated, ...] = getattr(found, name)
        few = (REPORTED_OF_ARTICLE if asked.change or asked.reported else 1) if name == "reported" else most
        chosen = picked(listed, asked, index, Room(most, few, vectors))
        new = [one for one in merged(quote(evidence_of(one)) for one in chosen) if not overlaps(one, given)]
        if new:
            given += new
            made.append((lead(name, asked, found, len(chosen), first=not made), new))
    return made


def picked(found: Sequence[Dated], asked: DatedQuestion, index: Index, room: Room) -> list[Dated]:
    """As many of what was found as there is room for, in the order of time."""
    worth = {id(one): telling(one, asked) for one in found}
    left = sorted(found, key=lambda one: -worth[id(one)])[:COMPARED]
    days = sorted(begins(one, asked) for one in left)
    chosen: list[Dated] = []
    articles: Counter[str] = Counter()
    ends: Counter[bool] = Counter()
    middle = days[0] + (days[-1] - days[0]) / 2 if days else date.min

    def value(one: Dated) -> float:
        repeated = REPEATED_WEIGHT * articles[one.passage.document.id]
        return worth[id(one)] + repeated + SAME_END_WEIGHT * asked.change * ends[begins(one, asked) > middle]

    while left and len(chosen) < room.most:
        best = max(left, key=value)
        left.remove(best)
        vector = index.likeness(best.passage, best.number)
        again = any(float(vector @ one) > SAME for one in room.vectors)
        if articles[best.passage.document.id] < room.of_article and not again:
            chosen.append(best)
            room.vectors.append(vector)
            articles[best.passage.document.id] += 1
            ends[begins(best, asked) > middle] += 1
    return sorted(chosen, key=lambda one: (begins(one, asked), one.published or date.max))


def telling(one: Dated, asked: DatedQuestion) -> float:
    """How much a sentence is worth by itself; comparable within one question only."""
    alone = not (one.sentence.leans or one.sentence.quoting)
    early = 1 - one.sentence.start / len(one.passage.document.text)
    return CHANGE_WEIGHT * (asked.change and tells_of_change(one.text)) + ALONE_WEIGHT * alone + EARLY_WEIGHT * early


def lead(name: str, asked: DatedQuestion, found: Chronicle, given: int, *, first: bool) -> str:
    """The words before a list, with the time as it was understood, and how many sentences were left out.

    given: how many sentences are quoted. first: whether the list opens the answer.
    """
    said = asked.said
    opening = f"{said[0].upper()}{said[1:]}"
    if name == "around":
        return f"No sentence found names a time {said} itself; these name one that reaches into it:"
    if name == "expected":
        return f"{opening}, still ahead when it was published:" if first else "Still ahead when it was published:"
    if name == "reported":
        then = said if first else "in that time"
        return f"Published {then}:" if asked.reported else f"Published {then}, without a time of its own:"
    left_out = "" if given == len(found.told) else f" ({given} of {len(found.told)} sentences that tell of it)"
    if asked.reported:
        return f"No article searched was published {said}. They tell of that time{left_out}:"
    return f"{opening}{left_out}:"


def overlaps(new: Quote, given: Iterable[Quote]) -> bool:
    """Whether any of what is quoted stands in a quote given before."""
    return any(one.passage == new.passage and new.start < one.end and one.start < new.end for one in given)
