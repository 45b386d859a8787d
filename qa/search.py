"""Question -> Search -> Hits: a question and the turns before it made ready, and the passages that are read for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from index.dense import Rows
from index.document import NOT_STATED, Document
from index.embed import Embedder, Vectors
from index.index import Hit, Index, Where
from index.terms import terms
from qa.conversation import Turn, asked_before, check_history, quoted_before
from qa.outlets import named_outlets, unattributed
from qa.question import Question, understand
from qa.reader import Asked
from qa.saying import is_by, parties

#: Passages that are read for a question. The right one is among the first 20 for 98 to 100 questions of 100 written as
#: people ask (many of their dossiers have no more), among the first 3 for 74 to 88 (bench/retrieval.py).
HITS_READ = 20


@dataclass(frozen=True, slots=True)
class Query:
    """What passages are searched by: a unit vector and terms."""

    vector: Vectors
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """A question made ready.

    asked: what is read beside each passage: the question without the outlets it names, and the turns before.
    queries: what passages are searched by: the question alone and, where there are turns before it, with them.
    allowed: the rows of the index it is asked of; None: all. documents: how many documents those are.
    """

    question: Question
    asked: Asked
    queries: tuple[Query, ...]
    allowed: Rows | None
    documents: int


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a dossier a question is asked of.

    where: the documents that it keeps; None: all. speaker: only passages in which they speak; None: whoever does.
    """

    where: Where | None = None
    speaker: str | None = None

    def rows(self, index: Index, outlets: Collection[str] = ()) -> Rows | None:
        """The rows of the index in it, only of these outlets where any are given; None stands for all."""
        where = self.where

        def of_outlets(document: Document) -> bool:
            return any(one in outlets for one in document.outlets) and (where is None or where(document))

        rows = index.rows(of_outlets if outlets else where)
        if self.speaker is None:
            return rows
        return index.rows_by([one for one in index.speakers if is_by(one, self.speaker)], rows)


def prepared(text: str, history: Sequence[Turn], scope: Scope, index: Index, embedder: Embedder) -> Search:
    """The Search for a question as it was typed, after these turns, within `scope`.

    Raises QuestionError as question.understand and conversation.check_history do.
    """
    check_history(history)
    question = understand(text, index.words, index.names)
    known = dict.fromkeys(outlet for document in index.documents for outlet in document.outlets)
    outlets = named_outlets(question.text, (outlet for outlet in known if outlet != NOT_STATED))
    if outlets:
        question = question.without(terms(" ".join(outlets.values())))
    heard = [party for party in parties(question.speaker) if any(is_by(speaker, party) for speaker in index.speakers)]
    question = question.without([term for term in terms(" ".join(heard)) if not index.holds(term)])
    allowed = scope.rows(index, outlets)
    matter = unattributed(question.text, outlets.values())
    before, quoted = asked_before(history), quoted_before(history)
    asked = Asked(matter, " ".join(filter(None, (before, quoted))))
    texts = [matter, f"{before} {matter}"] if before else [matter]
    of_each = (question.terms, tuple(dict.fromkeys((*question.terms, *terms(before)))))
    queries = tuple(Query(vector, found) for vector, found in zip(embedder.embed(texts), of_each, strict=False))
    return Search(question, asked, queries, allowed, len(index.documents_of(allowed)))


def nearest(search: Search, index: Index, k: int) -> list[Hit]:
    """Up to `k` passages of all that are searched, best first; those of several queries take turns."""
    lists = [index.search(query.vector, query.terms, k, search.allowed) for query in reversed(search.queries)]
    found: dict[tuple[str, int], Hit] = {}
    for hit in chain.from_iterable(zip_longest(*lists)):
        if hit is not None:
            found.setdefault((hit.passage.document.id, hit.passage.start), hit)
    return list(found.values())[:k]


def hits_to_read(search: Search, index: Index) -> list[Hit]:
    """The hits whose passages are read, best first."""
    return nearest(search, index, HITS_READ)
