"""A dossier of one's own on the page: made, filled, asked, corrected, emptied; by several at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.shelf_steps import BELLS, WHY, drop, make, payload

if TYPE_CHECKING:
    from conftest import Visitor

PAGE = (
    "<html><head><title>Ferry</title><meta property='og:site_name' content='Post'></head><body><article>"
    "<h1>Ferry delayed</h1><p>The ferry to Lindholm was delayed on Tuesday because thick fog lay over the strait, the "
    "harbour master said.</p><p>Passengers had to wait for three hours in the old customs house.</p></article></body>"
)


def test_a_dossier_is_made_filled_asked_corrected_and_emptied(visitor: Visitor, data: Path) -> None:
    make(visitor)
    page = visitor.page
    expect(page.locator(".promise")).to_have_text("Nothing to ask yet.")
    visitor.type(WHY)
    expect(page.locator("#complaint .notice")).to_have_text("This dossier has no articles yet. Add some first.")
    assert drop(
        visitor, payload("bells.txt", BELLS), payload("<i>ferry</i>.html", PAGE), payload("broken.pdf", "%PDF-1.4 ?")
    ) == [
        "broken.pdf was left out: it is damaged, or no PDF after all. Fetch or save it again.",
        "<i>ferry</i>.html: 1 passage",
        "bells.txt: 1 passage",
    ]
    expect(page.locator("#progress .results > p")).to_have_text("2 files added, 1 left out")
    expect(page.locator("#status .ready")).to_have_text("2 articles in this dossier")
    expect(page.locator("#shelf").get_by_role("heading", name="2 articles")).to_be_visible()
    turn = visitor.ask(WHY)
    assert turn.locator("q:visible").all_text_contents() == [
        "The abbey of Corrin hung four new bells on Monday because the old ones had cracked."
    ]
    page.get_by_role("button", name="Correct: New bells for the abbey of Corrin").click()
    page.get_by_label("Outlet", exact=True).fill("Corrin <b>Post</b>")
    page.get_by_label("Date of publication").fill("3/4/2016")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#correct .problem")).to_contain_text("“3/4/2016” is no date, or reads in two ways.")
    page.get_by_label("Date of publication").fill("")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Correct: New bells for the abbey of Corrin")).to_be_focused()
    expect(page.locator("#listing .by-hand")).to_have_count(1)
    visitor.ask(WHY)
    expect(visitor.card(1).locator(".dateline")).to_have_text("Corrin <b>Post</b> · undated")
    page.get_by_role("button", name="Remove: New bells for the abbey of Corrin").click()
    expect(page.get_by_role("dialog").locator(".about-file")).to_have_text("New bells for the abbey of Corrin")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("#listing li")).to_have_count(2)
    page.get_by_role("button", name="Remove: New bells for the abbey of Corrin").click()
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.locator("#listing li")).to_have_count(1)
    expect(page.locator("#status .ready")).to_have_text("1 article in this dossier")
    assert "hung four new bells" not in " ".join(visitor.ask(WHY).locator("q").all_text_contents())
    assert page.locator("#shelf :is(b, i):not(.zone b)").count() == 0
    assert [path.suffix for path in (data / "Abbey" / "files").iterdir()] == [".html"]


def test_dossiers_are_chosen_and_each_keeps_its_conversation(visitor: Visitor) -> None:
    page = visitor.page
    visitor.ask("Why was the Halden bridge closed?")
    make(visitor)
    expect(page.locator(".turn")).to_have_count(0)
    assert page.url.endswith("?dossier=Abbey")
    page.get_by_label("Dossier", exact=True).select_option("Demo: NATO and Russia")
    expect(page.locator(".turn .question")).to_have_text("Why was the Halden bridge closed?")
    expect(page.locator("#zone")).to_be_hidden()
    expect(page.locator("#listing .hint")).to_contain_text("This demo is read-only.")
    expect(page.locator("#listing li .dateline")).to_have_text("outlet not stated · undated · 1 passage")
    page.get_by_role("button", name="Read: Halden bridge closed").click()
    expect(page.get_by_role("dialog").locator("h2")).to_have_text("Halden bridge closed")
    page.keyboard.press("Escape")
    page.get_by_label("Dossier", exact=True).select_option("Abbey")
    expect(page.locator(".promise")).to_have_text("Nothing to ask yet.")
    page.reload()
    expect(page.locator("#opener .title")).to_have_text("Abbey")
    page.locator(".to-shelf").click()
    expect(page.get_by_role("button", name="Choose files")).to_be_focused()


def test_two_visitors_share_a_dossier_where_there_are_no_accounts(
    visit: Callable[..., Visitor], visitor: Visitor
) -> None:
    make(visitor)
    drop(visitor, payload("bells.txt", BELLS))
    other = visit(f"{visitor.url}?dossier=Abbey")
    visitor.page.locator("#zone input.files").set_input_files(
        [payload(f"{number}.html", PAGE.replace("Tuesday", f"day {number}")) for number in range(6)]
    )
    assert other.ask(WHY).locator("q:visible").count() == 1
    expect(visitor.page.locator("#progress .results > p")).to_have_text("6 files added", timeout=60_000)
    assert "thick fog lay over the strait" in other.ask("Why was the ferry to Lindholm delayed?").inner_text()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_shelf_is_accessible_and_no_wider_than_a_phone(
    visit: Callable[..., Visitor], address: str, scheme: str, width: int
) -> None:
    visitor = visit(address, scheme=scheme, width=width)
    make(visitor)
    drop(visitor, payload("W" * 150 + ".txt", BELLS), payload("broken.pdf", "%PDF-1.4 ?"))
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == width
    assert faults(visitor) == []
    visitor.page.get_by_role("button", name="Correct: New bells for the abbey of Corrin").click()
    assert faults(visitor) == []


def faults(visitor: Visitor) -> list[str]:
    found = Axe().run(visitor.page).response["violations"]
    return [f"{fault['id']}: {[node['html'] for node in fault['nodes']]}" for fault in found]
