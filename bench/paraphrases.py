"""SQuAD questions paraphrased to be worded like a wrong sentence (nusnlp/paraphrasing-squad, Gan and Ng, 2019).

    python -m bench.paraphrases /path/to/paraphrasing-squad

Each question is read with its own paragraph; right is a sentence that holds an accepted answer. Nothing is learnt from
it, and nothing of it is kept here.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import mean

from bench.report import NotRun, table
from bench.sets import bare
from qa import Assistant, Document
from qa.evidence import read
from qa.reader import default_readers
from qa.search import Scope, hits_to_read, prepared

FILES = ("adv_orig", "adv_para", "dev_orig", "dev_para")


def part(folder: Path | None) -> str:
    """How often the best sentence is right, and how often the question is answered with it."""
    if folder is None or not folder.is_dir():
        raise NotRun("there is no folder of nusnlp/paraphrasing-squad (see --paraphrases)")
    body = []
    for name in FILES:
        best, first = [], []
        for article in json.loads((folder / f"datasets/{name}.json").read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                assistant = Assistant.from_documents([Document("a", "", paragraph["context"])])
                for asked in paragraph["qas"]:
                    answers = [bare(one["text"]) for one in asked["answers"]]
                    found = best_sentence(assistant, asked["question"])
                    best.append(any(one in bare(found) for one in answers))
                    answer = assistant.ask(asked["question"])
                    quote = answer.citations[0].quote if answer.citations else ""
                    first.append(any(one in bare(quote) for one in answers))
        body.append((name, len(best), mean(best), mean(first)))
    return table(("questions", "asked", "best sentence right", "answered, first quote right"), body)


def best_sentence(assistant: Assistant, question: str) -> str:
    """What the readers put first, whether or not it is quoted."""
    index, embedder = assistant._index, assistant._embedder
    search = prepared(question, (), Scope(), index, embedder)
    evidence = read(search, hits_to_read(search, index), default_readers())
    return evidence[0].text if evidence else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    print(part(parser.parse_args().folder))
