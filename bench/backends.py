"""The quick reader's scores with everything that may run it on somebody's machine: the same wherever it is chosen.

    python -m bench.backends --eval ../shared/eval

On OpenVINO in bf16 and in f32, and in torch; of the public sets only xquad, which is indexed anew for each.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from bench.report import table
from bench.scored import Sets
from index.embed import Embedder, SentenceModel, packaged_minilm
from index.minilm import MiniLM
from index.pieces import Pieces
from qa import Assistant
from qa.assistant import DEFAULT_DOSSIER
from qa.reader import QUICK, Readers, TrainedReader, in_torch, quick_reader

#: Questions of each label of a set, at most.
SAMPLE = 60
SETS, SEEDS = ("xquad",), "seeds"
#: Times, and counts that are the same for all.
LEFT_OUT = frozenset({"documents", "questions", "index_s", "mean_ask_ms", "median_ms"})


def on_openvino(precision: str) -> tuple[Embedder, Readers]:
    """Both models in this precision."""
    return MiniLM(packaged_minilm(), precision), Readers(quick_reader(QUICK, precision))


def on_torch() -> tuple[Embedder, Readers]:
    """Both models as they run where OpenVINO cannot."""
    folder = packaged_minilm()
    return SentenceModel(str(folder)), Readers(TrainedReader(in_torch(folder, QUICK), Pieces(folder)))


BACKENDS: Mapping[str, Callable[[], tuple[Embedder, Readers]]] = {
    "OpenVINO, bf16": lambda: on_openvino("bf16"),
    "OpenVINO, f32": lambda: on_openvino("f32"),
    "torch": on_torch,
}


def part(sets: Sets, questions: Path) -> str:
    """A table a set, with a column for each backend. Raises NotRun where no set, or no scorer, is there."""
    found = sets.present(SETS)
    scores: dict[str, dict[str, dict[str, float]]] = {name: {} for name in (SEEDS, *found)}
    for backend, load in BACKENDS.items():
        embedder, readers = load()
        with (
            patch("qa.assistant.default_embedder", return_value=embedder),
            patch("qa.assistant.default_readers", return_value=readers),
        ):
            scores[SEEDS][backend], _ = sets.seeds(questions, Assistant.from_folder(DEFAULT_DOSSIER).ask)
            for name in found:
                scores[name][backend] = sets.scorer("score_sets").score(name, sets.folder / name, sets.limit)
    about = f"The same questions with each, at most {sets.limit} of a label. bf16 is used where the processor has it."
    return "\n\n".join((about, *(beside(name, columns) for name, columns in scores.items())))


def beside(name: str, columns: Mapping[str, Mapping[str, float]]) -> str:
    """The table of a set: a row for each figure, a column for each backend."""
    figures: Sequence[str] = [figure for figure in next(iter(columns.values())) if figure not in LEFT_OUT]
    return table((name, *columns), [(one, *(f"{column[one]:.3f}" for column in columns.values())) for one in figures])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder of the sets and scorers")
    parser.add_argument("--limit", type=int, default=SAMPLE, help="questions of each label, at most")
    options = parser.parse_args()
    print(part(Sets(options.eval, options.limit), options.eval / "seed_questions.jsonl"))


if __name__ == "__main__":
    main()
