"""RAMDocs (HanNight/RAMDocs, MIT; Wang et al., 2025): questions with documents that differ, mislead or are beside them.

    python -m bench.ramdocs /path/to/RAMDocs

Each question is asked of its own documents, and again of those alone that hold no right answer. Nothing is learnt from
it, and nothing of it is kept here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from sklearn.metrics import roc_auc_score

from bench.report import NotRun, table
from bench.sets import bare, rows
from qa import Answer, Assistant, Document

#: Questions that are asked.
LIMIT = 150


def asked(folder: Path | None, limit: int = LIMIT) -> Iterator[tuple[dict[str, list[str]], bool, Answer]]:
    """Each question, whether what was searched holds a right answer, and what it was answered with."""
    if folder is None or not folder.is_dir():
        raise NotRun("there is no folder of HanNight/RAMDocs (see --ramdocs)")
    for row in rows(folder / "RAMDocs_test.jsonl")[:limit]:
        documents = [Document(f"d{number}", "", one["text"]) for number, one in enumerate(row["documents"])]
        kinds = [one["type"] for one in row["documents"]]
        yield row, True, Assistant.from_documents(documents).ask(row["question"])
        others = [one for one, kind in zip(documents, kinds, strict=True) if kind == "noise"]
        if others:
            yield row, False, Assistant.from_documents(others).ask(row["question"])


def part(folder: Path | None) -> str:
    """First quotes, what is answered with and without the documents that answer, and whether confidence knows."""
    found = list(asked(folder))
    held = [(row, answer) for row, there, answer in found if there]
    first = [
        bool(answer.citations) and any(bare(one) in bare(answer.citations[0].quote) for one in row["gold_answers"])
        for row, answer in held
    ]
    beside = [answer.answered for _, there, answer in found if not there]
    body = [
        ("answered", mean(answer.answered for _, answer in held)),
        ("the first quote holds a right answer", mean(first)),
        (
            "answered from documents beside the point alone",
            mean(beside),
        ),
        (
            "confidence tells them apart (AUROC)",
            float(roc_auc_score([there for _, there, _ in found], [answer.confidence for _, _, answer in found])),
        ),
    ]
    return table((f"{len(held)} questions", ""), body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    print(part(parser.parse_args().folder))
