"""How often a passage that answers is among the first found: what the readers cannot be shown, they cannot quote.

python -m bench.retrieval build/lessons/test/dossiers.jsonl ...     files that bench/lessons.py wrote
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import mean

from bench.lessons import FOUND, kept
from bench.report import table

DEPTHS = (1, 3, 5, FOUND)


def part(files: list[Path]) -> str:
    """Recall at each of DEPTHS, of the questions that something answers."""
    body: list[tuple[str | float, ...]] = []
    for file in files:
        asked = [one for one in kept(file) if any(text.right for text in one.texts)]
        ranks = [next(place for place, text in enumerate(one.texts) if text.right) for one in asked]
        body.append((file.stem, len(asked), *(mean(rank < depth for rank in ranks) for depth in DEPTHS)))
    return table(("questions", "answerable", *(f"among {depth}" for depth in DEPTHS)), body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    print(part(parser.parse_args().files))
