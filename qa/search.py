"""Question -> Search -> Hits: a question made whole and ready, and the passages that are read for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.dense import Rows
from index.document import NOT_STATED, Document
from index.embed import Embedder, Vectors
from index.index import Hit, Index, Where
from index.passage import Passage
from index.terms import terms
from qa.followup import NEAR, Turn, came_before, completed, drawn
from qa.outlets import named_outlets, unattributed
from qa.question import Question, check_history, understand
from qa.saying import is_by, parties
from qa.synonym import in_their_words

#: Passages whose sentences are read as evidence. Read two or five of them, and as many best sentences are right: what a
#: further passage adds, its other sentences take away (bench/fit.py's questions, cross-validated).
HITS_READ = 3
#: An open question is asked of several articles: of the hits for it so many of one document are read, and so many in
#: all. The further one of a document counts that much less than its score, so that few of them still hear many.
HITS_OPEN, HITS_OF_DOCUMENT, HITS_READ_OPEN, HEARD_ALREADY = 20, 2, 6, 0.15


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


def speaks_in(speaker: str, passage: Passage) -> bool:
    """Whether any sentence of the passage is by `speaker`."""
    return any(is_by(sentence.speaker, speaker) for sentence in passage.sentences)


def prepared(text: str, history: Sequence[Turn], scope: Scope, index: Index, embedder: Embedder) -> Search:
    """The Search for a question as it was typed, after these turns, within `scope`.

    Raises QuestionError as question.understand and question.check_history do.
    """
    check_history(history)
    question = understand(text, index.words, index.names)
    whole = completed(question.text, history, index.names)
    if whole != question.text:
        question = understand(whole, index.words, index.names)
    known = dict.fromkeys(outlet for document in index.documents for outlet in document.outlets)
    outlets = named_outlets(question.text, (outlet for outlet in known if outlet != NOT_STATED))
    if outlets:
        question = question.without(terms(" ".join(outlets.values())))
    heard = [party for party in parties(question.speaker) if any(is_by(speaker, party) for speaker in index.speakers)]
    question = question.without([term for term in terms(" ".join(heard)) if not index.holds(term)])
    allowed = scope.rows(index, outlets)
    question = in_their_words(question, index, allowed)
    matter = unattributed(question.text, outlets.values())
    search = Search(question, matter, embedder.embed([matter])[0], allowed, len(index.documents_of(allowed)))
    before = came_before(history)
    if before and not any(hit.score >= NEAR for hit in nearest(search, index, 1)):
        return replace(search, sought=drawn(search.vector, embedder.embed([before])[0]))
    return search


def sought(search: Search) -> Vectors:
    """The unit vector that passages are searched with."""
    return search.vector if search.sought is None else search.sought


def nearest(search: Search, index: Index, k: int) -> list[Hit]:
    """Up to `k` passages, best first, of all that are searched."""
    return index.search(sought(search), search.question.terms, k, search.allowed)


def hits_to_read(search: Search, index: Index) -> list[Hit]:
    """The hits whose passages are read, best first; first those where whoever is asked about speaks."""
    if not search.question.is_open:
        return nearest(search, index, HITS_READ)
    found: dict[str, list[Hit]] = {}
    hits = nearest(search, index, HITS_OPEN)
    asked = parties(search.question.whose_words)
    own = [hit for hit in hits if any(speaks_in(party, hit.passage) for party in asked)]
    for hit in sorted(hits, key=lambda hit: hit not in own):
        found.setdefault(hit.passage.document.id, []).append(hit)
    most = HITS_OF_DOCUMENT if len(found) > 1 else HITS_READ_OPEN
    several = [(hit, hit.score - HEARD_ALREADY * place) for of in found.values() for place, hit in enumerate(of[:most])]
    several.sort(key=lambda one: (one[0] not in own, -one[1]))
    return [hit for hit, _ in several[:HITS_READ_OPEN]]
