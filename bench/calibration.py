"""Whether Answer.confidence means what it says: of answers given with 0.8, eight of ten should be to questions that
the dossier answers. Each question is asked with the documents that answer it and without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from bench.asked import is_marked
from bench.report import table
from bench.scored import Sets

BINS = 10
#: Side of the drawing's square, and the margins left of it and below it, in pixels.
SIDE, MARGIN = 300, 45
ABOUT = """\
Each question is asked with its gold passages in the dossier and with them left out. Of the answers with a confidence in
the range, *mean* is the mean confidence and *right* the share to questions whose passages were in. A passage left out
may have a neighbour that answers too, so that this truth is a little noisy."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers with a confidence in [low, high): how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def bins(judged: Sequence[tuple[float, bool]], number: int = BINS) -> list[Bin]:
    """Pairs of a confidence and whether it was right, in equal-width bins over [0, 1] in order, the empty ones too.

    A confidence of 1 falls in the last.
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(number)]
    for confidence, right in judged:
        held[min(int(confidence * number), number - 1)].append((confidence, right))
    return [
        Bin(
            place / number,
            (place + 1) / number,
            len(those),
            mean(confidence for confidence, _ in those) if those else 0.0,
            mean(float(right) for _, right in those) if those else 0.0,
        )
        for place, those in enumerate(held)
    ]


def calibration_error(held: Sequence[Bin]) -> float:
    """Expected calibration error in [0, 1]: the bins' |mean confidence - share right|, weighted by their counts."""
    total = sum(one.count for one in held)
    return sum(one.count * abs(one.confidence - one.right) for one in held) / total if total else 0.0


def confidences(sets: Sets, name: str) -> list[tuple[float, bool]]:
    """Answer.confidence of each question with marked evidence, its gold left in and left out, and whether it was in."""
    return [(asked.confidence, not asked.left_out) for asked in sets.asked(name) if is_marked(asked.item)]


def drawing(held: Sequence[Bin]) -> str:
    """A reliability diagram as SVG: a bar a bin as high as the share right; the diagonal is perfect calibration."""
    bars = "".join(
        f'<rect x="{MARGIN + one.low * SIDE + 1:.0f}" y="{SIDE * (1 - one.right) + 10:.0f}" '
        f'width="{(one.high - one.low) * SIDE - 2:.0f}" height="{SIDE * one.right:.0f}" fill="#4a7ab5">'
        f"<title>{one.count} answers, confidence {one.confidence:.2f}, right {one.right:.2f}</title></rect>"
        for one in held
        if one.count
    )
    ticks = "".join(
        f'<text x="{MARGIN + at * SIDE:.0f}" y="{SIDE + 26}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{MARGIN - 6}" y="{SIDE * (1 - at) + 14:.0f}" text-anchor="end">{at:.1f}</text>'
        for at in (0.0, 0.5, 1.0)
    )
    width, height = SIDE + MARGIN + 15, SIDE + MARGIN + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="12" role="img" aria-label="Reliability diagram">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{bars}'
        f'<rect x="{MARGIN}" y="10" width="{SIDE}" height="{SIDE}" fill="none" stroke="#444"/>'
        f'<path d="M{MARGIN} {SIDE + 10}L{MARGIN + SIDE} 10" stroke="#111" stroke-width="2" stroke-dasharray="4"/>'
        f"{ticks}"
        f'<text x="{MARGIN + SIDE / 2:.0f}" y="{SIDE + 44}" text-anchor="middle">confidence</text>'
        f'<text transform="translate(14 {SIDE / 2 + 10:.0f}) rotate(-90)" text-anchor="middle">the dossier holds the '
        "answer</text></svg>\n"
    )


def part(sets: Sets, names: Sequence[str], picture: Path) -> str:
    """The sets' tables, and one of all together, which is also drawn into `picture`, an SVG file.

    Raises NotRun where no set, or no scorer, is there.
    """
    found = {name: confidences(sets, name) for name in sets.present(names)}
    together = [pair for pairs in found.values() for pair in pairs]
    of_set = {name: bins(pairs) for name, pairs in (found | {"together": together}).items()}
    picture.write_text(drawing(of_set["together"]), encoding="utf-8")
    errors = [(name, sum(one.count for one in held), calibration_error(held)) for name, held in of_set.items()]
    rows = [
        (f"{row[0].low:.1f} to {row[0].high:.1f}", *(value for one in row for value in figures(one)))
        for row in zip(*of_set.values(), strict=True)
    ]
    header = ("confidence", *(f"{name}: {figure}" for name in of_set for figure in ("number", "mean", "right")))
    parts = (
        ABOUT,
        table(("set", "asked", "expected calibration error"), errors),
        table(header, rows),
        f"![Reliability diagram of the sets together]({picture.name})",
    )
    return "\n\n".join(parts)


def figures(one: Bin) -> tuple[int, float | None, float | None]:
    return (one.count, one.confidence, one.right) if one.count else (0, None, None)
