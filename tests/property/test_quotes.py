"""Whatever a dossier holds, each quote is a verbatim slice of whole sentences, and the same question gets it again."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from index.embed import Embedder
from qa import Answer, Assistant, Document
from tests.property.strategies import ARTICLES, QUESTIONS, stable

DOSSIERS = st.lists(st.tuples(st.sampled_from(["Fog delays ferry", "", "Lund & <b>Berg</b>"]), ARTICLES), max_size=2)
OPEN = st.sampled_from(["Why was the ferry delayed?", "What did Captain Lund say?", "fog", "When will the ferry sail?"])
PLAIN = "The ferry to Lindholm was delayed because fog lay over the strait. Captain Eva Lund said nobody was hurt."


def dossier(articles: list[tuple[str, str]]) -> list[Document]:
    return [Document(str(number), title, text) for number, (title, text) in enumerate(articles)]


def check(answer: Answer) -> None:
    """All that holds of any answer."""
    assert 0 <= answer.confidence <= 1
    assert answer.answered is bool(answer.citations)
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    rest = answer.text
    for citation in answer.citations:
        passage = citation.passage
        assert citation.quote == citation.document.text[citation.start : citation.end] != ""
        assert passage.document is citation.document
        assert passage.start <= citation.start < citation.end <= passage.end
        whole = [s for s in passage.sentences if citation.start <= s.start and s.end <= citation.end]
        assert (whole[0].start, whole[-1].end) == (citation.start, citation.end)
        assert re.match(rf"” \[{citation.number}\]", rest.split(citation.quote, 1)[1])
        rest = rest.split(citation.quote, 1)[1]
        assert citation.reference.endswith(citation.document.origin)
        assert f"[{citation.number}] {citation.reference}" in str(answer)
        if citation.speaker:
            assert citation.speaker.name in " ".join(citation.document.text.split())
    if answer.answered:
        assert (answer.reason, answer.nearest) == (None, ())
    else:
        assert answer.reason == answer.text
        assert re.fullmatch(r"[A-Z].+\.", answer.reason, re.DOTALL)
    places = [(c.document.id, place) for c in answer.citations for place in range(c.start, c.end)]
    assert len(places) == len(set(places))


@stable(20)
@given(articles=DOSSIERS, question=QUESTIONS)
def test_any_question_of_any_dossier(embedder: Embedder, articles: list[tuple[str, str]], question: str) -> None:
    assistant = Assistant.from_documents(dossier(articles), embedder=embedder)
    answer = assistant.ask(question)
    check(answer)
    assert assistant.ask(question) == answer


@stable(12)
@given(articles=DOSSIERS, question=OPEN)
def test_question_that_the_dossier_answers(embedder: Embedder, articles: list[tuple[str, str]], question: str) -> None:
    documents = [*dossier(articles), Document("plain", "Fog delays ferry to Lindholm", PLAIN)]
    answer = Assistant.from_documents(documents, embedder=embedder).ask(question)
    check(answer)
    again = Assistant.from_documents(documents, embedder=embedder).ask(question)
    assert again == answer


@stable(10)
@given(articles=DOSSIERS, kept=st.sets(st.sampled_from(["0", "1"])), question=OPEN)
def test_where_is_kept_to(embedder: Embedder, articles: list[tuple[str, str]], kept: set[str], question: str) -> None:
    assistant = Assistant.from_documents(dossier(articles), embedder=embedder)
    answer = assistant.ask(question, where=lambda document: document.id in kept)
    check(answer)
    assert {citation.document.id for citation in answer.citations} <= kept
    assert {passage.document.id for passage in answer.nearest} <= kept
    hits = assistant.search(question, where=lambda document: document.id in kept)
    assert {hit.passage.document.id for hit in hits} <= kept
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
