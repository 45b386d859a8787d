"""The figures of the shared scorers, beside the least that is accepted and what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.report import table
from bench.scored import Sets
from qa import ask

#: For a set's figure: the least that is accepted, and what is wanted.
FLOORS: Mapping[str, Mapping[str, tuple[float, float]]] = {
    "xquad": {
        "recall@1": (0.95, 0.97),
        "evidence@1": (0.76, 0.88),
        "answered": (0.90, 0.95),
        "false_answers": (0.25, 0.10),
        "auroc_left_out": (0.93, 0.97),
    },
    "nq": {"recall@1": (0.93, 0.96), "evidence@1": (0.62, 0.75), "auroc_unanswerable": (0.89, 0.95)},
    "mtrag": {"auroc_unanswerable": (0.85, 0.92)},
    "seeds": {
        "answered_right": (0.95, 1.0),
        "first_right": (0.90, 1.0),
        "focus": (0.75, 1.0),
        "declined_right": (0.95, 1.0),
    },
}
#: Figures that are better the lower they are.
LOW = frozenset({"false_answers", "false_unanswerable"})
#: How what is no share is written: counts, and times.
FORMS: Mapping[str, str] = {
    "documents": ",.0f",
    "questions": ",.0f",
    "index_s": ".0f",
    "mean_ask_ms": ".1f",
    "median_ms": ".1f",
}


def of_sets(sets: Sets) -> str:
    """A table a set; one that is absent is named. Raises NotRun where none, or no scorer, is there."""
    names = [name for name in FLOORS if name != "seeds"]
    found = sets.present(names)
    parts = ["What `score_sets.py` returns; its docstring says what each figure means."]
    parts += [beside(name, sets.figures(name)) for name in found]
    parts += [f"Not run: {name}, there is no {sets.folder / name}." for name in names if name not in found]
    return "\n\n".join(parts)


def of_seeds(sets: Sets, questions: Path) -> str:
    """The table of the questions on seeds/, and every fault in the form of an answer. Raises NotRun as above."""
    figures, faults = sets.seeds(questions, ask)
    parts = ["What `score_seeds.py` returns; its docstring says what each figure means.", beside("seeds", figures)]
    parts += [f"Fault: {fault}" for fault in faults]
    return "\n\n".join(parts)


def beside(name: str, figures: Mapping[str, float]) -> str:
    """The table of a set's figures; one that misses its floor says so."""
    floors = FLOORS.get(name, {})
    rows = []
    for figure, ours in figures.items():
        floor, wanted = floors.get(figure, (None, None))
        missed = floor is not None and (ours > floor if figure in LOW else ours < floor)
        written = format(ours, FORMS.get(figure, ".3f"))
        rows.append((figure, f"**{written}** misses the floor" if missed else written, floor, wanted))
    return table((name, "ours", "floor", "wanted"), rows)
