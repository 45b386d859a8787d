"""Which outlets were searched for a question, and which of them have nothing near it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from index.document import NOT_STATED, Document
from index.index import Index
from index.passage import Passage
from qa.followup import NEAR
from qa.search import Search, sought


@dataclass(frozen=True, slots=True)
class Coverage:
    """outlets: of all articles searched, in order, each once. silent: those of them with nothing near the question.

    An article whose outlet is not known counts for NOT_STATED.
    """

    outlets: tuple[str, ...]
    silent: tuple[str, ...]


def coverage(search: Search, cited: Collection[Passage], index: Index) -> Coverage:
    """What was searched; an outlet that is cited, or whose best passage scores NEAR, has something on the question."""
    outlets = tuple(dict.fromkeys(map(outlet_of, index.documents_of(search.allowed))))
    heard = {outlet_of(passage.document) for passage in cited}
    if not heard.issuperset(outlets):
        number = {outlet: place for place, outlet in enumerate(dict.fromkeys(map(outlet_of, index.documents)))}
        groups = np.array([number[outlet_of(document)] for document in index.documents], np.int64)
        near = index.near(sought(search), search.question.terms, NEAR, groups, search.allowed)
        heard.update(outlet for outlet in outlets if number[outlet] in near)
    return Coverage(outlets, tuple(outlet for outlet in outlets if outlet not in heard))


def outlet_of(document: Document) -> str:
    """Its outlet, or NOT_STATED."""
    return document.outlet or NOT_STATED
