"""What the readers say of questions that they have not learnt from, as bench/fit.py fits weights on it.

Each answerable question is read with the documents that answer it, and some, once more, without them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.lessons import labelled
from bench.sets import FITTED_FOLD, fold_of, holds, rows
from bench.written import read
from index.document import Document
from index.embed import default_embedder
from index.index import Index
from qa.confidence import features
from qa.evidence import Evidence, judged
from qa.reader import Readers
from qa.search import Scope, hits_to_read, prepared

SEED = 0
#: Questions of a folder that are asked at most: reading is what takes time.
MOST_OF_A_FOLDER = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for a question.

    own: whether it is one of ours. answerable: whether what was searched holds the answer. sentences: for each the
    log-odds of quick and strong that it answers (None: not read by that one), and whether it is right.
    names_unseen: see confidence.features.
    """

    own: bool
    answerable: bool
    sentences: tuple[tuple[float, float | None, bool], ...]
    names_unseen: float


def readings_of(index: Index, readers: Readers, *, own: bool) -> Callable[..., Reading]:
    """What asks a question of an index."""

    def ask(
        text: str, history: Sequence[str], left_out: set[str], right_in: Callable[[Any], Iterable[int]], *, held: bool
    ) -> Reading:
        turns = [{"role": "user", "content": turn} for turn in history]
        where = (lambda one: one.id not in left_out) if left_out else None
        search = prepared(text, turns, Scope(where), index, default_embedder())
        read_of = judged(search, hits_to_read(search, index), readers)
        right: dict[tuple[str, int], set[int]] = {}
        for one in read_of:
            key = (one.passage.document.id, one.passage.start)
            if key not in right:
                right[key] = set(right_in(one.passage)) if held else set()
        sentences = tuple(
            (
                one.quick,
                one.strong,
                one.number in right[one.passage.document.id, one.passage.start],
            )
            for one in read_of
        )
        unseen = features(search, [Evidence(read_of[0].passage, 0, 0.0)], index)["names_unseen"] if read_of else 1.0
        return Reading(own, held, sentences, unseen)

    return ask


def of_written(folder: Path, readers: Readers) -> Iterator[Reading]:
    """The fit part of our own questions in a folder; of a third the answering documents are left out as well."""
    written = read(folder, "fit")
    chance = random.Random(SEED)
    kept = {one["id"] for one in chance.sample(list(written.questions), min(len(written.questions), MOST_OF_A_FOLDER))}
    for documents, questions in written.by_dossier():
        ask = readings_of(Index.of(documents, default_embedder()), readers, own=True)
        for one in questions:
            if one.id not in kept:
                continue

            def right_in(passage: Any, one: Any = one) -> Iterator[int]:
                return labelled(passage, one.evidence)

            yield ask(one.question, one.history, set(), right_in, held=bool(one.evidence))
            if one.evidence and chance.random() < 1 / 3:
                gold = {where for where, _ in one.evidence}
                if len(gold) < len(documents):
                    yield ask(one.question, one.history, gold, right_in, held=False)


def of_set(folder: Path, readers: Readers) -> Iterator[Reading]:
    """The questions of a public set that are fitted on, each with and without the documents that answer it."""
    documents = [Document(row["id"], row["title"], row["text"]) for row in rows(folder / "documents.jsonl")]
    asked = [row for row in rows(folder / "questions.jsonl") if row["use"] == "train" and fold_of(row) == FITTED_FOLD]
    asked = random.Random(SEED).sample(asked, min(len(asked), MOST_OF_A_FOLDER // 4))
    ask = readings_of(Index.of(documents, default_embedder()), readers, own=False)
    for row in asked:
        history = [content for role, content in row.get("history") or () if role == "user"]
        gold = set(row["gold"])

        def right_in(passage: Any, row: Any = row, gold: set[str] = gold) -> set[int]:
            if passage.document.id not in gold:
                return set()
            text = passage.document.text
            return {n for n, one in enumerate(passage.sentences) if holds(text[one.start : one.end], row)}

        marked = bool(row.get("evidence") or row.get("answers"))
        if row["answerable"] and marked:
            yield ask(row["question"], history, set(), right_in, held=True)
            yield ask(row["question"], history, gold, right_in, held=False)
        elif not row["answerable"] and row["label"] != "UNDERSPECIFIED":
            yield ask(row["question"], history, set(), right_in, held=False)


def kept_or_read(file: Path, made: Callable[[], Iterable[Reading]]) -> list[Reading]:
    """The readings of a file; where there is none, they are made and kept."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps([one.own, one.answerable, one.sentences, one.names_unseen]) for one in made()]
        file.write_text("\n".join(lines), encoding="utf-8")
    read_back = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return [Reading(own, held, tuple(map(tuple, some)), unseen) for own, held, some, unseen in read_back]
