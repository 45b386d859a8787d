"""How long the stages of ask() take, measured from outside: the functions that it calls are wrapped while it runs."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

#: What each stage is called, and the function that does it, under the name by which ask() finds it.
STAGES: Mapping[str, str] = {
    "understand the question": "qa.assistant.prepared",
    "embed the question": "index.minilm.MiniLM.embed",
    "search": "index.index.Index.search",
    "read: the readers": "qa.reader.TrainedReader.read",
    "read: the rest": "qa.assistant.read",
    "confidence": "qa.assistant.confidence",
    "choose": "qa.assistant.choose",
    "word": "qa.assistant.worded",
    "reason for declining": "qa.assistant.not_held",
}


class Clock:
    """The time in ms that each stage has taken itself since `own` was last cleared; a stage within it has its own."""

    def __init__(self) -> None:
        self.own: dict[str, float] = defaultdict(float)
        self._within = [0.0]

    def wrapped(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, with its time counted for `stage`."""

        def timed(*arguments: Any, **options: Any) -> Any:
            self._within.append(0.0)
            began = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                took = (time.perf_counter() - began) * 1000
                self.own[stage] += took - self._within.pop()
                self._within[-1] += took

        return timed


@contextmanager
def clocked(stages: Mapping[str, str] = STAGES) -> Iterator[Clock]:
    """A Clock of every call of the stages' functions."""
    clock = Clock()
    with ExitStack() as stack:
        for stage, target in stages.items():
            stack.enter_context(patch(target, clock.wrapped(stage, resolve_name(target))))
        yield clock
