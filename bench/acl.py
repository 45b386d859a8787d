"""Outside evidence: the extraction benchmark of ACL-Verbatim (KRLabsOrg/acl-verbatim, Apache-2.0), by its own metric.

Its 100 rows are a query and a chunk of a paper each; people marked the spans that bear on the query in 47 of
them. Nothing is learnt or tuned on it, and nothing of it is kept here: the folder is given by path.
"""

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from bench.asked import overheard
from bench.report import NotRun, table
from index.document import Document
from qa import Assistant

GOLD = "333_20260206_dense_top5_20260305.json"
RUNS = "artifacts/eval/gold_extraction"
#: A published figure counts as reproduced where ours differs by less.
SAME = 1e-9
ABOUT = """\
[KRLabsOrg/acl-verbatim](https://github.com/KRLabsOrg/acl-verbatim) gives {rows} rows of a query and a chunk of a paper:
{relevant} chunks are relevant, {irrelevant} are not and have no spans. People marked {marked:,} of the {words:,} words.
A word counts as extracted where a span touches it, and counts are summed over all rows, so that whatever is extracted
from an irrelevant chunk lowers precision. We measure on it and tune nothing on it. Our metric, applied to the published
predictions, gives the published figures of {same} of {runs} runs (*reproduced*). The others' times are as published,
from their machines and, for language models, a service; ours include splitting and embedding the chunk."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A query, a chunk, and the spans of it that people marked as bearing on the query; none for most chunks."""

    query: str
    paper: str
    number: int
    chunk: str
    relevant: bool
    marked: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Word-level precision, recall and F1 over all rows, and the mean time a row in ms."""

    precision: float
    recall: float
    f1: float
    ms: float


def rows(folder: Path) -> list[Row]:
    """The benchmark's rows. A marked text is looked for as it stands, then in any case, then in any white space."""
    found = []
    for line in (folder / GOLD).read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        for result in asked["results"]:
            spans = (place(text, result["chunk"]) for text in result["gold_extraction"])
            found.append(
                Row(
                    asked["query"],
                    result["document_id"],
                    result["chunk_number"],
                    result["chunk"],
                    result["relevance_label"] == "r",
                    tuple(span for span in spans if span),
                )
            )
    return found


def place(text: str, chunk: str) -> Span | None:
    """Where `text` stands in `chunk`; None where it does not."""
    parts = [re.escape(word) for word in text.split()]
    for pattern, flags in ((re.escape(text), 0), (re.escape(text), re.IGNORECASE), (r"\s+".join(parts), re.IGNORECASE)):
        match = re.search(pattern, chunk, flags)
        if match and pattern:
            return match.span()
    return None


def words_in(spans: Iterable[Span], text: str) -> set[int]:
    """The numbers of the words of `text`, parted by white space, that any of the spans touches."""
    places = [match.span() for match in re.finditer(r"\S+", text)]
    return {
        number for start, end in spans for number, (first, last) in enumerate(places) if first < end and start < last
    }


def word_prf(predicted: Sequence[set[int]], wanted: Sequence[set[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 in [0, 1] from the words of all rows counted together, unmarked rows too."""
    both = sum(len(one & other) for one, other in zip(predicted, wanted, strict=True))
    precision = both / (sum(map(len, predicted)) or 1)
    recall = both / (sum(map(len, wanted)) or 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def published(file: Path, over: Sequence[Row]) -> Score:
    """The score of a run that lies in the repository, from its predictions."""
    text = file.read_text(encoding="utf-8")
    records = (
        json.loads(text)["records"] if file.suffix == ".json" else [json.loads(line) for line in text.splitlines()]
    )
    of_row = {(record["query"], record["paper_id"], record["chunk_index"]): record for record in records}
    runs = [of_row[row.query, row.paper, row.number] for row in over]
    spans = [[(one["start"], one["end"]) for one in run.get("predicted_spans", run.get("pred_spans"))] for run in runs]
    return scored(over, spans, mean(run["latency_s"] for run in runs) * 1000)


def scored(over: Sequence[Row], spans: Sequence[Sequence[Span]], ms: float) -> Score:
    predicted = [words_in(those, row.chunk) for row, those in zip(over, spans, strict=True)]
    return Score(*word_prf(predicted, [words_in(row.marked, row.chunk) for row in over]), ms)


def ours(over: Sequence[Row]) -> dict[str, Score]:
    """The product's extractions, each chunk a dossier of one document without a title, by name."""
    cited: list[list[Span]] = []
    likely: list[list[Span]] = []
    times: list[float] = []
    for row in over:
        began = time.perf_counter()
        with overheard() as heard:
            answer = Assistant.from_documents([Document("chunk", "", row.chunk)]).ask(row.query)
        times.append((time.perf_counter() - began) * 1000)
        cited.append([(citation.start, citation.end) for citation in answer.citations])
        likely.append([(one.sentence.start, one.sentence.end) for _, read in heard for one in read if one.score >= 0])
    held = [those if quotes else [] for those, quotes in zip(likely, cited, strict=True)]
    ms = mean(times)
    return {
        "ours: the quotes that ask() cites": scored(over, cited, ms),
        "ours: every sentence with a probability of at least one half": scored(over, likely, ms),
        "ours: the same, where ask() answers": scored(over, held, ms),
    }


def runs(folder: Path, over: Sequence[Row]) -> Iterator[tuple[str, Score, str | None]]:
    """Each published run: its name, its published score, and the file whose predictions give the same by our metric."""
    files = {file.name: published(file, over) for file in sorted((folder / RUNS).glob("*.json*"))}
    for row in csv.DictReader((folder / RUNS / "summary.csv").read_text(encoding="utf-8").splitlines()):
        known = [float(row[name]) for name in ("word_p", "word_r", "word_f1")]
        same = [
            name
            for name, one in files.items()
            if all(abs(a - b) < SAME for a, b in zip(known, (one.precision, one.recall, one.f1), strict=True))
        ]
        yield (
            row["model"],
            Score(known[0], known[1], known[2], float(row["latency_s"]) * 1000),
            same[0] if same else None,
        )


def part(folder: Path | None, limit: int) -> str:
    """The table of the published runs and ours, best F1 first. Raises NotRun where the folder is absent."""
    if folder is None:
        raise NotRun("no folder of KRLabsOrg/acl-verbatim was given (--acl)")
    if not (folder / GOLD).is_file():
        raise NotRun(f"there is no {folder / GOLD}")
    over = rows(folder)
    theirs = list(runs(folder, over))
    lines = [(name, score, "yes" if file else "no") for name, score, file in theirs]
    lines += [(f"**{name}**", score, "") for name, score in ours(over[:limit]).items()]
    lines.sort(key=lambda line: -line[1].f1)
    relevant = sum(row.relevant for row in over)
    about = ABOUT.format(
        rows=len(over),
        relevant=relevant,
        irrelevant=len(over) - relevant,
        marked=sum(len(words_in(row.marked, row.chunk)) for row in over),
        words=sum(len(row.chunk.split()) for row in over),
        same=sum(file is not None for _, _, file in theirs),
        runs=len(theirs),
    )
    limited = f"\n\n**Ours are of the first {limit} rows alone.**" if limit < len(over) else ""
    body = [(name, one.precision, one.recall, one.f1, f"{one.ms:,.0f}", again) for name, one, again in lines]
    return (
        f"{about}{limited}\n\n{table(('extractor', 'precision', 'recall', 'word F1', 'ms a row', 'reproduced'), body)}"
    )
