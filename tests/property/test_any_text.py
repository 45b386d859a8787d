"""No text of any kind breaks reading, asking or rendering; and what is rendered shows that text and no more."""

from __future__ import annotations

import tempfile
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.embed import Embedder
from index.read import read_folder
from qa import Answer, Assistant, Document
from tests.property.strategies import ANY_TEXT, ARTICLES, MIXED, QUESTIONS, TEXTS, stable
from ui import render
from ui.article import article
from ui.conversation import Turn
from ui.sources import sources

KEPT = "The ferry to Lindholm was delayed because fog lay over the strait."
TAGS = {"ol", "li", "h2", "p", "div", "ul", "blockquote", "q", "a", "footer", "span", "button", "b", "h3"}
PANEL_TAGS = {"h2", "h3", "p", "div", "q", "a", "span", "button", "article", "header", "mark"}


class Page(HTMLParser):
    """The tags of some HTML, and the text inside each q and mark, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.opened: list[str] = []
        self.inside: dict[str, list[str]] = {"q": [], "mark": [], "h2": []}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs if name.startswith("on")} == set()
        self.opened.append(tag)
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag, texts in self.inside.items():
            if tag in self.opened:
                texts[-1] += data


def show(answer: Answer, documents: tuple[Document, ...]) -> None:
    """Render an answer everywhere it is shown, and look at what stands there."""
    turns = [Turn(1, answer.question, answer), Turn(2, answer.question)]
    page = Page(render.conversation(turns, len(documents)))
    assert page.tags <= TAGS
    assert page.opened == []
    by_side = [citation.quote for side in answer.viewpoints for citation in side.citations]
    twice = len(answer.viewpoints) > 1 and not answer.grouped  # in order, and by who says it
    assert page.inside["q"] == [citation.quote for citation in answer.citations] + (by_side if twice else [])
    assert page.inside["h2"] == [answer.question, answer.question]
    panel = Page(sources(turns))
    assert panel.tags <= PANEL_TAGS
    for citation in answer.citations:
        places = f"{citation.number}:{citation.start}:{citation.end}"
        whole = Page(article(documents, citation.document.id, places))
        marked = "".join("".join(whole.inside["mark"]).split())
        assert marked == "".join(citation.quote.split())
    assert answer.text in str(answer)


@stable(20)
@given(text=st.one_of(ARTICLES, TEXTS, ANY_TEXT), question=QUESTIONS)
def test_any_text_is_asked_and_rendered(embedder: Embedder, text: str, question: str) -> None:
    documents = (Document("any<'\"&", text[:80], text, outlet="A&B <i>"), Document("kept", "Fog delays ferry", KEPT))
    assistant = Assistant.from_documents(documents, embedder=embedder)
    show(assistant.ask(question), documents)


@stable(50)
@given(content=st.one_of(TEXTS, MIXED, ARTICLES).map(str.encode) | st.binary(max_size=200))
def test_any_file_is_read_or_named_and_the_one_beside_it_is_read(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "any.txt").write_bytes(content)
        Path(folder, "kept.txt").write_text(KEPT, encoding="utf-8")
        reading = read_folder(folder)
    assert [document.text for document in reading.documents if document.id == "kept"] == [KEPT]
    read = [document for document in reading.documents if document.id == "any"]
    named = [problem for problem in reading.problems if problem.startswith("any.txt")]
    assert bool(read) or bool(named)
    assert all(document.text.strip() for document in read)


@stable(60)
@given(text=TEXTS)
def test_all_that_is_said_to_a_visitor_is_escaped(text: str) -> None:
    for html in (render.notice(text), render.status(1, (text,)), article((), text, text)):
        assert Page(html).tags <= {"p", "details", "summary", "ul", "li", "h2"}
