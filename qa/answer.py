"""Answer and Citation: what a question gets back. Data only; how a page shows it is the page's business."""

from __future__ import annotations

from dataclasses import dataclass

from index.document import Document
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """One quote of an answer, and where it stands.

    number: 1, 2, …; stands as "[n]" behind the quote in the answer's text.
    start, end: offsets into `document.text`, end exclusive; they enclose one or more whole sentences.
    speaker: whose words these are; None is "not known".
    passage: the passage that the quote stands in, for reading around it.
    """

    number: int
    document: Document
    start: int
    end: int
    speaker: str | None
    passage: Passage

    @property
    def quote(self) -> str:
        """The words as they stand in the article."""
        return self.document.text[self.start : self.end]

    @property
    def reference(self) -> str:
        """Outlet · date · headline, with the unknown named as such."""
        return self.document.origin


@dataclass(frozen=True, slots=True)
class Answer:
    """What the dossier holds on a question, or that it does not hold it.

    text: fixed, short wording around verbatim quotes, each followed by its "[n]"; when declined, the reason.
    answered: False where the dossier does not hold the answer; then there are no citations.
    confidence: in [0, 1], higher where the dossier more likely holds the answer.
    reason: when declined, why, in a sentence; else None.
    nearest: when declined, the closest passages, best first; they are not an answer.
    lead: the fixed words before the quotes in `text`; "" where there are none.
    understood: the question as it was searched for, where that is not as it was asked; else None.
    searched: how many documents were searched.
    suggestions: whole questions that the articles can answer, where this one does not say what is meant; in `text` too.
    """

    question: str
    text: str
    answered: bool
    citations: tuple[Citation, ...]
    confidence: float
    reason: str | None = None
    nearest: tuple[Passage, ...] = ()
    lead: str = ""
    understood: str | None = None
    searched: int = 0
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The text with its references, as plain lines for a terminal or a document."""
        understood = f"Understood as: {self.understood}\n\n" if self.understood else ""
        if self.answered:
            sources = "\n".join(f"[{citation.number}] {citation.reference}" for citation in self.citations)
            return f"{understood}{self.text}\n\n{sources}"
        near = "\n".join(f"- {passage.document.origin}:\n  {passage.text}" for passage in self.nearest)
        return understood + (f"{self.text}\n\nNearest, but not an answer:\n{near}" if near else self.text)
