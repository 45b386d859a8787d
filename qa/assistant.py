"""Assistant: documents in, Answers out. ask() reads as the data flows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import islice
from pathlib import Path

from index.document import Document
from index.embed import Embedder, default_embedder
from index.index import Hit, Index, Where
from index.read import read_folder
from index.terms import terms
from qa.answer import Answer
from qa.choose import choose
from qa.confidence import confidence, threshold
from qa.contradiction import contradiction
from qa.decline import not_held, unclear, untrue
from qa.evidence import read
from qa.followup import NEAR, came_before, completed, drawn
from qa.outlets import named_outlets, unattributed
from qa.question import QuestionError, check_history, understand
from qa.reader import Reader, default_reader
from qa.search import Search
from qa.suggestions import suggestions
from qa.vague import is_vague
from qa.wording import worded

DEFAULT_DOSSIER = Path(__file__).resolve().parent.parent / "seeds"
#: Passages whose sentences are read as evidence. Read two or five of them, and as many best sentences are right: what a
#: further passage adds, its other sentences take away (bench/fit.py's questions, cross-validated).
HITS_READ = 3
#: An open question is asked of several articles: of the hits for it, the best of each document are read, so many of one
#: and so many in all.
HITS_OPEN, HITS_OF_DOCUMENT, HITS_READ_OPEN = 20, 2, 6
#: Questions offered in place of a vague one.
SUGGESTED = 3

Turn = Mapping[str, str]


class Assistant:
    """Answers questions about some documents in their own words.

    documents: what it was given, in order. problems: a sentence for each file that could not be read.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        problems: Iterable[str] = (),
        embedder: Embedder | None = None,
        reader: Reader | None = None,
    ) -> None:
        """Raises DossierError where two documents share an id or a model cannot be loaded."""
        self.problems = tuple(problems)
        self._embedder = embedder or default_embedder()
        self._reader = reader or default_reader()
        self._index = Index(documents, self._embedder)

    @classmethod
    def from_documents(cls, documents: Iterable[Document], *, embedder: Embedder | None = None) -> Assistant:
        """An assistant for these documents, taken as they are. Raises DossierError as the constructor does."""
        return cls(documents, embedder=embedder)

    @classmethod
    def from_folder(cls, folder: str | Path, *, embedder: Embedder | None = None) -> Assistant:
        """An assistant for the articles in a folder; files that cannot be read are named in `problems`.

        Raises DossierError where `folder` is no folder, or nothing in it can be read.
        """
        reading = read_folder(folder)
        return cls(reading.documents, reading.problems, embedder)

    @property
    def documents(self) -> tuple[Document, ...]:
        return self._index.documents

    def ask(self, question: str, *, history: Sequence[Turn] = (), where: Where | None = None) -> Answer:
        """The answer in quotes, or why there is none.

        history: earlier turns, {"role": "user" | "assistant", "content": str}, oldest first; what the question leaves
            to them is put in before it is searched for (see followup.py).
        where: only documents that it keeps are searched.
        Raises QuestionError (a DossierError) where the question is empty or longer than 2,000 characters, or the
        history is not of that form.
        """
        search = self._understand(question, history, where)
        if is_vague(search.question):
            return unclear(question, search, self._suggested if where is None else self._answerable(where))
        hits = self._hits(search)
        evidence = read(search, hits, self._index, self._reader)
        sure = confidence(search, evidence, self._index)
        false = contradiction(search, evidence, self._index)
        if false:
            return untrue(question, search, false, hits)
        if sure < threshold():
            return not_held(question, search, self._index, hits, sure)
        quotes = choose(search.question, evidence, self._index)
        return replace(worded(question, search.question, quotes, sure), searched=search.documents)

    def search(
        self, question: str, *, k: int = 10, where: Where | None = None, history: Sequence[Turn] = ()
    ) -> list[Hit]:
        """Up to `k` passages, best first; the other arguments and errors are those of `ask`."""
        if k < 1:
            raise QuestionError(f"k is how many passages are wanted, at least 1, not {k}.")
        return self._search(self._understand(question, history, where), k)

    def _understand(self, text: str, history: Sequence[Turn], where: Where | None) -> Search:
        check_history(history)
        question = understand(text, self._index.words, self._index.names)
        whole = completed(question.text, history, self._index.names)
        if whole != question.text:
            question = understand(whole, self._index.words, self._index.names)
        outlets = named_outlets(question.text, (d.outlet for d in self.documents if d.outlet))
        if outlets:
            question = question.without(terms(" ".join(outlets.values())))
        allowed = self._index.rows(
            where if not outlets else lambda d: d.outlet in outlets and (where is None or where(d))
        )
        searched = self._index.documents_in(allowed)
        matter = unattributed(question.text, outlets.values())
        vector = self._embedder.embed([matter])[0]
        search = Search(question, matter, vector, allowed, searched)
        before = came_before(history)
        if before and not any(hit.score >= NEAR for hit in self._search(search, 1)):
            return replace(search, sought=drawn(vector, self._embedder.embed([before])[0]))
        return search

    @cached_property
    def _suggested(self) -> tuple[str, ...]:
        """Questions offered in place of a vague one; they take several times as long as an answer, so once."""
        return self._answerable(None)

    def _answerable(self, where: Where | None) -> tuple[str, ...]:
        """Questions that the documents kept by `where` answer."""
        rows = self._index.rows(where)
        kept = self._index.passages if rows is None else [self._index.passages[row] for row in rows]
        made = (one for one in suggestions(kept) if not is_vague(understand(one)))
        return tuple(islice((one for one in made if self.ask(one, where=where).answered), SUGGESTED))

    def _hits(self, search: Search) -> list[Hit]:
        """The hits whose passages are read, best first."""
        if not search.question.is_open:
            return self._search(search, HITS_READ)
        found: dict[str, list[Hit]] = {}
        for hit in self._search(search, HITS_OPEN):
            found.setdefault(hit.passage.document.id, []).append(hit)
        several = [hit for hits in found.values() for hit in hits[: HITS_OF_DOCUMENT if len(found) > 1 else None]]
        return sorted(several, key=lambda hit: -hit.score)[:HITS_READ_OPEN]

    def _search(self, search: Search, k: int) -> list[Hit]:
        sought = search.vector if search.sought is None else search.sought
        return self._index.search(sought, search.question.terms, k, search.allowed)


@cache
def default_assistant() -> Assistant:
    """The assistant for the default dossier, built at the first question."""
    return Assistant.from_folder(DEFAULT_DOSSIER)


def ask(question: str, *, history: Sequence[Turn] = (), where: Where | None = None) -> Answer:
    """Ask the default dossier, seeds/; see Assistant.ask."""
    return default_assistant().ask(question, history=history, where=where)
