"""A loader runs once, however many threads ask, and again after it failed."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.once import once


def test_threads_get_one_result() -> None:
    calls: list[int] = []

    @once
    def load() -> object:
        calls.append(1)
        time.sleep(0.05)
        return object()

    with ThreadPoolExecutor(8) as pool:
        results = {id(one) for one in [future.result() for future in [pool.submit(load) for _ in range(8)]]}
    assert (len(results), len(calls)) == (1, 1)


def test_what_is_raised_is_not_kept() -> None:
    answers = iter([ValueError("not yet"), "there"])

    @once
    def load() -> str:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return str(answer)

    with pytest.raises(ValueError, match="not yet"):
        load()
    assert load() == load() == "there"
