"""The public question sets as they are scored: the scorers that lie beside them, and each set's Assistant, built once.

Sets and scorers are read where they lie (see ../shared/eval); nothing of them is copied into the project.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from bench.asked import Asked, Item, ask_all
from bench.report import NotRun
from qa import Answer, Assistant, Document
from qa.assistant import DEFAULT_DOSSIER


class Sets:
    """The question sets in `folder`, at most `limit` questions of each label; only those marked "score" are read."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder = folder
        self.limit = limit
        self._assistants: dict[str, Assistant] = {}
        self._asked: dict[str, list[Asked]] = {}

    def scorer(self, name: str) -> ModuleType:
        """The module `name`.py that lies beside the sets. Raises NotRun where there is none."""
        file = self.folder / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, file)
        if not file.is_file() or spec is None or spec.loader is None:
            raise NotRun(f"there is no {file}")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def figures(self, name: str) -> dict[str, float]:
        """What score_sets.py returns for the set; the Assistant that it builds is kept for the other parts."""
        scorer = self.scorer("score_sets")
        build = Assistant.from_documents

        def build_and_keep(documents: Iterable[Document], **options: Any) -> Assistant:
            self._assistants[name] = build(documents, **options)
            return self._assistants[name]

        with patch.object(Assistant, "from_documents", build_and_keep):
            figures: dict[str, float] = scorer.score(name, self.folder / name, self.limit)
        return figures

    def seeds(self, questions: Path, ask: Callable[..., Answer]) -> tuple[dict[str, float], list[str]]:
        """What score_seeds.py returns for the questions in a file: figures, and faults in the form of an answer.

        Raises NotRun where there is no such file, or no scorer.
        """
        scorer = self.scorer("score_seeds")
        if not questions.is_file():
            raise NotRun(f"there is no {questions}")
        items = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
        files = sorted(DEFAULT_DOSSIER.rglob("*.txt"))
        articles = (file.read_text(encoding="utf-8", errors="replace") for file in files)
        figures, faults = scorer.score(items, ask, "\n".join(map(scorer.bare, articles)), verbose=False)
        return figures, faults

    def assistant(self, name: str) -> Assistant:
        if name not in self._assistants:
            rows = self.scorer("score_sets").rows(self.folder / name / "documents.jsonl")
            self._assistants[name] = Assistant.from_documents(
                Document(row["id"], row["title"], row["text"]) for row in rows
            )
        return self._assistants[name]

    def questions(self, name: str) -> list[Item]:
        """The questions that score_sets.py asks, in its order."""
        rows: list[Item] = self.scorer("score_sets").rows(self.folder / name / "questions.jsonl")
        rows = [row for row in rows if row.get("use", "score") == "score"]
        rows.sort(key=lambda row: hashlib.sha1(row["id"].encode()).hexdigest())  # noqa: S324 - an order, not a secret
        kept: dict[str, list[Item]] = {}
        for row in rows:
            kept.setdefault(row["label"], []).append(row)
        return [row for group in kept.values() for row in group[: self.limit]]

    def asked(self, name: str) -> list[Asked]:
        """Those questions, each asked once, and once more without its gold where evidence is marked; see asked.py."""
        if name not in self._asked:
            self._asked[name] = ask_all(self.assistant(name), self.questions(name))
        return self._asked[name]

    def present(self, names: Sequence[str]) -> list[str]:
        """Those of `names` whose folder is there. Raises NotRun where none is."""
        found = [name for name in names if (self.folder / name).is_dir()]
        if not found:
            raise NotRun(f"{self.folder} holds none of {', '.join(names)}")
        return found
