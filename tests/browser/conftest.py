"""A real browser, the real page, and a Visitor who watches what the page does behind one's back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from app import EXAMPLES, SEEDS, build, launch
from qa import Assistant, Document

INSTALLED = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
#: Chromium as root has no sandbox; the rest keeps the browser itself from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


def find_chromium() -> str | None:
    """Path of a Chrome or Chromium, installed now if need be; None is Playwright's own.

    Fails where none can be had.
    """
    path = installed()
    if path:
        return path
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        attempts.insert(0, ["sh", "-c", "apt-get update && apt-get install -y chromium"])
    said = []
    for attempt in attempts:
        tried = subprocess.run(attempt, capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            return installed()
        said.append(f"{' '.join(attempt)}\n{(tried.stdout + tried.stderr)[-500:]}")
    pytest.fail(
        "The browser tests need Chrome or Chromium; install one. Tried:\n\n" + "\n\n".join(said),
        pytrace=False,
    )


def installed() -> str | None:
    return next(filter(None, map(shutil.which, INSTALLED)), None)


@dataclass
class Visitor:
    """One person at the page; remembers every request, script error and pop-up."""

    context: BrowserContext
    page: Page
    url: str
    hosts: set[str] = field(default_factory=set)
    trouble: list[str] = field(default_factory=list)

    def arrive(self, *, wait: bool = True) -> None:
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.page.on("pageerror", lambda error: self.trouble.append(f"script error: {error}"))
        self.page.on(
            "dialog",
            lambda dialog: (self.trouble.append(f"pop-up: {dialog.message}"), dialog.dismiss()),
        )
        self.page.goto(self.url)
        if wait:
            expect(self.page.locator("#status .ready")).to_be_visible(timeout=60_000)

    @property
    def box(self) -> Locator:
        return self.page.get_by_label("Your question")

    def type(self, question: str) -> None:
        """Types a question and presses Enter, without waiting for what comes."""
        self.box.fill(question)
        self.box.press("Enter")

    def ask(self, question: str) -> Locator:
        """Asks, waits for the reply, and gives its turn."""
        before = self.page.locator(".turn").count()
        self.type(question)
        turn = self.page.locator(".turn").nth(before)
        expect(turn.locator(".about")).to_be_visible()
        return turn

    def card(self, number: int) -> Locator:
        """The card on show that holds the quote of that number."""
        return self.page.locator(f'#sources .group:not([hidden]) .card[data-numbers~="{number}"]')


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serves a page until the tests end, and gives its address."""
    pages = []

    def start(load: Callable[[], Assistant], examples: tuple[str, ...] = ()) -> str:
        pages.append(build(load, examples))
        return launch(pages[-1], None, browser=False)

    yield start
    for page in pages:
        page.close(verbose=False)


@pytest.fixture(scope="session")
def seeds() -> Assistant:
    """The Assistant that the page of `seeds_url` asks; same question, same answer."""
    return Assistant.from_folder(SEEDS)


@pytest.fixture(scope="session")
def seeds_url(serve: Callable[..., str], seeds: Assistant) -> str:
    return serve(lambda: seeds, EXAMPLES)


@pytest.fixture(scope="session")
def shared(browser: Browser) -> BrowserContext:
    """The browser profile most visitors share, so that it fetches Gradio's scripts only once."""
    return browser.new_context()


@pytest.fixture
def visit(browser: Browser, shared: BrowserContext) -> Iterator[Callable[..., Visitor]]:
    """Opens a page as a new visitor; `apart` in a browser profile of their own.

    Afterwards nobody has met a script error, a pop-up or another host than the page's own.
    """
    visitors: list[Visitor] = []

    def open_page(
        url: str,
        *,
        wait: bool = True,
        apart: bool = False,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
    ) -> Visitor:
        context = browser.new_context() if apart else shared
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        visitors.append(Visitor(context, page, url))
        visitors[-1].arrive(wait=wait)
        return visitors[-1]

    yield open_page
    for visitor in visitors:
        visitor.page.close()
        assert visitor.trouble == []
        assert visitor.hosts == {urlsplit(visitor.url).netloc}


@pytest.fixture
def reader(visit: Callable[..., Visitor], seeds_url: str) -> Visitor:
    """A visitor of the page about the project's own articles."""
    return visit(seeds_url)


@pytest.fixture(scope="session")
def small() -> Callable[[], Assistant]:
    """Loads a dossier of one short article."""
    text = "The Halden bridge was closed because rust had weakened its cables."
    return partial(Assistant.from_documents, [Document("bridge", "Halden bridge closed", text)])


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for dossiers."""
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def address(serve: Callable[..., str], small: Callable[[], Assistant], data: Path) -> str:
    """That of a page with no dossier but the demo, of one short article."""
    return serve(small)


@pytest.fixture
def visitor(visit: Callable[..., Visitor], address: str) -> Visitor:
    """A visitor of that page."""
    return visit(address)
