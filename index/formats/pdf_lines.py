"""A page of a PDF -> its lines, from where each character stands. Their order on the page stands in pdf_columns.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2

from index.formats.article import tidy
from index.formats.pdf_glyphs import Glyph, page_glyphs
from index.formats.pdf_rtl import in_reading_order, runs_leftwards

#: Parts of a line further apart than so many times its height may belong to different columns.
GAP_HEIGHTS = 1.0
#: Characters of one line overlap by at least this share of the lower one's height.
OVERLAP = 0.4
#: A raised character is at most this high beside the one before, and begins at least so much of its height above it.
RAISED_HEIGHT, RAISED_BY = 0.85, 0.15
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MARKS = frozenset("0123456789*†‡")
CLOSING = frozenset(".,;:!?\"'”’)]»")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or the part of one that stands together.

    left, right, bottom, top: in points, x to where the script runs, y upwards. page: from 0. order: as the file has it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    order: int

    @property
    def height(self) -> float:
        return round(self.top - self.bottom, 1)


def page_lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines of a page in the file's order; x runs from right to left where its script does."""
    runs = enumerate(_runs(page_glyphs(page)))
    lines = [line for order, run in runs if (line := _line(in_reading_order(run), number, order))]
    letters = [character for line in lines for character in line.text if character.isalpha()]
    if sum(map(runs_leftwards, letters)) * 2 > len(letters):
        lines = [replace(line, left=-line.right, right=-line.left) for line in lines]
    return lines


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters, parted where a new line begins or a wide gap stands."""
    run: list[Glyph] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if glyph.turn < 0:
            run.append(glyph)
            continue
        if before:
            height = min(before.top - before.bottom, glyph.top - glyph.bottom)
            overlap = min(before.top, glyph.top) - max(before.bottom, glyph.bottom)
            gap = max(glyph.left - before.right, before.left - glyph.right)
            if overlap < OVERLAP * height or gap > GAP_HEIGHTS * max(before.top - before.bottom, height):
                yield run
                run = []
        run.append(glyph)
        before = glyph
    yield run


def _line(run: Sequence[Glyph], page: int, order: int) -> Line | None:
    """The run as a line; None where it is blank."""
    seen = [glyph for glyph in run if glyph.turn >= 0]
    text = tidy(_text(run))
    if not seen or not text:
        return None
    left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
    heights = Counter((round(glyph.top - glyph.bottom, 1), round(glyph.bottom, 1)) for glyph in seen)
    height, bottom = heights.most_common(1)[0][0]
    if height <= 0:
        return None
    return Line(text, left, right, bottom, bottom + height, page, order)


def _text(run: Sequence[Glyph]) -> str:
    """The characters of a run; the number of a note behind a sentence goes, another raised number stays raised."""
    text = ""
    base: Glyph | None = None
    for glyph in run:
        if base and glyph.character in MARKS and _is_raised(glyph, base):
            text = text.rstrip() + ("" if base.character in CLOSING else glyph.character.translate(RAISED))
            continue
        if glyph.turn >= 0:
            base = glyph
        text += glyph.character
    return text


def _is_raised(glyph: Glyph, base: Glyph) -> bool:
    height = base.top - base.bottom
    return glyph.top - glyph.bottom < RAISED_HEIGHT * height and glyph.bottom > base.bottom + RAISED_BY * height
