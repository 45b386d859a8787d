"""Questions asked through the public API, with what ask() read on the way and what its stages took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

from bench.clock import clocked
from qa import Assistant
from qa.evidence import Evidence
from qa.question import Question
from qa.search import Search

Item = dict[str, Any]

#: The function by which ask() reads evidence: its first argument is the Search, it returns the Evidence.
READ = "qa.assistant.read"
WHOLE, REST = "whole ask()", "the rest"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a set as it was asked once.

    left_out: whether its gold documents were left out.
    read: the Question as ask() understood it and the Evidence it read, best first; None where it read nothing.
    times: what each stage took itself, the rest, and the whole, in ms.
    """

    item: Item
    left_out: bool
    confidence: float
    read: tuple[Question, tuple[Evidence, ...]] | None
    times: dict[str, float]


@contextmanager
def overheard() -> Iterator[list[tuple[Question, tuple[Evidence, ...]]]]:
    """What ask() reads while inside, in order."""
    heard: list[tuple[Question, tuple[Evidence, ...]]] = []
    read = resolve_name(READ)

    def listening(search: Search, *arguments: Any, **options: Any) -> list[Evidence]:
        found: list[Evidence] = read(search, *arguments, **options)
        heard.append((search.question, tuple(found)))
        return found

    with patch(READ, listening):
        yield heard


def ask_all(assistant: Assistant, items: Iterable[Item]) -> list[Asked]:
    """Each question with its history, asked of the whole dossier; where evidence is marked, without its gold too."""
    found: list[Asked] = []
    with clocked() as clock, overheard() as heard:
        ask = clock.wrapped(REST, assistant.ask)
        for item in items:
            for left_out in (False, True) if is_marked(item) else (False,):
                clock.own.clear()
                heard.clear()
                answer = ask(item["question"], history=history(item), where=without_gold(item) if left_out else None)
                times = dict(clock.own) | {WHOLE: sum(clock.own.values())}
                found.append(Asked(item, left_out, answer.confidence, heard[-1] if heard else None, times))
    return found


def is_marked(item: Item) -> bool:
    """Whether its evidence is marked: score_sets.py asks such a question with its gold left out, too."""
    return bool(item["answerable"] and (item.get("evidence") or item.get("short_answer")))


def without_gold(item: Item) -> Any:
    """A `where` that keeps every document but those that answer the question."""
    gold = frozenset(item["gold"])
    return lambda document: document.id not in gold


def history(item: Item) -> list[dict[str, str]]:
    """The turns before the question, as Assistant.ask takes them."""
    return [{"role": role, "content": content} for role, content in item.get("history") or ()]
