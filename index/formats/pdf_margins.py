"""Drops running headers and footers and page numbers: what stands at the edge of several pages, digits apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from index.formats.pdf_columns import in_rows
from index.formats.pdf_lines import Line

#: So many rows from either edge of a page's text may be its margin, if the page has three times as many.
ROWS, FEW = 2, 3
#: It stands apart from the text: further than so many times the usual way from one row to the next.
GAP_STEPS = 1.4
#: What repeats stands at the same height within so many points, on at least so many pages.
HEIGHT, PAGES = 6, 2
#: Numbers of pages, in figures or in small Roman ones.
NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b")


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those that repeat at the edge of others."""
    found = [in_rows(page) for page in pages]
    steps = [above[0].bottom - below[0].bottom for rows in found for above, below in pairwise(rows)]
    step = median(steps) if steps else 0
    edges = [_edges(rows, step) for rows in found]
    seen = Counter(key for rows in edges for key in set(map(_key, rows)))
    kept: list[list[Line]] = []
    for page, rows, outer in zip(pages, found, edges, strict=True):
        # A page of one or two rows has no text between its edges, so it is judged by what other pages show.
        judged = rows if len(rows) < FEW else outer
        margin = {line.order for row in judged if seen[_key(row)] >= PAGES for line in row}
        kept.append([line for line in page if line.order not in margin])
    return kept


def _edges(rows: Sequence[Sequence[Line]], step: float) -> Sequence[Sequence[Line]]:
    """The outer rows at either edge that stand apart; none where there are too few rows to tell."""
    count = min(ROWS, len(rows) // FEW)
    upper, lower = _apart(rows, count, step), _apart(rows[::-1], count, step)
    return [*rows[:upper], *rows[len(rows) - lower :]]


def _apart(rows: Sequence[Sequence[Line]], count: int, step: float) -> int:
    """How many of the first `count` rows a gap parts from the text."""
    gaps = [abs(rows[number - 1][0].bottom - rows[number][0].bottom) for number in range(1, count + 1)]
    return max((number for number, gap in enumerate(gaps, 1) if gap > GAP_STEPS * step), default=0)


def _key(row: Sequence[Line]) -> tuple[str, int]:
    """What a row says apart from numbers, and how high it stands."""
    return NUMBER.sub("#", " ".join(line.text for line in row)).casefold(), round(row[0].bottom / HEIGHT)
