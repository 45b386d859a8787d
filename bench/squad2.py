"""SQuAD 2.0 in the form of ../shared/eval: questions that people wrote so that a paragraph seems to answer them.

    python -m bench.squad2 /path/to/chrischute/squad --xquad ../shared/eval/xquad --out build/squad2

That repository holds half of SQuAD 2.0's development set (CC BY-SA 4.0) with its answers: 16 articles, half of whose
questions nothing answers. XQuAD is of the same articles: those that are learnt from there are marked "train" here as
well, and all others "score".
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.sets import rows


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="a copy of chrischute/squad")
    parser.add_argument("--xquad", type=Path, default=Path("../shared/eval/xquad"))
    parser.add_argument("--out", type=Path, default=Path("build/squad2"))
    options = parser.parse_args()
    learnt = {
        article_of(gold)
        for row in rows(options.xquad / "questions.jsonl")
        if row["use"] == "train"
        for gold in row["gold"]
    }
    articles = json.loads((options.folder / "data/dev-v2.0.json").read_text(encoding="utf-8"))["data"]
    documents, questions = converted(articles, learnt)
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "documents.jsonl", documents)
    write(options.out / "questions.jsonl", questions)
    print(f"{options.out}: {len(documents)} paragraphs, {len(questions)} questions")


def article_of(document: str) -> str:
    """The article of a paragraph's or question's id."""
    return document.split("#", maxsplit=1)[0]


def converted(
    articles: Iterable[Mapping[str, Any]], learnt: set[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The paragraphs and the questions; one that nothing answers names the paragraph it is about."""
    documents, questions = [], []
    for article in articles:
        name = "xq_" + re.sub(r"[^A-Za-z0-9]", "_", article["title"])
        for number, paragraph in enumerate(article["paragraphs"]):
            document = f"{name}#s{number}"
            documents.append(
                {"id": document, "title": article["title"].replace("_", " "), "text": paragraph["context"]}
            )
            for asked in paragraph["qas"]:
                answers = [] if asked["is_impossible"] else list(dict.fromkeys(one["text"] for one in asked["answers"]))
                questions.append(
                    {
                        "id": f"{name}#{asked['id']}",
                        "question": asked["question"].strip(),
                        "answerable": bool(answers),
                        "answers": answers,
                        "short_answer": True,
                        "gold": [document] if answers else [],
                        "about": document,
                        "label": "answerable" if answers else "unanswerable",
                        "use": "train" if name in learnt else "score",
                    }
                )
    return documents, questions


def write(file: Path, objects: Iterable[Mapping[str, Any]]) -> None:
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects), encoding="utf-8")


if __name__ == "__main__":
    main()
