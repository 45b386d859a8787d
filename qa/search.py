"""Search: a question made ready to be asked of an index."""

from __future__ import annotations

from dataclasses import dataclass

from index.dense import Rows
from index.embed import Vectors
from qa.question import Question


@dataclass(frozen=True, slots=True)
class Search:
    """A question, its unit vector, the rows of the index it is asked of (None: all), how many documents those are.

    matter: the question without the outlets it names: what sentences are compared with.
    sought: the unit vector that passages are searched with, where the turns before draw it aside (see followup.py).
    """

    question: Question
    matter: str
    vector: Vectors
    allowed: Rows | None
    documents: int
    sought: Vectors | None = None
