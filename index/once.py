"""A function without arguments that is called once, also where several threads ask for its result."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

Result = TypeVar("Result")


def once(function: Callable[[], Result]) -> Callable[[], Result]:
    """`function`, called at the first call; who calls meanwhile waits for its result. What it raises is not kept."""
    kept, lock = cache(function), Lock()

    @wraps(function)
    def called() -> Result:
        with lock:
            return kept()

    return called
