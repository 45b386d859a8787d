"""Logging in, and what is behind it: an account sees the demo and its own dossiers, and nobody else sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import build, launch
from qa import Assistant
from tests.browser.shelf_steps import BELLS, WHY, drop, make, payload
from ui.accounts import Accounts, add_account

if TYPE_CHECKING:
    from conftest import Visitor

#: What axe-core objects to in Gradio's own page, which has no place for a landmark.
GRADIOS = {"landmark-one-main", "region"}


@pytest.fixture
def closed(tmp_path: Path, data: Path, small: Callable[[], Assistant]) -> Iterator[str]:
    """The address of a page with two accounts, eva and ola."""
    for name in ("eva", "ola"):
        add_account(tmp_path / "accounts", name, f"{name}'s password")
    page = build(small, accounts=True)
    yield launch(page, None, browser=False, accounts=Accounts.read(tmp_path / "accounts"))
    page.close(verbose=False)


def log_in(visitor: Visitor, name: str, password: str) -> None:
    visitor.page.get_by_label("username").fill(name)
    visitor.page.get_by_label("password").fill(password)
    visitor.page.get_by_role("button", name="Login").click()


def test_an_account_sees_the_demo_and_its_own_dossiers_only(visit: Callable[..., Visitor], closed: str) -> None:
    eva, ola = (visit(closed, wait=False, apart=True) for _ in range(2))
    for path in ("config", "gradio_api/upload", "gradio_api/queue/join", "gradio_api/component_server"):
        assert eva.context.request.fetch(f"{closed}{path}", method="GET" if path == "config" else "POST").status == 401
    log_in(eva, "eva", "ola's password")
    expect(eva.page.get_by_text("Incorrect Credentials")).to_be_visible()
    for visitor, name in ((eva, "eva"), (ola, "ola")):
        log_in(visitor, name, f"{name}'s password")
        expect(visitor.page.locator("#status .ready")).to_have_text("1 article in this dossier", timeout=60_000)
    make(eva)
    drop(eva, payload("bells.txt", BELLS))
    eva.ask(WHY)
    ola.page.locator("#opener").click()
    assert ola.page.locator("#choice option").all_text_contents() == ["Demo: NATO and Russia"]
    ola.page.goto(f"{closed}?dossier=Abbey")  # the address of her dossier leads him to the demo
    expect(ola.page.locator("#opener .title")).to_have_text("Demo: NATO and Russia")
    ola.page.locator("#opener").click()
    ola.page.locator("#choice select").evaluate("select => { select.options[0].value = 'Abbey'; }")
    ola.page.locator("#choice select").dispatch_event("change")  # nor does an event that names it
    expect(ola.page.locator("#listing h3")).to_have_text("Halden bridge closed")
    ola.page.locator("#opener").click()
    make(ola)
    expect(ola.page.locator("#listing h2")).to_have_text("0 articles")
    ola.page.evaluate(  # a made-up way to her article
        "document.querySelector('#talk').insertAdjacentHTML('beforeend', '<button class=\"read\" data-places=\"\" "
        'data-document="bells">x</button>\')'
    )
    ola.page.locator("#talk button.read").click()
    expect(ola.page.get_by_role("dialog").locator(".article")).to_have_text("This article is not in the dossier.")
    assert re.search("computer that serves this page", ola.page.locator(".tagline").inner_text())


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_the_way_in_and_out_is_in_our_colours(
    visit: Callable[..., Visitor], closed: str, scheme: str, width: int
) -> None:
    eva = visit(closed, wait=False, apart=True, scheme=scheme, width=width)
    expect(eva.page).to_have_title("Log in to Dossier")
    expect(eva.page.get_by_role("heading")).to_have_text(["Log in to Dossier"])
    log_in(eva, "eva", "wrong")
    expect(eva.page.get_by_text("Incorrect Credentials")).to_be_visible()
    assert {fault["id"] for fault in Axe().run(eva.page).response["violations"]} == GRADIOS
    assert eva.page.evaluate("document.documentElement.scrollWidth") == width
    colours = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(document.body).getPropertyValue('--accent')]"
    button, accent = eva.page.get_by_role("button", name="Login").evaluate(colours)
    assert tuple(map(int, re.findall(r"\d+", button))) == tuple(bytes.fromhex(accent.strip().removeprefix("#")))
    log_in(eva, "eva", "eva's password")
    expect(eva.page.locator("#status .ready")).to_be_visible()
    eva.page.get_by_role("link", name="Log out").click()
    expect(eva.page).to_have_title("Log in to Dossier")
