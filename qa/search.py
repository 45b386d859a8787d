"""Question -> Search -> Hits: a question made whole and ready, and the passages that are read for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.dense import Rows
from index.embed import Embedder, Vectors
from index.index import Hit, Index, Where
from index.terms import terms
from qa.followup import NEAR, Turn, came_before, completed, drawn
from qa.outlets import named_outlets, unattributed
from qa.question import Question, check_history, understand

#: Passages whose sentences are read as evidence. Read two or five of them, and as many best sentences are right: what a
#: further passage adds, its other sentences take away (bench/fit.py's questions, cross-validated).
HITS_READ = 3
#: An open question is asked of several articles: of the hits for it, the best of each document are read, so many of one
#: and so many in all.
HITS_OPEN, HITS_OF_DOCUMENT, HITS_READ_OPEN = 20, 2, 8


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


def prepared(text: str, history: Sequence[Turn], where: Where | None, index: Index, embedder: Embedder) -> Search:
    """The Search for a question as it was typed, after these turns, among the documents that `where` keeps.

    Raises QuestionError as question.understand and question.check_history do.
    """
    check_history(history)
    question = understand(text, index.words, index.names)
    whole = completed(question.text, history, index.names)
    if whole != question.text:
        question = understand(whole, index.words, index.names)
    outlets = named_outlets(question.text, (document.outlet for document in index.documents if document.outlet))
    if outlets:
        question = question.without(terms(" ".join(outlets.values())))
    allowed = index.rows(where if not outlets else lambda d: d.outlet in outlets and (where is None or where(d)))
    matter = unattributed(question.text, outlets.values())
    search = Search(question, matter, embedder.embed([matter])[0], allowed, index.documents_in(allowed))
    before = came_before(history)
    if before and not any(hit.score >= NEAR for hit in nearest(search, index, 1)):
        return replace(search, sought=drawn(search.vector, embedder.embed([before])[0]))
    return search


def nearest(search: Search, index: Index, k: int) -> list[Hit]:
    """Up to `k` passages, best first."""
    sought = search.vector if search.sought is None else search.sought
    return index.search(sought, search.question.terms, k, search.allowed)


def hits_to_read(search: Search, index: Index) -> list[Hit]:
    """The hits whose passages are read, best first."""
    if not search.question.is_open:
        return nearest(search, index, HITS_READ)
    found: dict[str, list[Hit]] = {}
    for hit in nearest(search, index, HITS_OPEN):
        found.setdefault(hit.passage.document.id, []).append(hit)
    several = [hit for hits in found.values() for hit in hits[: HITS_OF_DOCUMENT if len(found) > 1 else None]]
    return sorted(several, key=lambda hit: -hit.score)[:HITS_READ_OPEN]
