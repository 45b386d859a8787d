"""Pages of invented sites: the article is kept word for word, what the site says around it is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index.document import Document
from index.read import read_file

RECIPE = """We use cookies to make this site better. Accept all cookies
Home | Recipes | Gardens | Shop
Sign in

Grandmother's rye bread needs no kneading
By Tilda Moss
14 March 2022
Share on Facebook
Share on Pinterest

My grandmother baked this rye bread every Friday, and she never kneaded it.

Photo: Tilda Moss / Getty Images

Mix 400 grams of rye flour with a pinch of salt, stir in warm water, and leave the dough overnight.

Why no kneading?

Rye holds little gluten, so kneading is in vain. "Patience does the work," my grandmother used to say.

Bake the loaf for an hour at 220 degrees. Let it cool before you cut it!

Subscribe to our newsletter and never miss a recipe!
Enter your e-mail address

You may also like
Ten soups for a cold evening
How to keep a sourdough alive
The best knives of 2022

Comments (3)
Leave a comment
All rights reserved. Copyright 2022 Moss Kitchen
"""
WRAPPED = """A lighthouse goes dark

By Jane Doe
Published: 3 May 2021

The lighthouse on Skerry Point went dark last night for the first
time in a hundred and twelve years, the harbour office said, and
nobody on the island could say why.

Its keeper, Tom Reed, left in April. "I was told that a machine
would do it," he said. "There is no machine."

Fishermen now steer by the lamp of the church.
"""
WIRE = """UPDATE 1-Lagos opens rail line after delays

LAGOS, May 3 (Reuters) - Lagos opened its first urban rail line on Monday after a decade of delays, the state said.

The line is 13 km long and has five stations. Trains run every ten minutes, according to the operator.

"It cuts my way to work by an hour," said Ada Obi, a nurse.

(END)
"""


def read(folder: Path, page: str) -> Document:
    file = folder / "page.txt"
    file.write_text(page, encoding="utf-8")
    return read_file(file)[0]


def test_recipe_blog_keeps_the_recipe(tmp_path: Path) -> None:
    document = read(tmp_path, RECIPE)
    assert document.title == "Grandmother's rye bread needs no kneading"
    assert document.text.split("\n\n") == [
        "My grandmother baked this rye bread every Friday, and she never kneaded it.",
        "Mix 400 grams of rye flour with a pinch of salt, stir in warm water, and leave the dough overnight.",
        "Why no kneading?",
        'Rye holds little gluten, so kneading is in vain. "Patience does the work," my grandmother used to say.',
        "Bake the loaf for an hour at 220 degrees. Let it cool before you cut it!",
    ]


def test_recipe_blog_tells_who_wrote_it_and_when(tmp_path: Path) -> None:
    document = read(tmp_path, RECIPE)
    assert (document.author, document.published) == ("Tilda Moss", date(2022, 3, 14))


def test_hard_wrapped_text_is_joined_to_paragraphs(tmp_path: Path) -> None:
    document = read(tmp_path, WRAPPED)
    assert document.title == "A lighthouse goes dark"
    assert document.text.split("\n\n") == [
        " ".join(WRAPPED.splitlines()[5:8]),
        'Its keeper, Tom Reed, left in April. "I was told that a machine would do it," he said. "There is no machine."',
        "Fishermen now steer by the lamp of the church.",
    ]


def test_hard_wrapped_text_tells_who_wrote_it_and_when(tmp_path: Path) -> None:
    document = read(tmp_path, WRAPPED)
    assert (document.author, document.published, document.outlet) == ("Jane Doe", date(2021, 5, 3), None)


def test_wire_report_keeps_its_dateline_and_drops_its_end_mark(tmp_path: Path) -> None:
    for mark in ("(END)", "###", "ENDS", "-30-", ""):
        document = read(tmp_path, WIRE.replace("(END)", mark))
        assert document.text.split("\n\n") == [
            WIRE.splitlines()[2],
            "The line is 13 km long and has five stations. Trains run every ten minutes, according to the operator.",
            '"It cuts my way to work by an hour," said Ada Obi, a nurse.',
        ]
        assert document.outlet == "Reuters"
        assert document.title == "UPDATE 1-Lagos opens rail line after delays"


def test_wire_report_without_a_year_has_no_date(tmp_path: Path) -> None:
    assert read(tmp_path, WIRE).published is None


def test_end_mark_behind_the_last_full_stop_is_dropped(tmp_path: Path) -> None:
    page = WIRE.replace("a nurse.\n\n(END)", "a nurse. ENDS")
    assert read(tmp_path, page).text.endswith("said Ada Obi, a nurse.")


def test_bare_sentences_are_an_article_without_headline(tmp_path: Path) -> None:
    document = read(tmp_path, "The ferry sank. Nobody was hurt.\n\nDivers look for the wreck today.")
    assert (document.title, document.text) == (
        "",
        "The ferry sank. Nobody was hurt.\n\nDivers look for the wreck today.",
    )


def test_text_in_which_nothing_looks_like_an_article_is_kept_whole(tmp_path: Path) -> None:
    document = read(tmp_path, "milk\neggs\nbread and butter\n")
    assert (document.title, document.text) == ("", "milk\n\neggs\n\nbread and butter")


def test_article_that_speaks_of_newsletters_and_cookies_keeps_its_sentences(tmp_path: Path) -> None:
    page = (
        "Court rules on cookies\n\nThe court ruled on Friday that a site must ask before it sets cookies.\n\n"
        "The newsletter of the ministry had advised otherwise, and its copyright notice was wrong too.\n"
    )
    assert read(tmp_path, page).text.split("\n\n") == [
        "The court ruled on Friday that a site must ask before it sets cookies.",
        "The newsletter of the ministry had advised otherwise, and its copyright notice was wrong too.",
    ]
