"""Questions on the five articles by somebody who had not seen the product, half of them never looked at since.

    python -m bench.askers

askers.jsonl: a question, its kind, the sentences of the articles that answer it (of a false one: that show it false, or
come nearest), and whether what it is answered with was looked at while rules were made. Kinds: "true" takes for granted
what the articles say, mostly in other words than theirs; "false" what they do not say, or the contrary; "fallout" asks
in twenty ways why the sides fell out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.report import table
from bench.sets import bare, rows
from qa import Answer, ask

QUESTIONS = Path(__file__).with_name("askers.jsonl")
#: What can become of a question; of a false one the first is right.
DECLINED, FIRST, AMONG, OTHER = "declined", "right first", "right among", "other"


def outcome(answer: Answer, item: Mapping[str, Any]) -> str:
    """What became of a question: declined, or whether what was marked is quoted first, or at all."""
    if not answer.answered:
        return DECLINED
    if item["kind"] == "false":
        return OTHER
    marked = [bare(sentence) for sentence in item["evidence"]]
    right = [any(bare(one.quote) in said or said in bare(one.quote) for said in marked) for one in answer.citations]
    return FIRST if right[0] else AMONG if any(right) else OTHER


def part(questions: Path = QUESTIONS, asking: Callable[[str], Answer] = ask) -> str:
    """The table: of each kind, those looked at and the others, how many came out how."""
    found: dict[tuple[str, bool], Counter[str]] = {}
    for item in rows(questions):
        group = found.setdefault((item["kind"], item["looked_at"]), Counter())
        group[outcome(asking(item["question"]), item)] += 1
    ends = (FIRST, AMONG, OTHER, DECLINED)
    body: list[tuple[str | float | None, ...]] = [
        (f"{kind}, {'looked at' if looked_at else 'not looked at'}", group.total(), *(group[end] for end in ends))
        for (kind, looked_at), group in sorted(found.items())
    ]
    return table(("questions", "asked", *ends), body)


if __name__ == "__main__":
    print(part())
