"""Where sides blame each other, each of them is heard, not only those who say it in the question's words."""

from __future__ import annotations

from collections.abc import Sequence

from qa.cause import direction, opposes, states_cause
from qa.evidence import Evidence
from qa.question import Question
from qa.side import all_named_in, side_of


def is_quarrel(question: Question) -> bool:
    """Whether it asks why something became worse, and not why in the eyes of somebody it names."""
    return direction(question.text) < 0 and not question.speaker


def other_sides(question: Question, chosen: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[Evidence]:
    """What each side says that the chosen reasons name and do not quote: the first of `evidence` that answers them.

    Such a sentence states a cause outright, and names another of the parties that the chosen reasons name.
    """
    named = frozenset[str]().union(*(all_named_in(one.text) for one in chosen))
    heard = {side for one in chosen if (side := side_of_words(one))}
    found: list[Evidence] = []
    for one in evidence:
        side = side_of_words(one)
        if side is None or side in heard or side not in named or opposes(question.text, one.text):
            continue
        if states_cause(one.text) == 1.0 and all_named_in(one.text) & named - {side}:
            heard.add(side)
            found.append(one)
    return found


def side_of_words(one: Evidence) -> str | None:
    """The side whose words a sentence is; None for the article's own voice and for private persons."""
    return side_of(one.sentence.speaker) if one.sentence.speaker else None
