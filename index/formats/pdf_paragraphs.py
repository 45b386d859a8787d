"""Lines in reading order -> paragraphs: lines joined, words mended, notes put behind the paragraph they interrupt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.document import Place
from index.formats.article import Paragraph
from index.formats.hyphen import Joiner
from index.formats.pdf_lines import Line

#: Lines of one paragraph differ in height by at most so many times, and follow at so many times the usual distance.
SAME_HEIGHT, SAME_DISTANCE = 1.1, 1.3
#: A first line is drawn in, and a last one ends short, by at least so many times its height.
DRAWN_IN, SHORT = 0.6, 2.0
#: Notes are set at most this large beside the text.
NOTE_HEIGHT = 0.92
NOTE = re.compile(r"(?:\d{1,3}(?!\d)|[*†‡§¹²³⁴-⁹]+)[.)]?\s*[^\W\d_]")
#: A sign alone before a space, or a number or letter with a full stop or bracket.
BULLET = re.compile(r"(?:[^\w\s\"“‘'’”(\[«»$€£&<]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
ENDS = re.compile(r"[.!?…。！？؟।][\"'”’»›)\]]*$")
#: What ends a paragraph that does not fill its line, be it before a list or in a table of contents.
ENDS_SHORT = re.compile(ENDS.pattern + r"|[:;]$|(?:\. ?){4,}\S*$")


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is usual in a document, in points: the height of a line, and from one line of a paragraph to the next."""

    height: float
    distance: float


def paragraphs(flow: Sequence[Sequence[Line]], labels: Sequence[str]) -> Iterator[Paragraph]:
    """The paragraphs of a document's regions, in order. labels: what each page is called.

    A paragraph goes on over columns and pages; notes at the foot of those follow where it ends.
    """
    sizes = Sizes(typical_height(line for region in flow for line in region), _typical_distance(flow))
    join = Joiner(line.text for region in flow for line in region)
    opened: list[Line] = []
    notes: list[list[Line]] = []
    for region in flow:
        text, below = _without_notes(region, sizes)
        right = max((line.right for line in text), default=0)
        for part in _parts(text, right, sizes):
            if opened and not _goes_on(opened[-1], part[0], at_top=part[0] is text[0], sizes=sizes):
                yield _paragraph(opened, labels, join)
                yield from (_paragraph(note, labels, join) for note in notes)
                opened, notes = [], []
            opened += part
        notes += _each_note(below)
    yield from (_paragraph(part, labels, join) for part in ([opened] if opened else []) + notes)


def typical_height(lines: Iterable[Line]) -> float:
    """The height of most characters."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[line.height] += len(line.text)
    return heights.most_common(1)[0][0]


def _typical_distance(flow: Sequence[Sequence[Line]]) -> float:
    """From one line to the next, as a multiple of their height, where they are of one height."""
    steps = [
        (above.bottom - below.bottom) / above.height
        for region in flow
        for above, below in pairwise(region)
        if above.height == below.height and above.bottom > below.bottom
    ]
    return median(steps) if steps else 1.2


def _without_notes(region: Sequence[Line], sizes: Sizes) -> tuple[list[Line], list[Line]]:
    """The lines of a region, and apart from them those of the notes at its foot: small, the first with its mark."""
    start = len(region)
    while start and region[start - 1].height <= NOTE_HEIGHT * sizes.height:
        start -= 1
    while start < len(region) and not NOTE.match(region[start].text):
        start += 1
    return list(region[:start]), list(region[start:])


def _each_note(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if NOTE.match(line.text) or not found:
            found.append([])
        found[-1].append(line)
    return found


def _parts(lines: Sequence[Line], right: float, sizes: Sizes) -> Iterator[list[Line]]:
    """The lines of a region by paragraphs; `right` is where its lines end."""
    part: list[Line] = []
    for line in lines:
        if part and _begins(part, line, right, sizes):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _begins(part: Sequence[Line], line: Line, right: float, sizes: Sizes) -> bool:
    """Whether `line` begins a paragraph after the lines of `part`."""
    above = part[-1]
    if not _alike(above, line) or above.bottom - line.bottom > SAME_DISTANCE * sizes.distance * line.height:
        return True
    if BULLET.match(line.text):
        return True
    centred = abs(above.left + above.right - line.left - line.right) < line.height
    drawn_in = line.left - min(one.left for one in part[-2:]) > DRAWN_IN * line.height
    hangs = len(part) == 1 and BULLET.match(above.text)
    if drawn_in and not centred and not hangs:
        return True
    return above.right < right - SHORT * line.height and ENDS_SHORT.search(above.text) is not None


def _alike(one: Line, other: Line) -> bool:
    return 1 / SAME_HEIGHT <= one.height / other.height <= SAME_HEIGHT


def _goes_on(last: Line, line: Line, *, at_top: bool, sizes: Sizes) -> bool:
    """Whether a paragraph that ended a region goes on with `line`, the first of the next."""
    if not at_top or not _alike(last, line) or last.height < NOTE_HEIGHT * sizes.height:
        return False
    return not ENDS.search(last.text) and (not BULLET.match(line.text)) and last.height <= SAME_HEIGHT * sizes.height


def _paragraph(lines: Sequence[Line], labels: Sequence[str], join: Joiner) -> Paragraph:
    """The lines as one text, which knows on which page each part of it stands."""
    text = lines[0].text
    places = [Place(0, labels[lines[0].page])]
    for above, line in pairwise(lines):
        text = join(text, line.text)
        if line.page != above.page:
            start = len(text) - len(line.text)
            places.append(Place(text.rfind(" ", 0, start + 1) + 1, labels[line.page]))
    return Paragraph(text, tuple(places))
