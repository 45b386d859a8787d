"""How well questions that a paragraph only seems to answer are told from those that it answers: SQuAD 2.0.

    python -m bench.unanswerable build/squad2

The folder is one that bench/squad2.py wrote. Asked are only questions on articles of which nothing was learnt; no
question of these files was.
"""

from __future__ import annotations

import argparse
from hashlib import sha256
from pathlib import Path
from statistics import mean

from sklearn.metrics import roc_auc_score

from bench.floors import beside
from bench.report import NotRun, table
from bench.scored import Sets
from bench.sets import holds, rows
from qa import Assistant, Document

#: Questions of each kind.
LIMIT = 300


def part(sets: Sets, folder: Path | None) -> str:
    """The shared scorer's table, and what it does not count. Raises NotRun without the folder or the scorer."""
    if folder is None or not folder.is_dir():
        raise NotRun("there is no folder of bench.squad2 (see --squad2)")
    figures = sets.scorer("score_sets").score("squad2", folder, sets.limit)
    told = "Half of these questions were written so that nothing answers them, each for a paragraph that seems to."
    return f"{told} See bench/squad2.py.\n\n{beside('squad2', figures)}\n\n{told_apart(folder)}"


def told_apart(folder: Path) -> str:
    """The table of LIMIT questions of each kind, asked of all paragraphs."""
    assistant = Assistant.from_documents(
        Document(row["id"], row["title"], row["text"]) for row in rows(folder / "documents.jsonl")
    )
    asked = [row for row in rows(folder / "questions.jsonl") if row["use"] == "score"]
    asked.sort(key=lambda row: sha256(row["id"].encode()).hexdigest())
    chosen = [row for kind in (True, False) for row in [one for one in asked if one["answerable"] == kind][:LIMIT]]
    answers = [(row, assistant.ask(row["question"])) for row in chosen]
    held = [(row, answer) for row, answer in answers if row["answerable"]]
    body = [
        ("answered, of those that an article answers", mean(answer.answered for _, answer in held)),
        ("the first quote holds the answer", mean(a.answered and holds(a.citations[0].quote, row) for row, a in held)),
        ("answered, of those that none answers", mean(a.answered for row, a in answers if not row["answerable"])),
        (
            "confidence tells them apart (AUROC)",
            float(roc_auc_score([row["answerable"] for row, _ in answers], [a.confidence for _, a in answers])),
        ),
    ]
    return table((f"{len(chosen)} questions on {len(assistant.documents)} paragraphs", ""), body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    print(told_apart(parser.parse_args().folder))
