"""From passages to something that can be searched: sentence-transformers with FAISS, a peer, and all that we do.

    python -m bench.indexing --eval ../shared/eval

Ours reads more than the others: it parses every sentence for who says it, and embeds it too. What that takes is told
apart, and so is what reading the times of sentences would add, which is left to the first question by date.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import faiss

from bench import peer
from bench.encoding import plain
from bench.report import NotRun, table
from bench.spent import Spent, spent
from bench.texts import passages as read_passages
from index.calendar import Calendar
from index.document import Document
from index.embed import default_embedder
from index.indexed import indexed
from index.parts import parts_of
from index.passage import passages

Row = tuple[str, ...]


def part(texts: Sequence[str]) -> str:
    """Two tables: each way, and of what ours consists. Every way has run once before, on a few passages."""
    ours, absent = [document_of(number, text) for number, text in enumerate(texts)], ""
    encode, embedder = plain(), default_embedder()
    ways: dict[str, Callable[[int], Any]] = {
        "SentenceTransformer.encode, FAISS": lambda many: searchable(encode(texts[:many])),
        "ours: vectors of the passages alone, FAISS": lambda many: searchable(embedder.embed(texts[:many])),
        "ours: all that a dossier is found by": lambda many: parts_of(ours[:many], embedder),
    }
    try:
        embeddings = peer.txtai()
        ways[f"{peer.name()}, Embeddings.index"] = lambda many: embeddings.index(texts[:many])
    except NotRun as reason:
        absent = f"txtai: not run, {reason}."
    for way in ways.values():
        way(20)
    taken = {name: spent(partial(way, len(texts))) for name, way in ways.items()}
    header = ("way", "passages/s", "CPU-s per 1,000")
    about = f"The same {len(texts):,} passages, each an article, indexed once each way."
    whole = table(header, [row(name, one, len(texts)) for name, one in taken.items()])
    of_ours = table(header, (row(name, one, len(texts)) for name, one in pieces(ours)))
    return "\n\n".join((about, whole, *([absent] if absent else []), "Of ours, apart:", of_ours))


def pieces(documents: Sequence[Document]) -> Iterable[tuple[str, Spent]]:
    """What parsing takes, what all before the lists of rows takes, and what reading times would add."""
    yield "sentences, speakers and passages", spent(lambda: [list(passages(document)) for document in documents])
    yield "these, and all vectors", spent(lambda: indexed(documents, default_embedder()))
    held = [one for document in documents for one in passages(document)]
    yield "not done then: the times that sentences name", spent(lambda: list(Calendar(held).sentences()))


def document_of(number: int, text: str) -> Document:
    title, _, body = text.partition("\n")
    return Document(str(number), title, body, published=date(2020, 1, 1))


def searchable(vectors: Any) -> Any:
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    return index


def row(name: str, one: Spent, count: int) -> Row:
    return name, f"{count / one.wall:.0f}", f"{one.cpu / count * 1000:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder of the public sets")
    parser.add_argument("--passages", type=int, default=2_000)
    options = parser.parse_args()
    print(part(read_passages(options.eval, options.passages)))


if __name__ == "__main__":
    main()
