"""Plain text in any encoding, and Markdown with its front matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.made_files import read, read_with_problems

ENGLISH = "Café closed for good\n\nThe café on the square closed on Monday — “for good,” as Zoë said, after 40 years.\n"
RUSSIAN = "Мост закрыт\n\nМост в городе закрыли в понедельник, потому что тросы заржавели, сообщила мэрия города.\n"
NOTE = """---
title: The bridge
outlet: Halden Post
date: 2019-05-06
authors: [Ann Lee, Omar Lie]
url: https://halden.example/bridge
---
Rust had **weakened** the [cables](https://halden.example/cables).

## What comes next

- Cyclists may cross.
- Lorries may not.

![a picture](bridge.png)
"""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (ENGLISH, "utf-16"), (ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be"), (ENGLISH, "utf-32")]
    + [(RUSSIAN, encoding) for encoding in ("cp1251", "koi8-r", "utf-8", "utf-16")],
)
def test_text_is_read_in_the_encoding_that_it_makes_sense_in(tmp_path: Path, text: str, encoding: str) -> None:
    document = read(tmp_path, "a.txt", text.encode(encoding))
    assert (document.title, document.text) == tuple(text.strip().split("\n\n"))


def test_note_is_read_without_marks_and_its_front_matter_tells_of_its_origin(tmp_path: Path) -> None:
    document = read(tmp_path, "note.md", NOTE.encode())
    assert document.text.split("\n\n") == [
        "Rust had weakened the cables.",
        "What comes next",
        "Cyclists may cross.",
        "Lorries may not.",
    ]
    assert (document.title, document.outlet, document.published) == ("The bridge", "Halden Post", date(2019, 5, 6))
    assert (document.author, document.url) == ("Ann Lee, Omar Lie", "https://halden.example/bridge")
    assert document.place(0) is None
    assert document.place(document.text.index("Lorries")) == "section “What comes next”"


def test_front_matter_in_toml_is_read_and_a_first_heading_is_the_title(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", b"+++\npublished = 2020-02-03\n+++\n# The bridge\n\nIt is closed.\n")
    assert (document.title, document.text, document.published) == ("The bridge", "It is closed.", date(2020, 2, 3))


def test_rules_around_what_is_no_front_matter_are_markdown(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", b"---\nHe said: this: is no front matter.\n---\n\nIt goes on.\n")
    assert (document.title, document.text) == ("He said: this: is no front matter.", "It goes on.")


def test_ambiguous_date_of_a_note_is_reported(tmp_path: Path) -> None:
    document, problems = read_with_problems(tmp_path, "a.md", b"---\ndate: 03/05/2021\n---\nThe bridge is closed.\n")
    assert document.published is None
    assert problems[0].startswith("a.md: the date 03/05/2021 can be read in two ways")


def test_markup_of_a_note_is_no_code_and_no_hidden_text(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", b"Before.\n\n<script>alert(1)</script>\n\nAfter &lt;b&gt; <b>bold</b>.\n")
    assert document.text == "Before.\n\nAfter <b> bold."
