"""Everything the README says about quality, measured on data given by path, as one Markdown report.

    python -m bench.quality --eval ../shared/eval --acl /path/to/acl-verbatim --out docs/quality.md

The parts are measured in turn and the report is written anew after each; a part whose data is absent is named with the
reason. Nothing is learnt here, and only questions marked "score", and the test parts of our own, are asked.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

import torch

from bench import (
    acl,
    askers,
    backends,
    calibration,
    cases,
    floors,
    followups,
    paraphrases,
    ramdocs,
    stages,
    unanswerable,
    ways,
    written,
)
from bench.report import measure
from bench.scored import Sets

#: The sets, and those of which the evidence is marked.
SETS, MARKED = ("xquad", "nq", "mtrag"), ("xquad", "nq")
#: Two cores is what we promise to run on.
THREADS = 2


def parts(options: argparse.Namespace) -> dict[str, tuple[str, Callable[[], str]]]:
    """The parts of the report by the name that --only knows them by: a heading, and what measures it."""
    sets = Sets(options.eval, options.limit)
    questions = options.seeds_questions or options.eval / "seed_questions.jsonl"
    picture = options.out.with_name(f"{options.out.stem}-calibration.svg")
    return {
        "written": ("Questions as people ask them", lambda: written.part(sets, options.eval)),
        "cases": ("Short articles", lambda: cases.part(options.eval.parent / "cases/asking")),
        "paraphrases": ("Paraphrases made to mislead", lambda: paraphrases.part(options.paraphrases)),
        "ramdocs": ("Documents that differ or mislead", lambda: ramdocs.part(options.ramdocs)),
        "sets": ("Public question sets", lambda: floors.of_sets(sets)),
        "squad2": ("Questions that a paragraph only seems to answer", lambda: unanswerable.part(sets, options.squad2)),
        "seeds": ("The five articles", lambda: floors.of_seeds(sets, questions)),
        "askers": ("The five articles, asked by somebody else", askers.part),
        "ways": ("Ways of judging a sentence", lambda: ways.part(sets, SETS)),
        "calibration": ("Calibration of the confidence", lambda: calibration.part(sets, MARKED, picture)),
        "stages": ("Time of each stage", lambda: stages.part(sets, SETS)),
        "followups": ("Follow-up questions", lambda: followups.part(sets, options.rewrites)),
        "backends": ("With every backend", lambda: backends.part(Sets(options.eval, backends.SAMPLE), questions)),
        "acl": ("Outside evidence: ACL-Verbatim", lambda: acl.part(options.acl, options.limit)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--eval", type=Path, default=Path("../shared/eval"), help="folder of the sets and their scorers"
    )
    parser.add_argument("--acl", type=Path, help="folder of KRLabsOrg/acl-verbatim")
    parser.add_argument("--squad2", type=Path, help="folder that bench.squad2 wrote")
    parser.add_argument("--ramdocs", type=Path, help="folder of HanNight/RAMDocs")
    parser.add_argument("--paraphrases", type=Path, help="folder of nusnlp/paraphrasing-squad")
    parser.add_argument("--rewrites", type=Path, help="folder of follow-up questions with people's rewrites")
    parser.add_argument("--seeds-questions", type=Path, help="questions on seeds/ (default: those beside the sets)")
    parser.add_argument("--only", nargs="+", metavar="PART", help="measure these parts alone")
    parser.add_argument("--limit", type=int, default=300, help="questions of each label, at most")
    parser.add_argument("--out", type=Path, default=Path("docs/quality.md"))
    options = parser.parse_args()
    if "OMP_NUM_THREADS" not in os.environ:
        torch.set_num_threads(THREADS)
        os.environ["OMP_NUM_THREADS"] = str(THREADS)  # torch read it when it was imported, index/bert.py will
    measure("Quality", "bench.quality", parts(options), options.only, options.out)


if __name__ == "__main__":
    main()
