"""The page before its articles are loaded, and when they cannot be."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from app import SEEDS
from qa import Assistant, DossierError
from ui.background import BROKEN

if TYPE_CHECKING:
    import pytest
    from conftest import Visitor

QUESTION = "Why was the Halden bridge closed?"


def test_question_asked_while_loading_is_answered_afterwards(
    visit: Callable[..., Visitor], serve: Callable[..., str], small: Callable[[], Assistant]
) -> None:
    released = Event()

    def load() -> Assistant:
        released.wait(30)
        return small()

    visitor = visit(serve(load), wait=False)
    expect(visitor.page.locator("#status .loading")).to_contain_text("Loading the articles")
    visitor.type(QUESTION)
    expect(visitor.page.locator(".turn .waiting")).to_contain_text("Still loading")
    assert visitor.page.locator(".turn .question").text_content() == QUESTION
    assert visitor.page.locator("q").count() == 0
    released.set()
    ready = visitor.page.locator("#status .ready")
    expect(ready).to_have_text("1 article in this dossier", timeout=60_000)
    expect(visitor.page.locator(".turn q")).to_have_text(
        "The Halden bridge was closed because rust had weakened its cables."
    )
    expect(visitor.page.locator(".turn .about")).to_contain_text("1 article searched")


def test_dossier_that_cannot_be_loaded_says_why(visit: Callable[..., Visitor], serve: Callable[..., str]) -> None:
    sentence = "There is no article in <nowhere>. Put some there."

    def load() -> Assistant:
        raise DossierError(sentence)

    visitor = visit(serve(load), wait=False)
    expect(visitor.page.locator("#status .notice")).to_have_text(sentence)
    visitor.type(QUESTION)
    expect(visitor.page.locator("#complaint .notice")).to_have_text(sentence)


def test_bug_while_loading_is_logged_and_told(
    visit: Callable[..., Visitor], serve: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    def load() -> Assistant:
        raise RuntimeError("bug in loading")

    visitor = visit(serve(load), wait=False)
    expect(visitor.page.locator("#status .notice")).to_have_text(BROKEN)
    assert "RuntimeError: bug in loading" in caplog.text


def test_program_serves_this_computer_only() -> None:
    """`python app.py` itself: it listens on 127.0.0.1 and nowhere else."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, SEEDS.parent / "app.py", "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as program:
        try:
            assert "Dossier" in first_page(f"http://127.0.0.1:{port}/", program)
            with socket.socket() as outside:
                outside.settimeout(2)
                assert outside.connect_ex((own_address(), port)) != 0
        finally:
            program.kill()


def first_page(address: str, program: subprocess.Popen[bytes]) -> str:
    """The page as soon as it is there, within a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until and program.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                return str(reply.read().decode())
        except OSError:
            time.sleep(0.2)
    return ""


def own_address() -> str:
    """An address of this computer other than 127.0.0.1; without one, one that nobody uses."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: choosing a route is all that happens
        except OSError:
            return "127.0.0.2"
        return str(probe.getsockname()[0])
