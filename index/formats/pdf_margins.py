"""Drops running headers and footers and page numbers: what stands at the edge of several pages, digits apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.formats.pdf_columns import in_rows
from index.formats.pdf_lines import Line

#: So many rows from either edge of a page's text may be its margin, if the page has three times as many.
ROWS = 2
#: What repeats stands at the same height within so many points, on at least so many pages.
HEIGHT, PAGES = 6, 2
#: Numbers of pages, in figures or in small Roman ones.
NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b")


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those that repeat at the edge of others."""
    found = [in_rows(page) for page in pages]
    # A page of one or two rows has no text between its edges, so it cannot show what a margin is.
    seen = Counter(key for rows in found for key in {_key(row) for row in _edges(rows, len(rows) // 3)})
    kept: list[list[Line]] = []
    for page, rows in zip(pages, found, strict=True):
        count = len(rows) // 3 or len(rows)
        margin = {line.order for row in _edges(rows, count) if seen[_key(row)] >= PAGES for line in row}
        kept.append([line for line in page if line.order not in margin])
    return kept


def _edges(rows: Sequence[Sequence[Line]], count: int) -> Sequence[Sequence[Line]]:
    """Up to `count` outer rows at either edge."""
    count = min(ROWS, count)
    return [*rows[:count], *rows[len(rows) - count :]]


def _key(row: Sequence[Line]) -> tuple[str, int]:
    """What a row says apart from numbers, and how high it stands."""
    return NUMBER.sub("#", " ".join(line.text for line in row)).casefold(), round(row[0].bottom / HEIGHT)
