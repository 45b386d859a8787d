"""Which passages an open question reads: several articles, and few of each."""

from __future__ import annotations

from collections import Counter

import pytest

from index.embed import Embedder
from index.index import Index
from qa import Document
from qa.search import HITS_OF_DOCUMENT, HITS_READ_OPEN, Scope, hits_to_read, nearest, prepared

WHY = "Why was the harbour of Oldport closed?"
LONG = "The harbour of Oldport was closed because the pier had rusted. " * 100


def read_for(documents: list[Document], embedder: Embedder) -> Counter[str]:
    index = Index.of(documents, embedder)
    search = prepared(WHY, (), Scope(), index, embedder)
    assert len(nearest(search, index, 20)) > HITS_READ_OPEN
    return Counter(hit.passage.document.id for hit in hits_to_read(search, index))


def test_an_article_that_is_near_everywhere_leaves_room_for_the_others(embedder: Embedder) -> None:
    others = [Document(name, "", f"The harbour was closed, said {name}.") for name in ("Ann", "Ben", "Cid", "Dan")]
    found = read_for([Document("long", "", LONG), *others], embedder)
    assert found["long"] == HITS_OF_DOCUMENT
    assert set(found) == {"long", "Ann", "Ben", "Cid", "Dan"}
    assert found.total() == HITS_READ_OPEN


def test_a_single_article_is_read_as_far_as_any_number(embedder: Embedder) -> None:
    assert read_for([Document("long", "", LONG)], embedder) == {"long": HITS_READ_OPEN}


@pytest.mark.parametrize("question", ["When was the harbour closed?", "Who closed the harbour?"])
def test_a_fact_is_looked_for_in_the_best_passages_alone(embedder: Embedder, question: str) -> None:
    index = Index.of([Document("long", "", LONG)], embedder)
    search = prepared(question, (), Scope(), index, embedder)
    assert hits_to_read(search, index) == nearest(search, index, 3)
