"""The page by keyboard alone, on a phone, and under axe-core's rules in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Visitor

WHY = "why did relations deteriorate?"


def tab_to(visitor: Visitor, selector: str) -> None:
    """Presses Tab until something that matches has the focus."""
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never reached {selector}")


def test_everything_is_done_by_keyboard(reader: Visitor) -> None:
    keyboard = reader.page.keyboard
    expect(reader.box).to_be_focused()
    keyboard.type(WHY)
    keyboard.press("Enter")
    expect(reader.page.locator(".turn .about")).to_be_visible()
    keyboard.press("Shift+Tab")
    expect(reader.page.get_by_role("button", name="When: the dates in this answer")).to_be_focused()
    keyboard.press("Shift+Tab")
    expect(reader.page.locator(".copy")).to_be_focused()
    reader.page.locator("body").evaluate("body => { document.activeElement.blur(); }")
    tab_to(reader, ".cite")
    keyboard.press("Enter")
    expect(reader.card(1)).to_be_focused()
    tab_to(reader, ".read")
    keyboard.press("Enter")
    view = reader.page.get_by_role("dialog")
    expect(view.locator("mark").first).to_be_in_viewport()
    keyboard.press("Escape")
    expect(reader.card(1).locator(".read")).to_be_focused()


def test_example_by_keyboard(reader: Visitor) -> None:
    expect(reader.box).to_be_focused()
    reader.page.keyboard.press("Shift+Tab")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".turn .about")).to_be_visible()


def test_answer_is_announced(reader: Visitor) -> None:
    turn = reader.ask(WHY)
    quotes, said = turn.locator("q:visible").count(), reader.page.locator("#said")
    expect(said).to_contain_text(f"Answer with {quotes} quotes from ")
    assert said.get_attribute("role") == "status"


def test_phone_has_sources_below_and_no_sideways_scroll(visit: Callable[..., Visitor], seeds_url: str) -> None:
    phone = visit(seeds_url, width=390)
    width = "document.documentElement.scrollWidth"
    assert phone.page.evaluate(width) == 390
    turn = phone.ask(WHY)
    assert phone.page.evaluate(width) == 390
    talk, sources = (
        phone.page.locator("#talk").bounding_box(),
        phone.page.locator("#sources").bounding_box(),
    )
    assert talk
    assert sources
    assert (sources["x"], sources["width"]) == (0, 390)
    assert sources["y"] >= talk["y"] + talk["height"]
    turn.locator(".cite:visible").last.click()
    expect(phone.page.locator("#sources .card[aria-current]")).to_be_in_viewport()
    phone.page.locator("#sources .card[aria-current] .read").click()
    expect(phone.page.get_by_role("dialog").locator("mark").first).to_be_in_viewport()
    assert phone.page.evaluate(width) == 390


def test_long_words_do_not_widen_a_phone(visit: Callable[..., Visitor], seeds_url: str) -> None:
    phone = visit(seeds_url, width=390)
    question = phone.ask("W" * 500).locator(".question")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 390
    assert question.evaluate("element => element.scrollWidth - element.clientWidth") == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing(visit: Callable[..., Visitor], seeds_url: str, scheme: str, width: int) -> None:
    visitor = visit(seeds_url, scheme=scheme, width=width)
    assert ("dark" in visitor.page.locator("body").evaluate("body => body.className")) == (scheme == "dark")
    assert faults(visitor) == []
    turn = visitor.ask(WHY)
    turn.locator(".cite:visible").first.click()
    assert faults(visitor) == []
    visitor.card(1).locator(".read").click()
    expect(visitor.page.get_by_role("dialog").locator("mark").first).to_be_in_viewport()
    assert faults(visitor) == []
    visitor.page.keyboard.press("Escape")
    visitor.ask("What did Biden say about the 2022 invasion of Ukraine?")
    visitor.type(" ")
    expect(visitor.page.locator("#complaint .notice")).to_be_visible()
    assert faults(visitor) == []


def faults(visitor: Visitor) -> list[str]:
    """What axe-core objects to, with the elements it means."""
    found = Axe().run(visitor.page).response["violations"]
    return [f"{fault['id']}: {[node['html'] for node in fault['nodes']]}" for fault in found]
