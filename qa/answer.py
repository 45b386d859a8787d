"""Answer and Citation: what a question gets back. Data only; how a page shows it is the page's business."""

from __future__ import annotations

from dataclasses import dataclass

from index.document import Document
from index.passage import Passage
from index.speaker import Speaker
from qa.agreement import Relation
from qa.caution import cautions
from qa.coverage import Coverage
from qa.timeline import Event, timeline, times
from qa.viewpoint import Viewpoint, viewpoints


@dataclass(frozen=True, slots=True)
class Citation:
    """One quote of an answer, and where it stands.

    number: 1, 2, …; stands as "[n]" behind the quote in the answer's text.
    start, end: offsets into `document.text`, end exclusive; they enclose one or more whole sentences.
    speaker: whose words these are; None where they are the article's own, or it does not show whose.
    passage: the passage that the quote stands in, for reading around it.
    """

    number: int
    document: Document
    start: int
    end: int
    speaker: Speaker | None
    passage: Passage

    @property
    def quote(self) -> str:
        """The words as they stand in the article."""
        return self.document.text[self.start : self.end]

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to mind before quoting it, a plain sentence each; see caution.py."""
        carried = f"Second-hand: carried by {self.speaker.via}." if self.speaker and self.speaker.via else None
        found = cautions(self.passage, self.start, self.end)
        told = any(one.startswith("Second-hand") for one in found)
        return found if carried is None or told else (*found, carried)

    @property
    def place(self) -> str | None:
        """Where in its source the quote begins, such as "page 12"; None where the format has no such places."""
        return self.document.place(self.start)

    @property
    def events(self) -> tuple[Event, ...]:
        """The times that the quote names, the earliest first."""
        return timeline([self])

    @property
    def times(self) -> str:
        """When what it tells of happened, as far as it says so, apart from when it was published."""
        return times(self)

    @property
    def reference(self) -> str:
        """Speaker, where it is not the article itself · outlet · date · headline, the unknown named as such · place."""
        parts = (str(self.speaker) if self.speaker else None, self.document.origin, self.place)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Section:
    """Some of an answer's citations, and the fixed words before them."""

    lead: str
    citations: tuple[Citation, ...]


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
    readers: which evidence readers read: "quick", or "quick and strong".
    searched: how many documents were searched. coverage: of which outlets, and which of those have nothing on it.
    grouped: whether the text has the quotes under those who say them, as `viewpoints` has them.
    sections: of an answer in the order of time the citations, under words of their own; `lead` is the first one's.
    dated: whether it answers by the time of what is told, so that every quote is shown with `Citation.times`.
    relations: where quotes of different sides say alike or contradict each other; see agreement.py.
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
    readers: str = "quick"
    searched: int = 0
    coverage: Coverage | None = None
    suggestions: tuple[str, ...] = ()
    grouped: bool = False
    relations: tuple[Relation, ...] = ()
    sections: tuple[Section, ...] = ()
    dated: bool = False

    @property
    def viewpoints(self) -> tuple[Viewpoint, ...]:
        """The citations under those who say them; see viewpoint.py."""
        return viewpoints(self.citations)

    @property
    def timeline(self) -> tuple[Event, ...]:
        """The times that the citations' quotes name, the earliest first; see timeline.py."""
        return timeline(self.citations)

    def __str__(self) -> str:
        """The text with its references, as plain lines for a terminal or a document."""
        understood = f"Understood as: {self.understood}\n\n" if self.understood else ""
        if self.answered:
            sources = "\n".join(
                f"[{citation.number}] {citation.reference}{f' · {citation.times}' if self.dated else ''}"
                for citation in self.citations
            )
            return f"{understood}{self.text}\n\n{sources}"
        near = "\n".join(f"- {passage.document.origin}:\n  {passage.text}" for passage in self.nearest)
        return understood + (f"{self.text}\n\nNearest, but not an answer:\n{near}" if near else self.text)
