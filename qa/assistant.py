"""Assistant: documents in, Answers out. ask() reads as the data flows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import islice
from pathlib import Path

import numpy as np

from index.document import Document
from index.embed import Embedder, default_embedder, fingerprint_of
from index.index import Hit, Index, Where
from index.opened import open_parts
from index.place import existing
from index.read import read_folder
from index.speaker import Speaker
from qa.agreement import relations
from qa.answer import Answer
from qa.choose import choose, own_words
from qa.chronicle import chronicle
from qa.confidence import confidence, threshold
from qa.conversation import Turn
from qa.coverage import coverage
from qa.dated import DatedQuestion, dated_question
from qa.decline import not_held, nothing_then, unclear
from qa.evidence import Evidence, read
from qa.question import QuestionError, understand
from qa.reader import Readers, default_readers
from qa.saying import is_by
from qa.search import Scope, Search, hits_to_read, nearest, prepared
from qa.suggestions import suggestions
from qa.telling import sections
from qa.vague import is_vague
from qa.wording import told_in_time, worded

DEFAULT_DOSSIER = Path(__file__).resolve().parent.parent / "seeds"
#: Questions offered in place of a vague one.
SUGGESTED = 3
#: They are made from about so many passages at most, spread evenly over the dossier.
SUGGESTED_FROM = 300


class Assistant:
    """Answers questions about some documents in their own words.

    documents: what it was given, in order. problems: a sentence for each file that could not be read.
    """

    def __init__(
        self,
        documents: Iterable[Document] | Index,
        problems: Iterable[str] = (),
        embedder: Embedder | None = None,
        readers: Readers | None = None,
    ) -> None:
        """documents: or an Index of them. Raises DossierError where two share an id or a model cannot be loaded."""
        self.problems = tuple(problems)
        self._embedder = embedder or default_embedder()
        self._readers = readers or default_readers()
        self._index = documents if isinstance(documents, Index) else Index.of(documents, self._embedder)

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

    @classmethod
    def open(cls, dossier: str | Path, *, embedder: Embedder | None = None) -> Assistant:
        """An assistant for a dossier on disk, by its name or the path of its folder, as it stands now.

        It sees no later change; open it again for that. Raises DossierError where there is none of that name, or it is
        damaged, of another version or of another embedding model.
        """
        folder = dossier if isinstance(dossier, Path) else existing(dossier)
        return cls(Index(open_parts(folder, fingerprint_of(embedder))), embedder=embedder)

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(self._index.documents)

    @property
    def readers(self) -> str:
        """Which evidence readers it has: "quick", or "quick and strong"."""
        return self._readers.name

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many passages each of the documents has."""
        return tuple(self._index.sizes)

    def speakers(self) -> tuple[Speaker, ...]:
        """Those whose words the articles hold, the most quoted first."""
        said = self._index.speakers
        return tuple(sorted(said, key=lambda speaker: -len(said[speaker])))

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        where: Where | None = None,
        speaker: str | None = None,
    ) -> Answer:
        """The answer in quotes, or why there is none.

        history: earlier turns, {"role": "user" | "assistant", "content": str}, oldest first; the last of them are read
            beside the question (see conversation.py).
        where: only documents that it keeps are searched.
        speaker: only what they say is quoted; a name, a role, or a country or body that they speak for.
        Raises QuestionError (a DossierError) where the question is empty or longer than 2,000 characters, or the
        history is not of that form.
        """
        scope = Scope(where, speaker)
        search = prepared(question, history, scope, self._index, self._embedder)
        answer = self._answer(question, search, scope)
        covered = answer.coverage or coverage(search, [one.passage for one in answer.citations], self._index)
        return replace(answer, searched=search.documents, coverage=covered, readers=self._readers.name)

    def _answer(self, asked: str, search: Search, scope: Scope) -> Answer:
        """The answer to a question as it was asked, from what is searched for it."""
        if not search.asked.turns and is_vague(search.question):
            return unclear(asked, search, self._suggested if scope == Scope() else self._answerable(scope))
        dated = dated_question(search.question)
        told = self._told_then(asked, search, scope, dated) if dated else None
        if told:
            return told
        readers = self._readers.name
        hits = hits_to_read(search, self._index)
        evidence = self._heard(read(search, hits, self._readers), scope)
        heard = own_words(search.question, evidence)
        sure = confidence(search, heard, self._index, readers)
        if sure < threshold(readers):
            return not_held(asked, search, self._index, hits, sure)
        answer = worded(asked, search.question, choose(search.question, heard, self._index, readers), sure)
        return replace(answer, relations=relations(answer.viewpoints, self._index))

    @staticmethod
    def _heard(evidence: list[Evidence], scope: Scope) -> list[Evidence]:
        """Of the evidence what the speaker says who alone is to be quoted; all of it where nobody is."""
        return [one for one in evidence if scope.speaker is None or is_by(one.sentence.speaker, scope.speaker)]

    def _told_then(self, asked: str, search: Search, scope: Scope, dated: DatedQuestion) -> Answer | None:
        """What happened in a time that is asked about; None where it is asked of a topic and nothing has its time."""
        found = chronicle(dated, search, scope, self._index)
        if not found.all:
            return None if dated.topic else nothing_then(asked, search, dated, self._index)
        lists = sections(dated, found, self._index)
        answer = told_in_time(asked, search.question, lists, found.confidence(dated))
        return replace(answer, coverage=coverage(search, [one.passage for one in found.all], self._index))

    def search(
        self, question: str, *, k: int = 10, where: Where | None = None, history: Sequence[Turn] = ()
    ) -> list[Hit]:
        """Up to `k` passages, best first; the other arguments and errors are those of `ask`."""
        if k < 1:
            raise QuestionError(f"k is how many passages are wanted, at least 1, not {k}.")
        return nearest(prepared(question, history, Scope(where), self._index, self._embedder), self._index, k)

    @cached_property
    def _suggested(self) -> tuple[str, ...]:
        """Questions offered in place of a vague one; they take several times as long as an answer, so once."""
        return self._answerable(Scope())

    def _answerable(self, scope: Scope) -> tuple[str, ...]:
        """Questions that what is in `scope` answers."""
        rows = scope.rows(self._index)
        rows = np.arange(len(self._index.passages)) if rows is None else rows
        spread = rows[:: len(rows) // SUGGESTED_FROM + 1]
        made = (
            one for one in suggestions([self._index.passages[row] for row in spread]) if not is_vague(understand(one))
        )
        asked = ((one, self.ask(one, where=scope.where, speaker=scope.speaker)) for one in made)
        return tuple(islice((one for one, answer in asked if answer.answered), SUGGESTED))


@cache
def default_assistant() -> Assistant:
    """The assistant for the default dossier, built at the first question."""
    return Assistant.from_folder(DEFAULT_DOSSIER)


def ask(
    question: str, *, history: Sequence[Turn] = (), where: Where | None = None, speaker: str | None = None
) -> Answer:
    """Ask the default dossier, seeds/; see Assistant.ask."""
    return default_assistant().ask(question, history=history, where=where, speaker=speaker)
