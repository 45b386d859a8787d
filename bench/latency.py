"""What one warm question costs beside what embedding it costs, side by side in one run.

    python -m bench.latency

The two are timed in turns, so that a busy machine slows both alike; times are in milliseconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from index.embed import default_embedder
from qa import Assistant
from qa.assistant import DEFAULT_DOSSIER

QUESTIONS = (
    "why did relations deteriorate?",
    "Who is Andrei Kelin?",
    "What did Stoltenberg say about sanctions?",
    "How do NATO and Russia each explain the military build-up?",
    "When will the US presidential election be held?",
    "What is the capital of France?",
    "wat did stoltenburg say abuot the counsil",
)
ROUNDS = 40
#: What we promise of the median: one warm ask() takes at most so many ms on two idle cores.
PROMISED = 400


def main() -> None:
    embedder = default_embedder()
    assistant = Assistant.from_folder(DEFAULT_DOSSIER)
    for question in QUESTIONS:
        assistant.ask(question)
    embedding: list[float] = []
    asking: list[float] = []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            embedding.append(timed(partial(embedder.embed, [question])))
            asking.append(timed(partial(assistant.ask, question)))
    print(f"{len(assistant.documents)} articles, {len(QUESTIONS)} questions, {ROUNDS} rounds, ms\n")
    print("| | median | p95 |\n|---|---|---|")
    for name, times in (("embed the question", embedding), ("ask()", asking)):
        print(f"| {name} | {median(times):.1f} | {quantiles(times, n=20)[-1]:.1f} |")
    print(f"\none ask() takes {median(asking):.0f} ms; promised on two idle cores: at most {PROMISED}")


def timed(run: Callable[[], object]) -> float:
    """How long `run` takes, in milliseconds."""
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
