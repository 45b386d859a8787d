"""What the turns before a question do for finding its passages, on the conversations of mtrag.

    python -m bench.followups ../shared/eval/mtrag --rewrites /path/to/mtrag-human

Recall of Assistant.search without the turns, with them, with those of another conversation (a new topic: it must not
suffer), and with the question as people rewrote it to stand on its own. The rewrites are read where they lie.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from bench.report import NotRun, table
from bench.scored import Sets
from bench.sets import rows
from qa import Assistant, Document

#: Hits within which a gold passage counts as found.
DEPTHS = (1, 5)
WITHOUT, WITH, ANOTHER, REWRITTEN = "without", "with history", "another’s history", "people’s rewrite"
SPEAKER = "|user|:"
#: What hardly stands on its own; a question without any of these does more often.
POINTING = re.compile(r"\b(?:s?he|him|his|her|it|its|they|them|their|this|that|these|those|ones?)\b", re.IGNORECASE)

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figures:
    """Recall over some questions: for each way of asking, a share in [0, 1] for each of DEPTHS."""

    name: str
    questions: int
    recall: Mapping[str, tuple[float, ...]]


def figures(assistant: Assistant, items: Iterable[Item], rewrites: Mapping[str, str]) -> list[Figures]:
    """Recall over the answerable of `items`, and over groups of them; rewrites: question id -> people's rewrite."""
    answerable = [item for item in items if item["answerable"]]
    strangers = {item["id"]: stranger(item, answerable) for item in answerable}
    first: dict[str, dict[str, int]] = {}
    for item in answerable:
        first[item["id"]] = {
            WITHOUT: rank(assistant, item, item["question"]),
            WITH: rank(assistant, item, item["question"], item["history"]),
            ANOTHER: rank(assistant, item, item["question"], strangers[item["id"]]),
        }
        if item["id"] in rewrites:
            first[item["id"]][REWRITTEN] = rank(assistant, item, rewrites[item["id"]])
    later = [item for item in answerable if item["history"]]
    groups = {
        "all": answerable,
        "with turns before": later,
        "of these, rewritten by people": [item for item in later if item["id"] in rewrites],
        "of these, with a pronoun": [item for item in later if POINTING.search(item["question"])],
        "without a pronoun": [item for item in answerable if not POINTING.search(item["question"])],
    }
    return [summed(name, [first[item["id"]] for item in group]) for name, group in groups.items() if group]


def stranger(item: Item, items: Sequence[Item]) -> Sequence[Sequence[str]]:
    """The turns of the next conversation in `items` that is not `item`'s own; none where there is no other."""
    place = next(place for place, other in enumerate(items) if other["id"] == item["id"])
    others = (*items[place + 1 :], *items[:place])
    return next((one["history"] for one in others if one["history"] and talk(one) != talk(item)), ())


def talk(item: Item) -> str:
    """The conversation that a question belongs to: the part of its id before "<::>"."""
    return str(item["id"]).split("<::>")[0]


def rank(assistant: Assistant, item: Item, question: str, history: Sequence[Sequence[str]] = ()) -> int:
    """At which hit, from 1, the first gold passage stands; past the last of DEPTHS where it is not found."""
    turns = [{"role": role, "content": content} for role, content in history]
    hits = assistant.search(question, k=max(DEPTHS), history=turns)
    found = (place for place, hit in enumerate(hits, start=1) if hit.passage.document.id in item["gold"])
    return next(found, max(DEPTHS) + 1)


def summed(name: str, firsts: Sequence[Mapping[str, int]]) -> Figures:
    ways = [way for way in (WITHOUT, WITH, ANOTHER, REWRITTEN) if all(way in one for one in firsts)]
    recall = {way: tuple(mean(one[way] <= depth for one in firsts) for depth in DEPTHS) for way in ways}
    return Figures(name, len(firsts), recall)


def read_rewrites(folder: Path | None) -> dict[str, str]:
    """Question id -> people's rewrite, from every *_rewrite.jsonl under `folder`; none where no folder is given."""
    found = (row for file in sorted(folder.rglob("*_rewrite.jsonl")) for row in rows(file)) if folder else ()
    return {row["_id"]: row["text"].removeprefix(SPEAKER).strip() for row in found}


def written(parts: Mapping[str, Sequence[Figures]]) -> str:
    """The figures as a Markdown table; each cell is recall@1 / recall@5."""
    lines = [
        (name, one.name, one.questions, *(recall_of(one, way) for way in (WITHOUT, WITH, ANOTHER, REWRITTEN)))
        for name, found in parts.items()
        for one in found
    ]
    depths = " / ".join(f"@{depth}" for depth in DEPTHS)
    return table(("part", "questions", "n", *(f"{way} {depths}" for way in (WITHOUT, WITH, ANOTHER, REWRITTEN))), lines)


def recall_of(one: Figures, way: str) -> str | None:
    return " / ".join(f"{share:.3f}" for share in one.recall[way]) if way in one.recall else None


def part(sets: Sets, rewrites: Path | None) -> str:
    """The part of a bigger report: the table for the questions marked "score". Raises NotRun where mtrag is absent."""
    sets.present(["mtrag"])
    if rewrites is not None and not rewrites.is_dir():
        raise NotRun(f"there is no folder {rewrites}")
    found = figures(sets.assistant("mtrag"), sets.questions("mtrag"), read_rewrites(rewrites))
    return f"Recall of the right passage on mtrag’s conversations.\n\n{written({'score': found})}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="folder of mtrag: documents.jsonl, questions.jsonl")
    parser.add_argument("--rewrites", type=Path, help="folder of mtrag-human's *_rewrite.jsonl")
    options = parser.parse_args()
    read = rows(options.folder / "documents.jsonl")
    assistant = Assistant.from_documents(Document(row["id"], row["title"], row["text"]) for row in read)
    items, rewrites = rows(options.folder / "questions.jsonl"), read_rewrites(options.rewrites)
    uses = ("train", "score")
    print(written({use: figures(assistant, [i for i in items if i["use"] == use], rewrites) for use in uses}))


if __name__ == "__main__":
    main()
