"""A stretch of an article as escaped HTML paragraphs, with the quotes in it marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

PARAGRAPH_BREAK = re.compile(r"\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """What to mark: offsets into an article, end exclusive, and the number of its citation.

    Number 0 is what comes near but is not quoted.
    """

    number: int
    start: int
    end: int


def escape(text: str) -> str:
    """Text made safe inside elements and attributes alike."""
    return html.escape(text, quote=True)


def paragraphs(text: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """`text[start:end]` as paragraphs; where spans overlap, one mark carries all their numbers."""
    marked = tuple(spans)
    return "".join(
        f'<p dir="auto">{"".join(_pieces(text, first, last, marked))}</p>' for first, last in _borders(text, start, end)
    )


def _borders(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs in `text[start:end]`, without the blank lines between them."""
    for gap in PARAGRAPH_BREAK.finditer(text, start, end):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:end].strip():
        yield start, end


def _pieces(text: str, start: int, end: int, spans: tuple[Span, ...]) -> Iterator[str]:
    """The paragraph `text[start:end]`, cut wherever a span begins or ends."""
    edges = {edge for span in spans for edge in (span.start, span.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    for first, last in pairwise(cuts):
        numbers = sorted({span.number for span in spans if span.start <= first and last <= span.end})
        piece = escape(text[first:last])
        yield _mark(piece, numbers) if numbers and piece.strip() else piece


def _mark(piece: str, numbers: list[int]) -> str:
    if numbers == [0]:
        return f'<mark class="near" data-numbers="0">{piece}</mark>'
    listed = " ".join(str(number) for number in numbers if number)
    return f'<mark data-numbers="{listed}">{piece}</mark>'
