"""What each stage of one warm ask() takes; see clock.py for the list of stages."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles

import torch

from bench.asked import REST, WHOLE
from bench.clock import STAGES
from bench.report import table
from bench.scored import Sets

#: The first questions of a set only warm up.
WARMING = 10


def part(sets: Sets, names: Sequence[str]) -> str:
    """One table with columns for each set. Raises NotRun where no set, or no scorer, is there."""
    times = {
        name: [one.times for one in sets.asked(name) if not one.left_out][WARMING:] for name in sets.present(names)
    }
    counts = ", ".join(
        f"{len(times[name])} of {name} ({len(sets.assistant(name).documents):,} documents)" for name in times
    )
    about = (
        f"Of one warm `ask()` at a time, on {torch.get_num_threads()} threads: {counts}. p50 and p95 in ms, over "
        "the questions that the stage ran for; what runs inside another stage counts for itself alone."
    )
    rows = [
        (stage, *(value for asked in times.values() for value in spread(asked, stage)))
        for stage in (*STAGES, REST, WHOLE)
    ]
    return f"{about}\n\n{table(('stage', *(f'{name} {figure}' for name in times for figure in ('p50', 'p95'))), rows)}"


def spread(asked: Sequence[dict[str, float]], stage: str) -> tuple[str | None, str | None]:
    """p50 and p95 in ms over the questions that the stage ran for; None where it ran for fewer than two."""
    ran = [times[stage] for times in asked if stage in times]
    if len(ran) < 2:
        return None, None
    return f"{median(ran):.1f}", f"{quantiles(ran, n=20, method='inclusive')[-1]:.1f}"
