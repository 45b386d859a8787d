"""Which sentences of some passages name a time, and which times: found when first asked for, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.dense import Rows
from index.moment import Moment, moments_in
from index.passage import Passage
from index.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Dated:
    """A whole sentence of the passage in a row, `number` its place there, and the times it names, in order."""

    row: int
    passage: Passage
    number: int
    moments: tuple[Moment, ...]

    @property
    def sentence(self) -> Sentence:
        return self.passage.sentences[self.number]

    @property
    def place(self) -> tuple[str, int]:
        """Its document's id and where it begins there: a passage that is read twice is not the same object."""
        return self.passage.document.id, self.sentence.start

    @property
    def text(self) -> str:
        return self.passage.document.text[self.sentence.start : self.sentence.end]

    @property
    def published(self) -> date | None:
        """When its article was published, which is not when what it tells of happened."""
        return self.passage.document.published


class Calendar:
    """The times of a dossier, of a passage when it is first asked for: 2 to 6 ms each, since grammar has to be read."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._times = lru_cache(maxsize=None)(lambda row: moments_in(passages[row]))

    def sentences(self, rows: Rows | None = None) -> Iterator[Dated]:
        """The whole sentences of the passages in these rows, in order; None stands for all."""
        for row in range(len(self._passages)) if rows is None else rows:
            passage = self._passages[row]
            for number, found in enumerate(self._times(int(row))):
                if passage.sentences[number].whole:
                    yield Dated(int(row), passage, number, found)
