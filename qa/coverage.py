"""Which outlets were searched for a question, and which of them have nothing near it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from index.index import Index
from index.passage import Passage
from qa.followup import NEAR
from qa.search import Search, nearest

NOT_STATED = "outlet not stated"


@dataclass(frozen=True, slots=True)
class Coverage:
    """outlets: of all articles searched, in order, each once. silent: those of them with nothing near the question.

    An article whose outlet is not known counts for NOT_STATED.
    """

    outlets: tuple[str, ...]
    silent: tuple[str, ...]


def coverage(search: Search, cited: Collection[Passage], index: Index) -> Coverage:
    """What was searched; an outlet that is cited, or whose best passage scores NEAR, has something on the question."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row in range(len(index.passages)) if search.allowed is None else search.allowed:
        rows[index.passages[row].document.outlet or NOT_STATED].append(row)
    heard = {passage.document.outlet or NOT_STATED for passage in cited}
    for outlet, own in rows.items():
        best = nearest(search, index, 1, np.array(own, np.int64)) if outlet not in heard else []
        if best and best[0].score >= NEAR:
            heard.add(outlet)
    return Coverage(tuple(rows), tuple(outlet for outlet in rows if outlet not in heard))
