"""What running something takes: time by the clock, and of the processor in all threads of this process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from statistics import median, quantiles
from typing import Any, NamedTuple


class Spent(NamedTuple):
    """Seconds."""

    wall: float
    cpu: float


def spent(run: Callable[[], Any]) -> Spent:
    """What `run` takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return Spent(time.perf_counter() - wall, time.process_time() - cpu)


def spread(some: Iterable[Spent]) -> tuple[str, str, str]:
    """Of at least two: the median and the 95th percentile by the clock, and the median of the processor, in ms."""
    some = list(some)
    wall = [one.wall * 1000 for one in some]
    figures = (median(wall), quantiles(wall, n=20, method="inclusive")[-1], median(one.cpu * 1000 for one in some))
    return f"{figures[0]:.1f}", f"{figures[1]:.1f}", f"{figures[2]:.1f}"
