"""Which passages are read for a question: those nearest to it and, in turns, to what was asked before it."""

from __future__ import annotations

from index.embed import Embedder
from index.index import Index
from qa import Document
from qa.search import HITS_READ, Scope, hits_to_read, nearest, prepared

LONG = "\n\n".join(
    f"Pier {number} of the harbour of Oldport was closed because it had rusted. " * 8 for number in range(40)
)
BREAD = Document("bread", "Bread", "Bread is baked at night, and the baker Ann Lee sells it in the morning.")


def test_as_many_passages_are_read_however_large_the_dossier_is(embedder: Embedder) -> None:
    index = Index.of([Document("long", "", LONG), BREAD], embedder)
    search = prepared("Why was the harbour of Oldport closed?", (), Scope(), index, embedder)
    found = hits_to_read(search, index)
    assert len(found) == HITS_READ == 20
    assert found == nearest(search, index, 20)
    assert {hit.passage.document.id for hit in found} == {"long"}


def test_a_follow_up_reads_what_is_near_the_question_before_it_too(embedder: Embedder) -> None:
    index = Index.of([Document("long", "", LONG), BREAD], embedder)
    asked = "What does she sell, and why?"
    before = [{"role": "user", "content": "Who is the baker?"}]
    alone, after = (prepared(asked, history, Scope(), index, embedder) for history in ((), before))
    assert alone.asked.turns == ""
    assert after.asked.turns == "Who is the baker?"
    assert nearest(after, index, 1)[0].passage.document.id == "bread"
    assert len({(hit.passage.document.id, hit.passage.start) for hit in hits_to_read(after, index)}) == HITS_READ
