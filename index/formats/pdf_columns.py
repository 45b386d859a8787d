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
#: At least so many lines stand on either side of it, and at most this share of all runs across it.
LINES_BESIDE, ACROSS_SHARE = 4, 0.4
#: Parts of one line overlap by at least this share of the lower one's height.
SAME_ROW = 0.5


def regions(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in reading order, in regions of whole lines that are one column wide; none is empty."""
    gutter = _gutter(lines)
    if gutter is None:
        merged = rows(lines)
        return [merged] if merged else []
    found: list[list[Line]] = []
    before: list[Line] = []
    behind: list[Line] = []
    across: list[Line] = []
    for row in in_rows(lines):
        crossing = [line for line in row if line.left < gutter < line.right]
        if crossing:
            found += regions(before) + regions(behind)
            before, behind = [], []
            across += row
            continue
        if across:
            found.append(rows(across))
            across = []
        before += [line for line in row if line.right <= gutter]
        behind += [line for line in row if line.left >= gutter]
    return found + regions(before) + regions(behind) + ([rows(across)] if across else [])


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
    if fewest > ACROSS_SHARE * len(lines):
        return None
    strips = [list(strip) for clear, strip in groupby(points, lambda x: across[x - points.start] == fewest) if clear]
    middles = [(strip[0] + strip[-1]) / 2 for strip in strips if len(strip) >= GUTTER]
    best = max(middles, key=lambda x: _beside(lines, x), default=None)
    return best if best is not None and _beside(lines, best) >= LINES_BESIDE else None


def _beside(lines: Sequence[Line], x: float) -> int:
    """How many lines stand on either side of `x` at heights at which the other side has some; of the emptier side."""
    before = [line for line in lines if line.right <= x]
    behind = [line for line in lines if line.left >= x]
    if not before or not behind:
        return 0
    low = max(min(line.bottom for line in before), min(line.bottom for line in behind))
    high = min(max(line.top for line in before), max(line.top for line in behind))
    return min(sum(low <= line.bottom and line.top <= high for line in side) for side in (before, behind))
