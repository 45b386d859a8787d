"""What the evidence reader reads at once: a question, the turns before it, an article's heading and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.pieces import Pieces

#: Word pieces read of a question, the turns before, a heading, a sentence, and in all at once; what is longer is cut.
QUESTION_PIECES, TURNS_PIECES, HEADING_PIECES, SENTENCE_PIECES, WINDOW_PIECES = 64, 48, 40, 160, 256


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once: word pieces, where the question ends in them, and where each sentence stands."""

    pieces: tuple[int, ...]
    question_end: int
    spans: tuple[tuple[int, int], ...]


def windows(pieces: Pieces, question: str, turns: str, heading: str, sentences: Sequence[str]) -> Iterator[Window]:
    """Windows that together hold every sentence once, in order.

    Each is [CLS] question [SEP] turns [SEP] heading [SEP] sentences [SEP]; without turns their part is left out.
    turns: what was asked and quoted before, the latest last; its end is kept where it is too long.
    """
    first, last = pieces.first, pieces.last
    asked = (first, *(pieces.of([question], QUESTION_PIECES)[0] or [last]), last)
    before = pieces.of([turns], 10 * TURNS_PIECES)[0][-TURNS_PIECES:]
    opening = [*asked, *before, *([last] if before else []), *pieces.of([heading], HEADING_PIECES)[0], last]
    held: list[int] = list(opening)
    spans: list[tuple[int, int]] = []
    for read in pieces.of(sentences, SENTENCE_PIECES):
        sentence = read or [last]
        if spans and len(held) + len(sentence) >= WINDOW_PIECES:
            yield Window((*held, last), len(asked) - 1, tuple(spans))
            held, spans = list(opening), []
        spans.append((len(held), len(held) + len(sentence)))
        held.extend(sentence)
    if spans:
        yield Window((*held, last), len(asked) - 1, tuple(spans))


def in_mpnet(window: Window) -> Window:
    """The window in the numbers of all-mpnet-base-v2: its vocabulary is MiniLM's, each piece 4 further on, but for the
    first and the last piece.
    """
    known = {window.pieces[0]: 0, window.pieces[-1]: 2}
    return Window(tuple(known.get(piece, piece + 4) for piece in window.pieces), window.question_end, window.spans)
