"""What visitors do with the shelf, for the tests of it: make a dossier, choose files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import FilePayload, expect

if TYPE_CHECKING:
    from conftest import Visitor

BELLS = (
    "New bells for the abbey of Corrin\n\nBy Ann Lee\n3 May 2021\n\n"
    "The abbey of Corrin hung four new bells on Monday because the old ones had cracked.\n"
)
WHY = "Why did the abbey of Corrin hang new bells?"


def payload(name: str, content: str) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content.encode()}


def make(visitor: Visitor, name: str = "Abbey") -> None:
    """Makes a dossier, with the shelf closed before."""
    page = visitor.page
    page.locator("#opener").click()
    page.get_by_role("button", name="New", exact=True).click()
    page.get_by_label("Name of the new dossier").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator("#opener .title")).to_have_text(name)
    expect(page.locator("#status .ready")).to_have_text("0 articles in this dossier")


def drop(visitor: Visitor, *files: FilePayload) -> list[str]:
    """Chooses files, waits until they are read, and gives their lines, the last first."""
    visitor.page.locator("#zone input.files").set_input_files(list(files))
    return told(visitor)


def told(visitor: Visitor) -> list[str]:
    """What became of the files, once all are read, the last first."""
    expect(visitor.page.locator("#progress .results > p")).to_contain_text("added", timeout=60_000)
    return visitor.page.locator("#progress li").all_text_contents()
