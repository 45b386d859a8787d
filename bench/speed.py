"""Everything the README says about speed, measured in one run, as one Markdown report.

    python -m bench.speed --eval ../shared/eval --texts ../shared/eval /path/to/more --out docs/speed.md
    python -m bench.speed --small --out build/speed.md          tries all of it on little, in a minute or two

The parts are measured in turn and the report is written anew after each. `make bench` installs the peer before.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import encoding, indexing, large, latency, recall, startup
from bench.report import Parts, measure
from bench.texts import passages
from index.place import SETTING
from qa.assistant import DEFAULT_DOSSIER

#: Passages that are indexed, rounds of encoding, of starting and of questions, sizes of dossiers, and vectors: all, and
#: with --small.
AMOUNTS = (2_000, 3, 5, latency.ROUNDS, (1_000, 10_000, 100_000), 100_000)
SMALL = (60, 1, 1, 2, (1_000,), 5_000)
#: The stored dossier of the five articles, which lies beside the large ones.
STORED = "seeds"


def parts(options: argparse.Namespace) -> Parts:
    """The parts of the report by the name that --only knows them by."""
    many, encodings, starts, rounds, sizes, vectors = SMALL if options.small else AMOUNTS
    return {
        "encoding": ("Encoding", lambda: encoding.part(passages(options.eval, many), encodings)),
        "indexing": ("From passages to an index", lambda: indexing.part(passages(options.eval, many))),
        "question": ("A question to the five articles", lambda: latency.part(rounds)),
        "f32": ("The same without bf16", lambda: latency.part(rounds, f32=True)),
        "sizes": ("Dossiers on disk", lambda: large.part(options.large, sizes)),
        "start": ("From the shell to the answer", lambda: starting(options.large, sizes, starts)),
        "recall": ("Indexes of vectors", lambda: recall.part(vectors, options.texts or [options.eval])),
    }


def starting(folder: Path, sizes: Sequence[int], rounds: int) -> str:
    """The table of starts: of the five articles stored, too, and of the largest dossier that the part before made."""
    os.environ[SETTING] = str(folder.resolve())
    command = [sys.executable, "-m", "qa", "add", str(DEFAULT_DOSSIER), "--dossier", STORED]
    subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - ours
    stored = [STORED, *(name for name in map(large.name_of, sizes[-1:]) if (folder / name).is_dir())]
    return startup.part([f"--dossier {name}" for name in stored], rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder of the public sets")
    parser.add_argument("--texts", type=Path, nargs="+", help="files and folders of real texts (default: --eval)")
    parser.add_argument("--large", type=Path, default=Path("build/large"), help="where large dossiers are made, once")
    parser.add_argument("--only", nargs="+", metavar="PART", help="measure these parts alone")
    parser.add_argument("--small", action="store_true", help="little of everything, to see that it runs")
    parser.add_argument("--out", type=Path, default=Path("docs/speed.md"))
    options = parser.parse_args()
    measure("Speed", "bench.speed", parts(options), options.only, options.out)


if __name__ == "__main__":
    main()
