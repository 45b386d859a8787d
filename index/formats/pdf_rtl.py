"""Words of scripts that run from right to left: pdfium gives some backwards, which shows by where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from index.formats.pdf_glyphs import Glyph

#: The first block of such letters, Hebrew, begins here.
FIRST = "\u0590"


def runs_leftwards(character: str) -> bool:
    """Whether it is a letter of Hebrew, Arabic or another script that runs from right to left."""
    return character >= FIRST and unicodedata.bidirectional(character) in ("R", "AL")


def in_reading_order(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters of a line with each of its words the right way round."""
    words = ((blank, list(word)) for blank, word in groupby(glyphs, lambda glyph: glyph.turn < 0))
    return [glyph for blank, word in words for glyph in (word if blank else _word(word))]


def _word(glyphs: list[Glyph]) -> Iterable[Glyph]:
    letters = [glyph for glyph in glyphs if runs_leftwards(glyph.character)]
    if len(letters) < 2 or letters[0].left > letters[-1].left:
        return glyphs
    turned = sorted(glyphs, key=lambda glyph: -(glyph.left + glyph.right))
    runs = ((other, list(run)) for other, run in groupby(turned, lambda glyph: _runs_rightwards(glyph.character)))
    return [glyph for other, run in runs for glyph in (reversed(run) if other else run)]


def _runs_rightwards(character: str) -> bool:
    """Whether it is a figure, or a letter of another script than those: they run to the right in every text."""
    return unicodedata.bidirectional(character) in ("L", "EN", "AN")
