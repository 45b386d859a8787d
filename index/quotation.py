"""Text -> quotations: from where to where somebody's words stand in quotation marks, over paragraphs too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

OPENING, CLOSING = "“«„", "”»"
#: A mark that opens or closes; some agencies write it as two single ones.
MARK = re.compile(rf"[{OPENING}{CLOSING}\"]|''")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; `start` is the opening mark, `end` (exclusive) is behind the closing one.

    parts: its paragraphs' (start, end), more than one where the quotation runs over several.
    """

    parts: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    def covers(self, start: int, end: int) -> int:
        """How many characters of start:end lie inside."""
        return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in self.parts)


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The quotations of `text` in order.

    By custom, a quotation of several paragraphs has an opening mark before each and a closing one after the last
    only: one left open at a paragraph's end goes on where the next paragraph begins with a mark, and ends otherwise.
    """
    found: list[Quotation] = []
    goes_on = False
    for start, end in paragraphs:
        opened: int | None = None
        for match in MARK.finditer(text, start, end):
            mark, at = match.group(), match.start()
            slip = mark in OPENING and opened is not None and not text[at - 1].isspace()
            opens = (mark in OPENING and not slip) or (mark not in OPENING + CLOSING and opened is None)
            if opens and opened is None:
                opened = at
            elif not opens and opened is not None:
                add(found, (opened, match.end()), goes_on and not text[start:opened].strip())
                goes_on, opened = False, None
        if opened is not None:
            add(found, (opened, end), goes_on and not text[start:opened].strip())
        goes_on = opened is not None
    return found


def add(found: list[Quotation], part: tuple[int, int], goes_on: bool) -> None:
    """Put a part to those found: as one of its own, or to the last one where that goes on."""
    if goes_on and found:
        found[-1] = Quotation((*found[-1].parts, part))
    else:
        found.append(Quotation((part,)))
