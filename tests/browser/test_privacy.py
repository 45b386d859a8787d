"""Nobody's text becomes markup, and nobody sees another's questions.

That no other host is asked is checked for every visitor, in conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from qa import Assistant, Document

if TYPE_CHECKING:
    from conftest import Visitor

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    "<a href=http://evil.test>x</a>",
    "[x](http://evil.test)",
    "![x](http://evil.test/x.png)",
    "**bold**",
    "$a_b$",
    "<thinking>hm</thinking>",
    "${alert(3)}",
    "{{value}}",
    "@children",
    "&lt;b&gt;",
    "</p></article></dialog>",
    "\"' onmouseover=alert(4) x='",
)
INJECTED = ":is(#conversation, #sources) :is(img, script, b, strong, thinking, a[href*=evil])"


@pytest.fixture(scope="module")
def hostile() -> tuple[Assistant, str]:
    """An article that is hostile in every part, and a question that its sentences answer."""
    sentences = " ".join(
        f"The Halden bridge was closed because {text} rust had weakened its cables." for text in HOSTILE
    )
    article = Document(
        f"id {HOSTILE[-1]}",
        f"Bridge {HOSTILE[0]} {HOSTILE[5]}",
        sentences,
        outlet=f"Times {HOSTILE[1]}",
    )
    return Assistant.from_documents([article]), "Why was the Halden bridge closed?"


@pytest.fixture
def victim(visit: Callable[..., Visitor], serve: Callable[..., str], hostile: tuple[Assistant, str]) -> Visitor:
    return visit(serve(lambda: hostile[0]))


def test_hostile_article_is_shown_as_plain_text(victim: Visitor, hostile: tuple[Assistant, str]) -> None:
    assistant, question = hostile
    turn = victim.ask(question)
    answer = assistant.ask(question)
    assert answer.answered
    assert turn.locator("q:visible").all_text_contents() == [citation.quote for citation in answer.citations]
    document = assistant.documents[0]
    victim.card(1).locator(".read").click()
    view = victim.page.get_by_role("dialog")
    expect(view.locator("h2")).to_have_text(document.title)
    assert document.outlet in (victim.card(1).locator(".dateline").text_content() or "")
    assert victim.card(1).locator("h3").text_content() == document.title
    read = "".join(view.locator(".article-text").text_content() or "")
    for text in HOSTILE:
        assert text in read
    assert victim.page.locator(INJECTED).count() == 0
    assert view.locator("img, script, b, strong, a").count() == 0


def test_hostile_question_is_shown_as_plain_text(victim: Visitor) -> None:
    question = "Why was the Halden bridge closed? " + " ".join(HOSTILE)
    turn = victim.ask(question)
    assert turn.locator(".question").text_content() == question
    assert question in (victim.page.locator("#sources .group-for").text_content() or "")
    assert victim.page.locator(INJECTED).count() == 0


def test_hostile_title_is_copied_as_it_stands(victim: Visitor, hostile: tuple[Assistant, str]) -> None:
    assistant, question = hostile
    turn = victim.ask(question)
    assert turn.locator(".copy").get_attribute("data-copy") == str(assistant.ask(question))


def test_article_outside_the_dossier_is_not_served(reader: Visitor) -> None:
    reader.ask("why did relations deteriorate?")
    button = reader.card(1).locator(".read")
    button.evaluate("button => { button.dataset.document = '../app.py'; button.dataset.places = '<b>x</b>'; }")
    button.click()
    expect(reader.page.get_by_role("dialog").locator(".article")).to_have_text("This article is not in the dossier.")


def test_two_visitors_do_not_mix(visit: Callable[..., Visitor], seeds_url: str) -> None:
    one, two = visit(seeds_url, apart=True), visit(seeds_url, apart=True)
    one.ask("why did relations deteriorate?")
    two.ask("Who is Andrei Kelin?")
    one.ask("Does NATO recognise Crimea as Russian?")
    assert one.page.locator(".question").all_text_contents() == [
        "why did relations deteriorate?",
        "Does NATO recognise Crimea as Russian?",
    ]
    assert two.page.locator(".question").all_text_contents() == ["Who is Andrei Kelin?"]
    assert two.page.locator(".group").count() == 1


def test_page_names_no_other_host_and_keeps_no_history(reader: Visitor) -> None:
    reader.ask("why did relations deteriorate?")
    fetched = "performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin)"
    assert set(reader.page.evaluate(fetched)) == {reader.url.rstrip("/")}
    links = (
        "[...document.querySelectorAll('body :is([href], [src])')]"
        ".map(element => new URL(element.href || element.src).origin)"
    )
    assert set(reader.page.evaluate(links)) <= {reader.url.rstrip("/")}
    assert "deteriorate" not in reader.page.evaluate("JSON.stringify({...localStorage})")
    assert reader.page.evaluate("indexedDB.databases()") == []
    assert reader.page.request.get(f"{reader.url}gradio_api/runs").status == 404
    assert reader.page.locator("footer:visible").all_inner_texts() == reader.page.locator(".about").all_inner_texts()
