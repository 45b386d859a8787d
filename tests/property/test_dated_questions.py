"""Any question with any date: an answer of verbatim quotes, or a reason; nothing but QuestionError is ever raised."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from strategies import stable

from index.embed import Embedder
from qa import Assistant, Document
from qa.period import periods, without
from qa.question import QuestionError

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
FORMS = st.sampled_from(
    ["%-d %B %Y", "%B %Y", "%Y", "%Y-%m-%d", "early %Y", "%B %-d, %Y", "%d.%m.%Y", "%Y-%y", "%A %-d %B %Y"]
)
ASKED = st.sampled_from(
    [
        "What happened in {}?",
        "What changed between {} and {}?",
        "What happened from {} to {}?",
        "Who came after the concert on {}?",
        "What was reported before {}",
        "{}?",
        "since {} until {}",
        "What happened in Halden in {} and {}?",
    ]
)
TEXTS = st.lists(st.text(max_size=40), min_size=1, max_size=4)


@st.composite
def questions(draw: st.DrawFn) -> str:
    """A question with dates of any form, some of which no calendar has."""
    days = [draw(DAYS).strftime(draw(FORMS)) for _ in range(2)]
    return draw(ASKED).format(*days) + draw(st.text(max_size=6))


@stable(40)
@given(question=questions())
def test_periods_are_ordered_and_stand_in_the_question(question: str) -> None:
    found = periods(question)
    for one in found:
        assert one.first is None or one.last is None or one.first <= one.last
        assert 0 <= one.start < one.end <= len(question)
    assert len(without(question, found)) <= len(question)


@stable(20)
@given(question=questions(), texts=TEXTS, day=st.none() | DAYS)
def test_answer_quotes_verbatim(embedder: Embedder, question: str, texts: list[str], day: date | None) -> None:
    said = f"The concert of Halden was held in {day.year if day else 2014}. It ended on Tuesday. Prices rose in June."
    documents = [Document(str(number), text, f"{said} {text}", None, day) for number, text in enumerate(texts)]
    try:
        answer = Assistant.from_documents(documents, embedder=embedder).ask(question)
    except QuestionError:
        return
    assert answer.answered == bool(answer.citations)
    assert answer.answered != bool(answer.reason)
    places = [(one.document.id, one.start, one.end) for one in answer.citations]
    assert len(set(places)) == len(places)
    for citation in answer.citations:
        assert citation.quote == citation.document.text[citation.start : citation.end]
        assert f"“{citation.quote}” [{citation.number}]" in answer.text
