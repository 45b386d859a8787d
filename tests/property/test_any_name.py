"""No name breaks anything: outlets, titles, authors, speakers and questions made of any characters."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.embed import Embedder
from qa import Assistant, Document
from tests.property.strategies import ANY_TEXT, stable
from ui import render
from ui.conversation import Turn
from ui.sources import sources

MARKS = st.sampled_from("()[]{}*+?.^$|\\-#&~'\"<>/ ").map(str)
NAMES = st.one_of(
    st.sampled_from(
        ["North Board (statement)", "HARBOUR NOTES (BLOG)", "[A] *B*", "C++ W?", "(", "A (B", "\\d+ \\", "^$"]
    ),
    st.lists(st.one_of(MARKS, st.sampled_from(["News", "BLOG", "of", "Ä"])), min_size=1, max_size=6).map(" ".join),
    ANY_TEXT.map(lambda text: text[:40]),
)


@given(outlet=NAMES, title=NAMES, author=NAMES, who=NAMES)
@stable(60)
def test_any_name_can_be_indexed_asked_about_filtered_and_shown(
    embedder: Embedder, outlet: str, title: str, author: str, who: str
) -> None:
    text = f"{who} said that the ferry to Lindholm was late. The fog lay over the strait, {who} said."
    document = Document("a", title, text, outlet, date(2020, 1, 2), author)
    other = Document("b", "Fog", "The ferry waited two hours because of the fog.", "Halden Post")
    assistant = Assistant.from_documents([document, other], embedder=embedder)
    for question in (
        f"What does {outlet} say about the ferry?",
        f"What did {who} say?",
        f"According to {outlet}, why?",
    ):
        for options in ({}, {"where": lambda one: outlet in one.outlets}, {"speaker": who}):
            answer = assistant.ask(question[:2000], **options)
            assert all(one.quote == one.document.text[one.start : one.end] for one in answer.citations)
            assert str(answer)
            turns = [Turn(1, answer.question, answer)]
            assert render.conversation(turns, 2)
            assert sources(turns)
