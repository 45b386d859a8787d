"""What speakers cost at indexing: the same articles indexed without them and with them, in turns.

    python -m bench.speaking --rounds 7

An index is built from parsing to vectors, as the product does it; without speakers nothing listens to the parse. The
best of several rounds counts for each, by the process's CPU time and by the clock, so that other work on the machine
weighs little. Promised: at most PROMISED times what it costs without.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from spacy.tokens import Doc

from bench.report import table
from index.cue import Cues
from index.embed import default_embedder
from index.index import Index
from index.read import read_folder
from index.speech import Telling
from qa.assistant import DEFAULT_DOSSIER

PROMISED = 2


class Silence:
    """Stands where Speech does and hears nothing."""

    def __init__(self, _text: str, _places: Sequence[tuple[int, int]], _known: Cues | None = None) -> None:
        self.tellings: list[Telling] = []

    def hear(self, paragraph: Doc, offset: int) -> None:
        """Nothing."""

    def speakers(self, sentences: Sequence[tuple[int, int]]) -> list[None]:
        """Of each sentence nobody."""
        return [None] * len(sentences)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT_DOSSIER, help="articles; the five by default")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    documents, embedder = read_folder(options.folder).documents, default_embedder()
    Index.of(documents, embedder)
    ways = ("without speakers", "with speakers")
    best = dict.fromkeys(ways, (float("inf"), float("inf")))
    for _ in range(options.rounds):
        for way in ways:
            with patch("index.sentence.Speech", Silence) if way == ways[0] else nullcontext():
                began, cpu = time.perf_counter(), time.process_time()
                Index.of(documents, embedder)
                took = time.process_time() - cpu, time.perf_counter() - began
            best[way] = min(best[way][0], took[0]), min(best[way][1], took[1])
    off, on = best[ways[0]], best[ways[1]]
    rows = [(way, *(f"{seconds * 1000:,.0f}" for seconds in best[way])) for way in ways]
    print(table(("indexing", "CPU ms", "ms by the clock"), rows))
    print(f"\n{on[0] / off[0]:.2f} times by CPU time, {on[1] / off[1]:.2f} by the clock; promised: at most {PROMISED}")


if __name__ == "__main__":
    main()
