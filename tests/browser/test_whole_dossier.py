"""A dossier is renamed and deleted on the page, each behind one confirmation, whoever else has it before them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from index.place import place_of
from index.whole import rename
from tests.browser.shelf_steps import BELLS, WHY, drop, make, payload

if TYPE_CHECKING:
    from conftest import Visitor


def test_dossier_is_renamed_and_keeps_its_conversation(visitor: Visitor, data: Path) -> None:
    make(visitor)
    drop(visitor, payload("bells.txt", BELLS))
    visitor.ask(WHY)
    page = visitor.page
    page.get_by_role("button", name="Rename dossier").click()
    expect(page.get_by_role("dialog").locator(".about-dossier")).to_have_text("Abbey: 1 article")
    expect(page.get_by_label("New name")).to_have_value("Abbey")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Rename dossier")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("Convent of Élise")  # in place of the old name, which is selected
    page.keyboard.press("Enter")
    expect(page.locator("#opener .title")).to_have_text("Convent of Élise")
    expect(page.get_by_label("Dossier", exact=True)).to_be_focused()
    expect(page.locator(".turn")).to_have_count(1)
    visitor.ask(WHY)
    page.reload()
    expect(page.locator("#opener .title")).to_have_text("Convent of Élise")
    assert sorted(path.name for path in data.iterdir() if path.is_dir()) == ["Convent of Élise"]


def test_taken_or_bad_name_is_one_sentence(visitor: Visitor) -> None:
    make(visitor)
    page = visitor.page
    page.get_by_role("button", name="New", exact=True).click()
    page.get_by_label("Name of the new dossier").fill("Bells")
    page.keyboard.press("Enter")
    expect(page.locator("#opener .title")).to_have_text("Bells")
    for name, sentence in (
        ("ABBEY", "The name 'ABBEY' is taken already. Choose another."),
        ("<b>/..", "'<b>/..' cannot be the name of a dossier."),
    ):
        page.get_by_role("button", name="Rename dossier").click()
        page.get_by_label("New name").fill(name)
        page.keyboard.press("Enter")
        expect(page.locator("#progress .notice")).to_contain_text(sentence)
        expect(page.locator("#opener .title")).to_have_text("Bells")


def test_dossier_is_deleted_after_one_confirmation_and_the_demo_never(visitor: Visitor, data: Path) -> None:
    page = visitor.page
    page.locator("#opener").click()
    expect(page.locator("#choice select")).to_be_visible()
    expect(page.locator("#choice .whole")).to_have_count(0)
    page.locator("#opener").click()
    make(visitor)
    drop(visitor, payload("bells.txt", BELLS))
    visitor.ask(WHY)
    page.get_by_role("button", name="Delete dossier").click()
    expect(page.get_by_role("dialog").locator(".about-dossier")).to_have_text("Abbey: 1 article")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Delete dossier")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator("#opener .title")).to_have_text("Demo: NATO and Russia")
    expect(page.locator("#choice select")).to_be_focused()
    assert page.locator("#choice option").all_text_contents() == ["Demo: NATO and Russia"]
    assert "dossier=" not in page.url
    assert list(data.iterdir()) == []
    page.get_by_role("button", name="New", exact=True).click()
    page.get_by_label("Name of the new dossier").fill("Abbey")
    page.keyboard.press("Enter")
    expect(page.locator("#opener .title")).to_have_text("Abbey")
    expect(page.locator(".turn")).to_have_count(0)


def test_another_visitor_who_has_it_before_them_is_told(visit: Callable[..., Visitor], visitor: Visitor) -> None:
    make(visitor)
    drop(visitor, payload("bells.txt", BELLS))
    other = visit(f"{visitor.url}?dossier=Abbey")
    other.ask(WHY)
    other.page.locator("#opener").click()
    visitor.page.get_by_role("button", name="Delete dossier").click()
    drop(other, payload("more.txt", BELLS.replace("four", "five")))
    visitor.page.get_by_role("button", name="Delete", exact=True).click()
    expect(visitor.page.locator("#progress .notice")).to_have_text(
        "The dossier 'Abbey' has changed meanwhile. Look at it before you delete it."
    )
    expect(visitor.page.locator("#listing h2")).to_have_text("2 articles")
    visitor.page.get_by_role("button", name="Delete dossier").click()
    expect(visitor.page.get_by_role("dialog").locator(".about-dossier")).to_have_text("Abbey: 2 articles")
    visitor.page.get_by_role("button", name="Delete", exact=True).click()
    expect(visitor.page.locator("#opener .title")).to_have_text("Demo: NATO and Russia")
    gone = "There is no dossier 'Abbey' here. Choose another."
    other.type(WHY)
    expect(other.page.locator("#complaint .notice")).to_have_text(gone)
    expect(other.box).to_have_value(WHY)
    other.card(1).locator(".read").click()
    expect(other.page.locator("#complaint .notice")).to_have_text(gone)
    other.page.locator("#zone input.files").set_input_files([payload("late.txt", BELLS)])
    expect(other.page.locator("#opener .title")).to_have_text("Demo: NATO and Russia")
    expect(other.page.locator("#progress .notice")).to_have_text(gone)


def test_dossier_renamed_from_the_shell_is_chosen_no_more(visitor: Visitor) -> None:
    make(visitor)
    page = visitor.page
    page.get_by_label("Dossier", exact=True).select_option("Demo: NATO and Russia")
    expect(page.locator("#opener .title")).to_have_text("Demo: NATO and Russia")
    rename(place_of("Abbey"), place_of("Convent"))
    page.get_by_label("Dossier", exact=True).select_option("Abbey")
    expect(page.locator("#progress .notice")).to_have_text("There is no dossier 'Abbey' here. Choose another.")
    assert page.locator("#choice option").all_text_contents() == ["Demo: NATO and Russia", "Convent"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_windows_are_accessible_and_no_wider_than_a_phone(
    visit: Callable[..., Visitor], address: str, scheme: str, width: int
) -> None:
    visitor = visit(address, scheme=scheme, width=width)
    make(visitor, "W" * 64)
    for does in ("Rename", "Delete"):
        visitor.page.get_by_role("button", name=f"{does} dossier").click()
        expect(visitor.page.get_by_role("dialog")).to_be_visible()
        assert visitor.page.evaluate("document.documentElement.scrollWidth") == width
        found = Axe().run(visitor.page).response["violations"]
        assert [f"{fault['id']}: {[node['html'] for node in fault['nodes']]}" for fault in found] == []
        visitor.page.keyboard.press("Escape")
