r"""What each hand-written rule is worth: every rule switched off in turn, on questions that are not about the demo.

    python -m bench.ablate build/written/questions ../shared/eval/... [--limit 200]

A folder holds documents.jsonl and questions.jsonl in the form of ../shared/eval/written (see bench/written.py, which
writes the test parts). Reported are how many answers differ without a rule (another first quote, or answered or not),
and what becomes of the figures; "-" stands for no change. What the readers say is kept from run to run, so that only
the first is slow.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any
from unittest.mock import patch

from sklearn.metrics import roc_auc_score

from bench.report import table
from bench.sets import bare, rows
from bench.written import Question, Written
from qa import Answer, Assistant
from qa.reader import Asked, Reader, Readers, Text, default_readers

Change = Mapping[str, Any]


def nothing(*_: Any, **__: Any) -> Any:
    return None


def first(one: Any, *_: Any, **__: Any) -> Any:
    return one


def second(_: Any, other: Any, *__: Any) -> Any:
    return other


#: A rule, and what takes its place when it is switched off: the function's name, and another.
RULES: Mapping[str, Change] = {
    "spelling mended": {"qa.question.corrected": first},
    "vague questions handed back": {"qa.assistant.is_vague": lambda _: False},
    "outlets named in the question": {"qa.search.named_outlets": lambda *_: {}},
    "words of whoever is asked about": {"qa.assistant.own_words": second},
    "what happened in a time": {"qa.assistant.dated_question": nothing},
    "turns before, in the search": {"qa.search.asked_before": lambda _: ""},
    "quoted before, beside the question": {"qa.search.quoted_before": lambda _: ""},
    "quotes with what they lean on": {"qa.choose.extent": lambda one: (one.number, one.number)},
    "no two quotes alike": {"qa.choose.same_side": lambda *_: False},
    "further quotes": {"qa.choose.further": lambda *_, **__: (float("inf"), 0.0)},
    "times that no sentence is dated to": {"qa.confidence.periods": lambda _: ()},
}


class Remembering:
    """A Reader that reads nothing twice."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[Asked, str, tuple[str, ...]], list[float]] = {}

    def read(self, asked: Asked, texts: Sequence[Text]) -> list[list[float]]:
        keys = [(asked, heading, tuple(sentences)) for heading, sentences in texts]
        new = [place for place, key in enumerate(keys) if key not in self._known]
        for place, judged in zip(new, self._reader.read(asked, [texts[place] for place in new]), strict=True):
            self._known[keys[place]] = judged
        return [self._known[key] for key in keys]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question: answered, whether the first quote is right, and which it is ("" where none)."""

    held: bool
    answered: bool
    right: bool
    quote: str
    sure: float


def asked(assistants: Sequence[tuple[Assistant, Sequence[Question]]]) -> list[Outcome]:
    """Every question asked once."""
    found: list[Outcome] = []
    for assistant, questions in assistants:
        for one in questions:
            history = [{"role": "user", "content": turn} for turn in one.history]
            found.append(outcome(assistant.ask(one.question, history=history), one))
    return found


def outcome(answer: Answer, one: Question) -> Outcome:
    quote = answer.citations[0].quote if answer.citations else ""
    said = bare(quote)
    right = bool(said) and any(bare(s) in said or (len(said) > 20 and said in bare(s)) for _, s in one.evidence)
    return Outcome(bool(one.evidence), answer.answered, right, quote, answer.confidence)


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    held, other = [one for one in found if one.held], [one for one in found if not one.held]
    return {
        "first right": mean(one.right for one in held),
        "declined": mean(not one.answered for one in held),
        "false": mean(one.answered for one in other) if other else 0.0,
        "AUROC": float(roc_auc_score([one.held for one in found], [one.sure for one in found])) if other else 0.0,
    }


def part(folders: Sequence[Path], limit: int | None) -> str:
    """The table of each folder."""
    known = default_readers()
    readers = Readers(Remembering(known.quick), Remembering(known.strong) if known.strong else None)
    parts = []
    for folder in folders:
        written = Written(
            tuple(rows(folder / "documents.jsonl")), tuple(rows(folder / "questions.jsonl")[:limit]), alone=False
        )
        alone = len({one["dossier"] for one in written.documents}) == len(written.documents)
        written = Written(written.documents, written.questions, alone)
        assistants = [(Assistant(documents, readers=readers), some) for documents, some in written.by_dossier() if some]
        whole = asked(assistants)
        now = figures(whole)
        body: list[tuple[str | float | None, ...]] = [("all rules", 0, *now.values())]
        for name, change in RULES.items():
            with ExitStack() as stack:
                for target, other in change.items():
                    stack.enter_context(patch(target, other))
                without = asked(assistants)
            differ = sum(a.quote != b.quote or a.answered != b.answered for a, b in zip(whole, without, strict=True))
            body.append((f"without: {name}", differ, *figures(without).values()))
        parts.append(table((f"{folder.name}, {len(whole)} questions", "answers that differ", *now), body))
    return "\n\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="questions of each folder, at most")
    options = parser.parse_args()
    print(part(options.folders, options.limit))


if __name__ == "__main__":
    main()
