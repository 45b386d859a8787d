"""Real texts to measure speed on: passages of the public sets, and every sentence that files given by path hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.sets import rows

SETS = ("xquad", "nq", "mtrag")
#: Words of a passage, as index/passage.py packs them; here cut anywhere, which costs no parse.
WORDS = 120
#: Where a sentence ends, well enough for measuring; what is shorter than so many words is a label or a heading.
BORDER, SHORTEST = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘'])"), 5


def passages(folder: Path, count: int) -> list[str]:
    """`count` texts, or as many as there are, of WORDS words under the title of their article, evenly from all sets."""
    found: list[str] = []
    for place, name in enumerate(SETS, 1):
        some = cut(rows(folder / name / "documents.jsonl"))
        found.extend(text for _, text in zip(range(count * place // len(SETS) - len(found)), some, strict=False))
    return found


def cut(documents: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The documents' texts in pieces of WORDS words, each under its title."""
    for document in documents:
        words = document["text"].split()
        for start in range(0, len(words), WORDS):
            yield f"{document.get('title') or ''}\n{' '.join(words[start : start + WORDS])}"


def sentences(paths: Iterable[Path]) -> list[str]:
    """Every different sentence in the .txt, .json and .jsonl files at and below these paths, sorted."""
    found: set[str] = set()
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and file.suffix in (".txt", ".json", ".jsonl"):
                found.update(one for text in held(file) for one in split(text))
    return sorted(found)


def held(file: Path) -> Iterator[str]:
    """The texts in a file; what is no JSON in a file that should be is passed over."""
    read = file.read_text(encoding="utf-8", errors="replace")
    if file.suffix == ".txt":
        yield from read.splitlines()
        return
    for part in [read] if file.suffix == ".json" else read.splitlines():
        try:
            yield from strings(json.loads(part))
        except json.JSONDecodeError:
            continue


def strings(value: Any) -> Iterator[str]:
    """Every string in what JSON holds; a list of single words is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        if value and all(isinstance(one, str) and " " not in one for one in value):
            yield " ".join(value)
        else:
            for one in value:
                yield from strings(one)


def split(text: str) -> Iterator[str]:
    """The sentences of a text, by signs alone, each in one line."""
    for line in text.splitlines():
        for one in BORDER.split(line):
            words = one.split()
            if len(words) >= SHORTEST and one.rstrip(" \"”’'")[-1:] in (".", "!", "?"):
                yield " ".join(words)
