"""A real folder is dropped or chosen: folders in it, hidden files, what cannot be read; names shown as they are."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.shelf_steps import BELLS, make, told

if TYPE_CHECKING:
    from conftest import Visitor

NAME = "<img src=x onerror=alert(1)>&amp; “q”.txt"
LINES = [
    f"press/2021/may/{NAME}: 1 passage",
    "press/bells.txt: 1 passage",
    "press/notes.md: 1 passage",
    "press/broken.pdf was left out: it is damaged, or no PDF after all. Fetch or save it again.",
    "press/old.doc was left out: it is an old Office or Outlook file. Save its text as .docx, .pdf or .txt.",
    "press/page.html: 1 passage",
]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder with articles at two depths, and what is none of them."""
    folder = tmp_path / "press"
    (folder / "2021" / "may").mkdir(parents=True)
    (folder / ".cache").mkdir()
    (folder / "page_files").mkdir()
    (folder / "2021" / "may" / NAME).write_text(BELLS.replace("four", "five"))
    (folder / "notes.md").write_text(BELLS.replace("four", "seven"))
    for name in ("bells.txt", ".hidden.txt", ".cache/bells.txt", "page_files/bells.txt"):
        (folder / name).write_text(BELLS)
    (folder / "page.html").write_text("<html><body><p>" + "Four bells were hung on Monday. " * 9 + "</p></body></html>")
    (folder / "broken.pdf").write_text("%PDF-1.4 ?")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return folder


def dropped(visitor: Visitor, *paths: Path) -> None:
    """Drops what lies on the disk, as the system's file manager does."""
    page = visitor.page
    zone = page.locator(".zone").bounding_box()
    assert zone
    place = {"x": zone["x"] + zone["width"] / 2, "y": zone["y"] + 15}
    held = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "data": held, **place})


@pytest.mark.parametrize("how", ["dropped", "chosen"])
def test_folder_goes_in_with_a_line_for_each_file(visitor: Visitor, press: Path, how: str) -> None:
    make(visitor)
    if how == "dropped":
        dropped(visitor, press)
    else:
        visitor.page.locator("#zone input.folder").set_input_files(press)
    lines = told(visitor)
    expect(visitor.page.locator("#progress .results > p")).to_have_text("4 files added, 2 left out")
    assert sorted(lines) == sorted(LINES)
    assert visitor.page.locator("#progress img").count() == 0
    assert visitor.page.locator("#listing img").count() == 0


def test_folder_and_files_are_dropped_together(visitor: Visitor, press: Path, tmp_path: Path) -> None:
    make(visitor)
    shutil.rmtree(press / "2021")
    (tmp_path / "alone.txt").write_text(BELLS.replace("four", "six"))
    dropped(visitor, press, tmp_path / "alone.txt")
    assert "alone.txt: 1 passage" in told(visitor)
    assert "press/bells.txt: 1 passage" in told(visitor)


def test_folder_with_nothing_to_read_is_one_sentence(visitor: Visitor, tmp_path: Path) -> None:
    make(visitor)
    (tmp_path / "empty" / "below").mkdir(parents=True)
    dropped(visitor, tmp_path / "empty")
    expect(visitor.page.locator(".uploading")).to_have_text("There is no file in what was dropped.")
    (tmp_path / "empty" / "below" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    dropped(visitor, tmp_path / "empty")
    expect(visitor.page.locator(".uploading")).to_contain_text("There is no file here that can be read: .docx, .eml")
