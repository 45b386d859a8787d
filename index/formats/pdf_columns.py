"""The lines of a page -> regions in reading order: a column after the other, parted by what runs across them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.formats.pdf_lines import MARKS, Line

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
    whole = in_rows(lines)
    gutter = _gutter(lines, whole)
    if gutter is None:
        return [[_joined(row) for row in whole]] if lines else []
    found: list[list[Line]] = []
    for stretch in _stretches(whole, gutter):
        before = [line for line in stretch if line.right <= gutter]
        behind = [line for line in stretch if line.left >= gutter]
        across = len(before) + len(behind) < len(stretch)
        if across or 0 < min(len(before), len(behind)) < LINES_BESIDE:
            found.append([_joined(row) for row in in_rows(stretch)])
        else:
            found += regions(before) + regions(behind)
    return found


def _stretches(rows: Sequence[Sequence[Line]], x: float) -> list[list[Line]]:
    """The lines of these rows from top to bottom, parted wherever lines that run across `x` begin or end."""
    crossing = groupby(rows, lambda row: any(line.left < x < line.right for line in row))
    return [[line for row in stretch for line in row] for _, stretch in crossing]


def in_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines by rows from top to bottom, in each by where they begin."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-(line.top + line.bottom), line.order)):
        if found:
            last = found[-1][0]
            overlap = min(last.top, line.top) - max(last.bottom, line.bottom)
            if overlap > SAME_ROW * min(last.top - last.bottom, line.top - line.bottom):
                found[-1].append(line)
                continue
        found.append([line])
    return [sorted(row, key=lambda line: line.left) for row in found]


def _joined(row: Sequence[Line]) -> Line:
    """A row as one line. The raised number of a note that the file draws apart, somewhere above the row, is dropped."""
    longest = max(row, key=lambda line: len(line.text))
    parts = [line for line in row if not _is_mark_above(line, row)]
    return replace(
        longest,
        text=" ".join(line.text for line in parts),
        left=min(line.left for line in row),
        right=max(line.right for line in row),
    )


def _is_mark_above(mark: Line, row: Sequence[Line]) -> bool:
    return set(mark.text) <= MARKS and any(
        line.left < mark.left and mark.right < line.right and line.bottom < mark.bottom and mark.height < line.height
        for line in row
    )


def _gutter(lines: Sequence[Line], rows: Sequence[Sequence[Line]]) -> float | None:
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
    beside, best = max(((_beside(rows, x), x) for x in middles), default=(0, 0.0))
    return best if beside >= LINES_BESIDE else None


def _beside(rows: Sequence[Sequence[Line]], x: float) -> int:
    """How many lines stand on either side of `x`, on the emptier one, where that is most between those across it."""
    found = _stretches(rows, x)
    return max(min(sum(one.right <= x for one in run), sum(one.left >= x for one in run)) for run in found)
