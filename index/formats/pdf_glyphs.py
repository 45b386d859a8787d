"""The characters of a page of a PDF as pdfium finds them, and where each stands on the upright page."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import byref
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

#: What pdfium gives for a hyphen at the end of a line.
HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}


class Glyph(NamedTuple):
    """A character, where it stands, and the quarter turns by which it is turned; a million of them in a long report."""

    character: str
    left: float
    right: float
    bottom: float
    top: float
    turn: int


def page_glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The characters of a page in the file's order, but for those turned otherwise than most, such as a stamp."""
    textpage = page.get_textpage()
    glyphs = list(_glyphs(textpage.raw))
    textpage.close()
    turns = Counter(glyph.turn for glyph in glyphs if glyph.turn >= 0)
    turn = turns.most_common(1)[0][0] if turns else 0
    return [_turned(glyph) if turn else glyph for glyph in glyphs if glyph.turn in (turn, -1)]


def _glyphs(page: object) -> Iterator[Glyph]:
    """The characters of a page; white space, of the file or found by pdfium, stands nowhere and has the turn -1."""
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, index)
        character = HYPHENS.get(code) or (chr(code) if 0x20 < code <= 0x10FFFF else " ")
        if character.isspace() or not raw.FPDFText_GetLooseCharBox(page, index, byref(box)):
            yield Glyph(" ", 0, 0, 0, 0, -1)
            continue
        angle = raw.FPDFText_GetCharAngle(page, index)
        turn = round(angle / (math.pi / 2)) % 4 if angle else 0
        yield Glyph(character, box.left, box.right, box.bottom, box.top, turn)


def _turned(glyph: Glyph) -> Glyph:
    """The character where it would stand if the page were turned so that it is upright."""
    left, right, bottom, top = glyph.left, glyph.right, glyph.bottom, glyph.top
    places = {
        1: (-top, -bottom, left, right),
        2: (-right, -left, -top, -bottom),
        3: (bottom, top, -right, -left),
    }
    return Glyph(glyph.character, *places.get(glyph.turn, (left, right, bottom, top)), glyph.turn)
