"""A stored dossier of 1,000, 10,000 and 100,000 passages: time to open, memory, and how long searching and asking take.

    python -m bench.large build/large --passages 1000 10000 100000

What the dossiers hold is synthetic (bench/synthetic.py); each is made once, and measured in a process of its own that
has loaded both models before. Memory is what the process holds more than then, files mapped into memory included, and
all that it holds, what draws the questions counted. Times are p50, p95 and the p50 of CPU time, which waits for nobody.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.progress import track

from bench.report import table
from bench.spent import Spent, spent, spread
from bench.synthetic import OUTLETS, PASSAGES, Drawn, make
from index.dense import Rows
from index.embed import fingerprint_of
from index.index import Index
from index.opened import open_parts
from index.place import STORE
from index.schema import FORMAT
from qa import Assistant
from qa.assistant import DEFAULT_DOSSIER

SEARCHES, QUESTIONS = 100, 30
#: What we promise of a dossier of 100,000 passages, beside the models: seconds to open it, and megabytes it takes.
OPENED, MEMORY = 2.0, 600


HEADER = (
    "passages",
    "MB on disk",
    "to open, s",
    "memory beside the models, MB",
    "in all",
    *(f"{name}, ms{figure}" for name in ("search", "in a tenth of it", "ask") for figure in (" p50", " p95", " CPU")),
)


def part(folder: Path, sizes: Sequence[int]) -> str:
    """The table of dossiers of these sizes; those that `folder` lacks are made."""
    rows = []
    for many in sizes:
        store = folder / name_of(many)
        if not (store / STORE).exists():
            for _ in track(make(store, many), f"making {many:,}", total=many // PASSAGES // 500 + 1, transient=True):
                pass
        command = [sys.executable, "-m", "bench.large", str(folder), "--measure", str(store)]
        found = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()  # noqa: S603 - ours
        rows.append((f"{many:,}", *json.loads(found[-1])))
    promised = f"Promised at 100,000 passages: opened in {OPENED:.0f} s, at most {MEMORY} MB beside the models."
    about = f"Of drawn words and vectors; {SEARCHES} searches, {QUESTIONS} questions."
    return f"{about}\n\n{table(HEADER, rows)}\n\n{promised}"


def name_of(many: int) -> str:
    """What a dossier of that size is called; one that an older version made is not taken for it."""
    return f"{many}-{FORMAT}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--measure", type=Path, help="one dossier, in this process, as JSON")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measured(options.measure)))
        return
    print(part(options.folder, options.passages))


def measured(store: Path) -> list[str]:
    """The cells of the table for one dossier."""
    drawn = Drawn(seed=1)
    warm = Assistant.from_folder(DEFAULT_DOSSIER)
    warm.ask("why did relations deteriorate?")
    del warm
    gc.collect()
    before = resident()
    began = time.perf_counter()
    assistant = Assistant.open(store)
    opened = time.perf_counter() - began
    questions = [question(drawn, number) for number in range(QUESTIONS)]
    asking = [spent(partial(assistant.ask, one)) for one in questions]
    gc.collect()
    held = resident()
    searches, filtered = searching(store, drawn)
    size = sum(file.stat().st_size for file in store.rglob("*") if file.is_file())
    return [
        f"{size / 1e6:.0f}",
        f"{opened:.2f}",
        f"{(held - before) / 1e6:.0f}",
        f"{held / 1e6:.0f}",
        *(figure for times in (searches, filtered, asking) for figure in spread(times)),
    ]


def searching(store: Path, drawn: Drawn) -> tuple[list[Spent], list[Spent]]:
    """What searches take in all of the dossier, and in the articles of every tenth outlet."""
    index = Index(open_parts(store, fingerprint_of(None)))
    vectors, asked = drawn.vectors(SEARCHES), [drawn.words(4) for _ in range(SEARCHES)]
    kept = {f"Outlet {number}" for number in range(0, OUTLETS, 10)}

    def times(allowed: Rows | None) -> list[Spent]:
        return [spent(partial(index.search, vectors[n], asked[n], 10, allowed)) for n in range(SEARCHES)]

    return times(None), times(index.rows(lambda document: document.outlet in kept))


def question(drawn: Drawn, number: int) -> str:
    """A question in words of the dossier, a third of them about what somebody says."""
    one, other, third = [word for word in drawn.words(60) if len(word) > 4][:3]
    speaker = drawn.speakers[int(drawn.chance.integers(len(drawn.speakers)))].name
    forms = (f"Why did {one} {other} the {third}?", f"What did {speaker} say about {one}?", f"When was {one} {other}?")
    return forms[number % len(forms)]


def resident() -> int:
    """The memory that this process has in use, in bytes (Linux)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


if __name__ == "__main__":
    main()
