"""Document -> Passages: neighbouring sentences, packed so that none is cut off from what it needs to be understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.document import Document
from index.sentence import Sentence, sentences

#: A passage takes sentences up to this many words (MiniLM reads 256 word pieces, about 180 words), and goes on past
#: it only for sentences that lean on the one before, up to LEANING_WORDS.
PASSAGE_WORDS = 120
LEANING_WORDS = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one document; `start` and `end` (exclusive) are offsets into `document.text`."""

    document: Document
    start: int
    end: int
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]


def passages(document: Document) -> Iterator[Passage]:
    """The passages of `document`, in order; together they hold all of its text but white space."""
    packed: list[Sentence] = []
    count = 0
    for sentence in sentences(document.text):
        length = len(document.text[sentence.start : sentence.end].split())
        limit = LEANING_WORDS if sentence.leans or sentence.quoting else PASSAGE_WORDS
        if packed and count + length > limit:
            yield Passage(document, packed[0].start, packed[-1].end, tuple(packed))
            packed, count = [], 0
        packed.append(sentence)
        count += length
    if packed:
        yield Passage(document, packed[0].start, packed[-1].end, tuple(packed))
