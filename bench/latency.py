"""What one warm question costs beside what embedding it costs, side by side in one run.

    python -m bench.latency [--f32]

With --f32 all models count as on a processor without bf16. The two are timed in turns, so that a busy machine slows
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
from index.read import read_folder
from qa import Assistant
from qa.assistant import DEFAULT_DOSSIER
from qa.base import strong_base
from qa.reader import QUICK, STRONG, Readers, quick_reader, strong_reader

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
#: What we promise of the median: one warm ask() takes at most so many ms on two idle cores, by what reads.
PROMISED = {"quick": 300, "quick and strong": 700}


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
    asked = f"{len(assistant.documents)} articles, {len(QUESTIONS)} questions, {rounds} rounds"
    about = f"Read by {assistant.readers}: {asked}, ms."
    rows = [(name, *spread(times)) for name, times in (("embed the question", embedding), ("ask()", asking))]
    wall = median(one.wall for one in asking) * 1000
    promised = f"One ask() takes {wall:.0f} ms; promised on two idle cores: at most {PROMISED[assistant.readers]}."
    return f"{about}\n\n{table(('', 'p50', 'p95', 'CPU'), rows)}\n\n{promised}"


def as_chosen() -> tuple[Embedder, Assistant]:
    """The models as the product chooses them for this processor."""
    return default_embedder(), Assistant.from_folder(DEFAULT_DOSSIER)


def in_f32() -> tuple[Embedder, Assistant]:
    """The same models in float32."""
    folder = packaged_minilm()
    embedder, base = MiniLM(folder, "f32"), strong_base()
    readers = Readers(quick_reader(QUICK, "f32"), strong_reader(STRONG, base, "f32") if base else None)
    return embedder, Assistant(read_folder(DEFAULT_DOSSIER).documents, embedder=embedder, readers=readers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--f32", action="store_true", help="without the help of bf16")
    print(part(f32=parser.parse_args().f32))


if __name__ == "__main__":
    main()
