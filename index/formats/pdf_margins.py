"""Drops running headers and footers and page numbers: what stands at the edge of several pages, digits apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.formats.pdf_columns import in_rows
from index.formats.pdf_lines import Line

#: So many rows from the upper and from the lower edge of a page's text may be its margin.
ROWS = 2
#: What repeats stands at the same height within so many points, on at least so many pages.
HEIGHT, PAGES = 6, 2
#: Numbers of pages, in figures or in small Roman ones.
NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b")


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without those that repeat at the edge of others."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page in edges for key in set(page.values()))
    kept: list[list[Line]] = []
    for page, keys in zip(pages, edges, strict=True):
        kept.append([line for line in page if line.order not in keys or seen[keys[line.order]] < PAGES])
    return kept


def _edges(page: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """For the lines in the outer rows, by their order: what they say apart from numbers, and how high they stand."""
    found = in_rows(page)
    outer = found[:ROWS] + found[-ROWS:]
    keys: dict[int, tuple[str, int]] = {}
    for row in outer:
        said = NUMBER.sub("#", " ".join(line.text for line in row)).casefold()
        for line in row:
            keys[line.order] = (said, round(line.bottom / HEIGHT))
    return keys
