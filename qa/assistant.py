"""Assistant: documents in, Answers out. ask() reads as the data flows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from index.dense import Rows
from index.document import Document
from index.embed import Embedder, Vectors, default_embedder
from index.index import Hit, Index, Where
from index.read import read_folder
from index.terms import terms
from qa.answer import Answer
from qa.choose import choose
from qa.confidence import confidence, threshold
from qa.decline import declined, reason_for
from qa.evidence import read
from qa.outlets import named_outlets, unattributed
from qa.question import Question, QuestionError, check_history, understand
from qa.wording import worded

DEFAULT_DOSSIER = Path(__file__).resolve().parent.parent / "seeds"
#: Passages whose sentences are read as evidence; the right one is among the first five for 98 questions of 100.
HITS_READ, HITS_READ_OPEN = 8, 20

Turn = Mapping[str, str]


class Assistant:
    """Answers questions about some documents in their own words.

    documents: what it was given, in order. problems: a sentence for each file that could not be read.
    """

    def __init__(
        self, documents: Iterable[Document], problems: Iterable[str] = (), embedder: Embedder | None = None
    ) -> None:
        """Raises DossierError where two documents share an id or the embedding model cannot be loaded."""
        self.problems = tuple(problems)
        self._embedder = embedder or default_embedder()
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

        history: earlier turns, {"role": "user" | "assistant", "content": str}; checked, but not yet used.
        where: only documents that it keeps are searched.
        Raises QuestionError (a DossierError) where the question is empty or longer than 2,000 characters, or the
        history is not of that form.
        """
        search = self._understand(question, history, where)
        hits = self._search(search, HITS_READ_OPEN if search.question.is_open else HITS_READ)
        evidence = read(search.question, search.vector, hits, self._index, search.allowed)
        sure = confidence(search.question, evidence, self._index, search.allowed)
        if sure < threshold():
            reason = reason_for(search.question, self._index, search.allowed)
            return replace(declined(question, search.question, reason, hits, sure), searched=search.documents)
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
        outlets = named_outlets(question.text, (d.outlet for d in self.documents if d.outlet))
        if outlets:
            question = question.without(terms(" ".join(outlets.values())))
        allowed = self._index.rows(
            where if not outlets else lambda d: d.outlet in outlets and (where is None or where(d))
        )
        searched = self._index.documents_in(allowed)
        vector = self._embedder.embed([unattributed(question.text, outlets.values())])[0]
        return Search(question, vector, allowed, searched)

    def _search(self, search: Search, k: int) -> list[Hit]:
        return self._index.search(search.vector, search.question.terms, k, search.allowed)


@dataclass(frozen=True, slots=True)
class Search:
    """A question made ready: its unit vector, the rows of the index it is asked of (None: all), how many documents."""

    question: Question
    vector: Vectors
    allowed: Rows | None
    documents: int


@cache
def default_assistant() -> Assistant:
    """The assistant for the default dossier, built at the first question."""
    return Assistant.from_folder(DEFAULT_DOSSIER)


def ask(question: str, *, history: Sequence[Turn] = (), where: Where | None = None) -> Answer:
    """Ask the default dossier, seeds/; see Assistant.ask."""
    return default_assistant().ask(question, history=history, where=where)
