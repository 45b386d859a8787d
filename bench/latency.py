"""What one warm question costs beside what embedding it costs, side by side in one run.

    python -m bench.latency [--f32]

With --f32 both models count as on a processor without bf16. The two are timed in turns, so that a busy machine slows
both alike; times are in milliseconds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from index.embed import Embedder, default_embedder, packaged_minilm
from index.minilm import MiniLM
from index.pieces import Pieces
from index.read import read_folder
from qa import Assistant
from qa.assistant import DEFAULT_DOSSIER
from qa.judge import Judge
from qa.reader import WEIGHTS, TrainedReader

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
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--f32", action="store_true", help="without the help of bf16")
    embedder, assistant = in_f32() if parser.parse_args().f32 else as_chosen()
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


def as_chosen() -> tuple[Embedder, Assistant]:
    """The models as the product chooses them for this processor."""
    return default_embedder(), Assistant.from_folder(DEFAULT_DOSSIER)


def in_f32() -> tuple[Embedder, Assistant]:
    """The same models in float32."""
    folder = packaged_minilm()
    embedder, reader = MiniLM(folder, "f32"), TrainedReader(Judge(folder, WEIGHTS, "f32"), Pieces(folder))
    return embedder, Assistant(read_folder(DEFAULT_DOSSIER).documents, embedder=embedder, reader=reader)


def timed(run: Callable[[], object]) -> float:
    """How long `run` takes, in milliseconds."""
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
