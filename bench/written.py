"""Questions of our own, written as people ask them, each with every sentence of its dossier that answers it.

    python -m bench.written --part test --out build/written     a part in the form of ../shared/eval/score_written.py

A folder holds documents.jsonl and questions.jsonl (see bench/questions/README.md). Of the dossiers one in six is for
testing only, and one for fitting the confidence; the reader learns from the others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bench.report import table
from bench.scored import Sets
from bench.sets import rows
from index.document import Document

Part = Literal["train", "fit", "test"]
PARTS_READ: tuple[Part, ...] = ("train", "fit", "test")
OWN = Path(__file__).with_name("questions")
#: Of so many dossiers one is for testing and one for fitting.
PARTS = 6


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its labels.

    history: the user's turns before it. evidence: documents' ids and the sentences that each answer, best first;
    together: a full answer needs them all. near: sentences that tempt. denies: those that say the opposite of what
    it supposes.
    """

    id: str
    kind: str
    question: str
    history: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    together: bool
    near: tuple[tuple[str, str], ...]
    denies: tuple[tuple[str, str], ...]
    dossier: str


@dataclass(frozen=True, slots=True)
class Written:
    """Documents and questions of one part; alone: each document is a dossier, and all are searched as one."""

    documents: tuple[dict[str, Any], ...]
    questions: tuple[dict[str, Any], ...]
    alone: bool

    def by_dossier(self) -> Iterator[tuple[list[Document], list[Question]]]:
        """What is searched as one, and the questions asked of it."""
        names = [None] if self.alone else list(dict.fromkeys(one["dossier"] for one in self.documents))
        for name in names:
            yield (
                [document(one) for one in self.documents if name in (None, one["dossier"])],
                [question(one) for one in self.questions if name in (None, one["dossier"])],
            )


def part_of(dossier: str) -> Part:
    """Which part a dossier belongs to, by its name alone."""
    number = int(hashlib.sha256(dossier.encode()).hexdigest(), 16) % PARTS
    return "test" if number == 0 else "fit" if number == 1 else "train"


def read(folder: Path, part: Part) -> Written:
    """The part of the questions in a folder."""
    every = rows(folder / "documents.jsonl")
    alone = len({one["dossier"] for one in every}) == len(every)
    return Written(
        tuple(one for one in every if part_of(one["dossier"]) == part),
        tuple(one for one in rows(folder / "questions.jsonl") if part_of(one["dossier"]) == part),
        alone,
    )


def document(row: dict[str, Any]) -> Document:
    day = dt.date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(row["id"], row["title"] or "", row["text"], row.get("outlet"), day, row.get("author"))


def question(row: dict[str, Any]) -> Question:
    def sentences(name: str) -> tuple[tuple[str, str], ...]:
        return tuple((where, said) for where, said in row.get(name, ()))

    return Question(
        row["id"],
        row["kind"],
        row["question"],
        tuple(row["history"]),
        sentences("evidence"),
        row["together"],
        sentences("near"),
        sentences("denies"),
        row["dossier"],
    )


def write(folder: Path, documents: Iterable[dict[str, Any]], questions: Iterable[dict[str, Any]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, some in (("documents", documents), ("questions", questions)):
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in some)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


def part(sets: Sets, folder: Path, kept: Path = Path("build/written")) -> str:
    """The test part of each of our folders, by the shared scorer and by kind. Raises NotRun where it is not there."""
    scorer, parts = sets.scorer("score_written"), []
    for source in (OWN / "dossiers", OWN / "texts", *(folder / "written" / name for name in ("gum", "invented"))):
        if not source.is_dir():
            continue
        held = read(source, "test")
        write(kept / source.name, held.documents, held.questions)
        figures = scorer.score(kept / source.name, None, False)
        kinds = figures.pop("kinds")
        parts.append(table((source.name, "ours"), figures.items()))
        parts.append(table((f"{source.name}: first right, or false answers, by kind", "ours"), kinds.items()))
    return "\n\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[OWN / "dossiers", OWN / "texts"])
    parser.add_argument("--part", choices=("train", "fit", "test"), default="test")
    parser.add_argument("--out", type=Path, required=True, help="a folder for each of the folders is made in it")
    options = parser.parse_args(arguments)
    for folder in options.folders:
        kept = read(folder, options.part)
        write(options.out / folder.name, kept.documents, kept.questions)
        print(f"{options.out / folder.name}: {len(kept.documents)} documents, {len(kept.questions)} questions")


if __name__ == "__main__":
    main()
