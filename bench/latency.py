"""What one warm question costs beside what embedding it costs, side by side in one run.

    python -m bench.latency [--f32]

With --f32 both models count as on a processor without bf16. The two are timed in turns, so that a busy machine slows
both alike; times are in milliseconds.
"""

from __future__ import annotations

import argparse
from functools import partial
from statistics import median

from bench.report import table
from bench.spent import Spent, spent, spread
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


def part(rounds: int = ROUNDS, *, f32: bool = False) -> str:
    """The table, and the median beside what is promised."""
    embedder, assistant = in_f32() if f32 else as_chosen()
    for question in QUESTIONS:
        assistant.ask(question)
    embedding: list[Spent] = []
    asking: list[Spent] = []
    for _ in range(rounds):
        for question in QUESTIONS:
            embedding.append(spent(partial(embedder.embed, [question])))
            asking.append(spent(partial(assistant.ask, question)))
    about = f"{len(assistant.documents)} articles, {len(QUESTIONS)} questions, {rounds} rounds, ms."
    rows = [(name, *spread(times)) for name, times in (("embed the question", embedding), ("ask()", asking))]
    wall = median(one.wall for one in asking) * 1000
    promised = f"One ask() takes {wall:.0f} ms; promised on two idle cores: at most {PROMISED}."
    return f"{about}\n\n{table(('', 'p50', 'p95', 'CPU'), rows)}\n\n{promised}"


def as_chosen() -> tuple[Embedder, Assistant]:
    """The models as the product chooses them for this processor."""
    return default_embedder(), Assistant.from_folder(DEFAULT_DOSSIER)


def in_f32() -> tuple[Embedder, Assistant]:
    """The same models in float32."""
    folder = packaged_minilm()
    embedder, reader = MiniLM(folder, "f32"), TrainedReader(Judge(folder, WEIGHTS, "f32"), Pieces(folder))
    return embedder, Assistant(read_folder(DEFAULT_DOSSIER).documents, embedder=embedder, reader=reader)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--f32", action="store_true", help="without the help of bf16")
    print(part(f32=parser.parse_args().f32))


if __name__ == "__main__":
    main()
