"""Folders of files of several formats: who is called what, what is looked for, and where it is looked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.errors import DossierError
from index.files import files_in
from index.read import read_file, read_folder
from qa import Assistant
from tests.unit.made_files import HEAD, PAGE, drawn, lines, word

NOTE = "The lift in the town hall was mended on Tuesday by two men."


def test_files_of_one_name_and_several_formats_are_told_apart(tmp_path: Path) -> None:
    for name in ("lift.txt", "lift.md", "lift.md.txt", "lift.TXT", "lift.md.txt.txt"):
        (tmp_path / name).write_text(NOTE)
    reading = read_folder(tmp_path)
    assert [document.id for document in reading.documents] == [
        "lift", "lift.md", "lift.md.txt", "lift.md.txt.txt", "lift.txt",
    ]  # fmt: skip
    assert reading.problems == ()


def test_sources_toml_corrects_a_file_of_any_format(tmp_path: Path) -> None:
    (tmp_path / "bridge.html").write_text(PAGE.format(head=HEAD, byline=""))
    (tmp_path / "sources.toml").write_text('["bridge.html"]\npublished = 2020-01-02\nauthor = "Omar Lie"\n')
    (document,) = read_folder(tmp_path).documents
    assert (document.published, document.author, document.outlet) == (date(2020, 1, 2), "Omar Lie", "Halden Post")


def test_name_of_a_file_is_one_printable_line_and_no_path(tmp_path: Path) -> None:
    path = tmp_path / "..\\up\n\x1b[31mred.md"
    path.write_text(NOTE)
    document, _ = read_file(path)
    assert document.id == "..\\up\\n\\x1b[31mred.md"


def test_folders_below_are_searched_but_for_hidden_ones_links_and_the_parts_of_a_saved_page(tmp_path: Path) -> None:
    for name in (
        "page.html", "page_files/frame.html", "other_files/kept.html", ".git/hidden.txt", "below/deep/a.PDF", "old.doc",
        "below/.b.txt", "~$report.docx", "below/x.pdf/in.md", "picture.png", "sources.toml",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(NOTE)
    (tmp_path / "below" / "round").symlink_to(tmp_path)
    (tmp_path / "linked.txt").symlink_to(tmp_path / "page.html")
    found = files_in(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == [
        "below/deep/a.PDF", "below/x.pdf/in.md", "linked.txt", "old.doc", "other_files/kept.html", "page.html",
    ]  # fmt: skip
    assert found.problems == ("The folder round was left out: it is a link. Name what it links to.",)


def test_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="There is no folder"):
        files_in(tmp_path / "nowhere")


def test_answer_says_on_which_page_and_under_which_heading_its_quotes_stand(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(
        drawn(
            lambda canvas: lines(canvas, ["The town hall of Halden was built in 1911."]),
            lambda canvas: lines(canvas, ["The lift in the town hall was mended because its rope had frayed."]),
        )
    )
    (tmp_path / "bridge.docx").write_bytes(
        word(
            ("Heading 1", "Cables"),
            ("Heading 1", "Repair"),
            ("Normal", "The bridge of Halden was closed because of rust."),
        )
    )
    (tmp_path / "plain.txt").write_text("Salmon returned to the river Tista because a ladder was built.")
    assistant = Assistant.from_folder(tmp_path)
    lift = assistant.ask("Why was the lift in the town hall mended?")
    assert lift.citations[0].place == "page 2"
    assert lift.citations[0].reference == "outlet not stated · undated · no headline · page 2"
    assert str(lift).endswith("· page 2")
    bridge = assistant.ask("Why was the bridge of Halden closed?")
    assert bridge.citations[0].reference == "outlet not stated · undated · Cables · section “Repair”"
    salmon = assistant.ask("Why did salmon return to the river Tista?")
    assert salmon.citations[0].place is None
