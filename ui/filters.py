"""Filters: which articles, and whose words, a visitor wants an answer from; shown as chips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qa import Document
from ui.marking import escape

#: Choice of no speaker in particular.
EVERYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is chosen; nothing chosen keeps all.

    outlets: names, or NOT_STATED; an article that several printed is of each of them. since, until: days of
    publication, both kept; an article without a date is in no range. speaker: a name as Assistant.ask takes it.
    """

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    speaker: str | None = None

    @classmethod
    def of(cls, outlets: Sequence[str], since: datetime | None, until: datetime | None, speaker: str | None) -> Filters:
        """From the values of the page's choices."""
        return cls(
            tuple(outlets or ()),
            since.date() if since else None,
            until.date() if until else None,
            None if speaker in (None, EVERYBODY) else speaker,
        )

    def keep(self, document: Document) -> bool:
        """Whether the article is searched."""
        day = document.published
        in_range = (self.since is None or (day is not None and day >= self.since)) and (
            self.until is None or (day is not None and day <= self.until)
        )
        return in_range and (not self.outlets or not set(self.outlets).isdisjoint(document.outlets))

    @property
    def limits_articles(self) -> bool:
        """Whether an article may be left out."""
        return bool(self.outlets or self.since or self.until)

    def chips(self, documents: Sequence[Document]) -> str:
        """What is chosen as HTML, with how many of the articles it keeps; "" where nothing is."""
        chosen = [
            *self.outlets,
            *([f"from {written(self.since)}"] if self.since else ()),
            *([f"until {written(self.until)}"] if self.until else ()),
            *([f"said by {self.speaker}"] if self.speaker else ()),
        ]
        if not chosen:
            return ""
        kept = sum(map(self.keep, documents))
        shown = "".join(f'<li dir="auto">{escape(one)}</li>' for one in chosen)
        return f'<ul class="chips"><li class="kept">{kept} of {len(documents)} articles</li>{shown}</ul>'


def outlets_of(documents: Iterable[Document]) -> list[str]:
    """The outlets to choose from, in the order of the articles, each once; who printed the same text too."""
    return list(dict.fromkeys(outlet for document in documents for outlet in document.outlets))


def written(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}"
