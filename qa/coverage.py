"""Which outlets were searched for a question, and which of them have nothing near it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain, zip_longest

import numpy as np

from index.document import Document
from index.index import Index
from index.passage import Passage
from qa.search import Search

#: The score (see Index.search) from which a passage is near a question.
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Coverage:
    """outlets: of all articles searched, in order, each once. silent: those of them with nothing near the question.

    An article that several printed counts for each of them, one whose outlet is not known for NOT_STATED.
    """

    outlets: tuple[str, ...]
    silent: tuple[str, ...]


def coverage(search: Search, cited: Collection[Passage], index: Index) -> Coverage:
    """What was searched; an outlet that is cited, or whose best passage scores NEAR, has something on the question."""
    outlets = outlets_of(index.documents_of(search.allowed))
    heard = set(outlets_of(passage.document for passage in cited))
    if not heard.issuperset(outlets):
        number = {outlet: place for place, outlet in enumerate(outlets_of(index.documents))}
        numbers = ([number[outlet] for outlet in document.outlets] for document in index.documents)
        groups = np.array(list(zip_longest(*numbers, fillvalue=-1)), np.int64)
        query = search.queries[-1]
        near = index.near(query.vector, query.terms, NEAR, groups, search.allowed)
        heard.update(outlet for outlet in outlets if number[outlet] in near)
    return Coverage(outlets, tuple(outlet for outlet in outlets if outlet not in heard))


def outlets_of(documents: Iterable[Document]) -> tuple[str, ...]:
    """The outlets of all of them, in order, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(document.outlets for document in documents)))
