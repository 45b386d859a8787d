"""The lines of a page -> regions in reading order: a column after the other, parted by what runs across them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.formats.pdf_lines import Line

#: A gutter is at least so many points wide, and stands in the middle part of the page.
GUTTER = 7
MIDDLE = (0.15, 0.85)
#: At least so many lines stand on either side of it with none across it between them: the white between the words of
#: justified lines is as wide, but never runs down so far.
LINES_BESIDE = 4
#: Parts of one line overlap by at least this share of the lower one's height.
SAME_ROW = 0.5


def regions(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in reading order, in regions of whole lines that are one column wide; none is empty."""
    gutter = _gutter(lines)
    if gutter is None:
        return [rows(lines)] if lines else []
    found: list[list[Line]] = []
    for stretch in _stretches(lines, gutter):
        before = [line for line in stretch if line.right <= gutter]
        behind = [line for line in stretch if line.left >= gutter]
        across = len(before) + len(behind) < len(stretch)
        if across or 0 < min(len(before), len(behind)) < LINES_BESIDE:
            found.append(rows(stretch))
        else:
            found += regions(before) + regions(behind)
    return found


def _stretches(lines: Sequence[Line], x: float) -> list[list[Line]]:
    """The lines from top to bottom, parted wherever lines that run across `x` begin or end."""
    crossing = groupby(in_rows(lines), lambda row: any(line.left < x < line.right for line in row))
    return [[line for row in stretch for line in row] for _, stretch in crossing]


def rows(lines: Sequence[Line]) -> list[Line]:
    """Whole lines from top to bottom: parts that stand beside each other are one, joined in the file's order."""
    return [_joined(row) for row in in_rows(lines)]


def in_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines by rows from top to bottom, in each by the file's order."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-(line.top + line.bottom), line.order)):
        if found:
            last = found[-1][0]
            overlap = min(last.top, line.top) - max(last.bottom, line.bottom)
            if overlap > SAME_ROW * min(last.height, line.height):
                found[-1].append(line)
                continue
        found.append([line])
    return [sorted(row, key=lambda line: line.order) for row in found]


def _joined(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    longest = max(row, key=lambda line: len(line.text))
    return replace(
        longest,
        text=" ".join(line.text for line in row),
        left=min(line.left for line in row),
        right=max(line.right for line in row),
    )


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a white strip parts two columns that stand beside each other; None where none does."""
    if len(lines) < 2 * LINES_BESIDE:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    points = range(int(left + MIDDLE[0] * (right - left)), int(left + MIDDLE[1] * (right - left)) + 1)
    starts, ends = sorted(line.left for line in lines), sorted(line.right for line in lines)
    across = [bisect_left(starts, x) - bisect_right(ends, x) for x in points]
    fewest = min(across)
    strips = [list(strip) for clear, strip in groupby(points, lambda x: across[x - points.start] == fewest) if clear]
    middles = [(strip[0] + strip[-1]) / 2 for strip in strips if len(strip) >= GUTTER]
    best = max(middles, key=lambda x: _beside(lines, x), default=None)
    return best if best is not None and _beside(lines, best) >= LINES_BESIDE else None


def _beside(lines: Sequence[Line], x: float) -> int:
    """How many lines stand on either side of `x`, on the emptier one, where that is most between those across it."""
    found = (
        (sum(line.right <= x for line in run), sum(line.left >= x for line in run)) for run in _stretches(lines, x)
    )
    return max(map(min, found), default=0)
