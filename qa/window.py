"""What the evidence reader reads at once: a question, a title and sentences, as word pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.pieces import Pieces

#: Word pieces read of a question, of a title, of a sentence, and in all at once; what is longer is cut.
QUESTION_PIECES, TITLE_PIECES, SENTENCE_PIECES, WINDOW_PIECES = 64, 24, 160, 256


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once: word pieces, where the question ends in them, and where each sentence stands."""

    pieces: tuple[int, ...]
    question_end: int
    spans: tuple[tuple[int, int], ...]


def windows(pieces: Pieces, question: str, title: str, sentences: Sequence[str]) -> Iterator[Window]:
    """Windows that together hold every sentence once, in order.

    Each is [CLS] question [SEP] title [SEP] sentences [SEP].
    """
    first, last = pieces.first, pieces.last
    head = (first, *(pieces.of([question], QUESTION_PIECES)[0] or [last]), last)
    opening = (*head, *pieces.of([title], TITLE_PIECES)[0], last)
    held: list[int] = list(opening)
    spans: list[tuple[int, int]] = []
    for read in pieces.of(sentences, SENTENCE_PIECES):
        sentence = read or [last]
        if spans and len(held) + len(sentence) >= WINDOW_PIECES:
            yield Window((*held, last), len(head) - 1, tuple(spans))
            held, spans = list(opening), []
        spans.append((len(held), len(held) + len(sentence)))
        held.extend(sentence)
    if spans:
        yield Window((*held, last), len(head) - 1, tuple(spans))
