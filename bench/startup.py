"""From the shell to the answer: what `python -m qa` takes as a process of its own, beside what plain imports take.

    python -m bench.startup
    python -m bench.startup --ask="--dossier NAME"       asked of a stored dossier too

All are started in turn, so that a busy machine slows all alike; the best of the rounds counts. CPU seconds are of the
whole process, all threads.
"""

from __future__ import annotations

import argparse
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence

from bench.report import table
from bench.spent import Spent
from qa.assistant import DEFAULT_DOSSIER

QUESTION = "Who is Andrei Kelin?"
IMPORTS = "import faiss, bm25s, spacy, sentence_transformers"
#: What we promise of an answer from a stored dossier, in seconds on two idle cores.
PROMISED = 3


def started(command: list[str]) -> Spent:
    """What a process takes that is run to its end. Raises RuntimeError where it ends with an error."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, cwd=DEFAULT_DOSSIER.parent, check=False)  # noqa: S603
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:  # 1 is an answer too: declined
        raise RuntimeError(f"{shlex.join(command)} failed: {done.stderr[-300:]}")
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def part(asks: Sequence[str], rounds: int) -> str:
    """The table; asks: further options of `python -m qa ask` to time."""
    product = [sys.executable, "-m", "qa"]
    commands = {
        "plain imports alone": [sys.executable, "-c", IMPORTS],
        "--help": [*product, "--help"],
        "ask the five articles, read anew": [*product, "ask", QUESTION],
    }
    commands |= {f"ask {one}": [*product, "ask", *shlex.split(one), QUESTION] for one in asks}
    taken: dict[str, list[Spent]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(started(command))
    about = f"Best of {rounds} rounds, seconds; promised of a stored dossier on two idle cores: {PROMISED}."
    rows = [(name, *(f"{min(figures):.2f}" for figures in zip(*times, strict=True))) for name, times in taken.items()]
    return f"{about}\n\n{table(('', 'shell to answer', 'CPU'), rows)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ask", action="append", default=[], help="further options of `python -m qa ask` to time")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(part(options.ask, options.rounds))


if __name__ == "__main__":
    main()
