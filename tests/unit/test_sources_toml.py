"""sources.toml completes or corrects what the texts say; where it is wrong it is named and the articles are read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from index.read import read_folder

PAGE = "Town hall lift mended\n\nBy Ann Lee\n\nThe lift in the town hall was mended on Tuesday by two men.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lift.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def state(folder: Path, toml: str) -> None:
    (folder / "sources.toml").write_text(toml, encoding="utf-8")


def test_every_field_can_be_stated_and_wins_over_the_text(folder: Path) -> None:
    state(
        folder,
        '["lift.txt"]\ntitle = "Up again"\noutlet = "Town Post"\npublished = 2021-05-03\nauthor = "B. Moe"\n'
        'url = "https://example.org/lift"\n',
    )
    reading = read_folder(folder)
    (lift,) = reading.documents
    assert (lift.id, lift.title, lift.outlet, lift.published) == ("lift", "Up again", "Town Post", date(2021, 5, 3))
    assert (lift.author, lift.url) == ("B. Moe", "https://example.org/lift")
    assert reading.problems == ()


def test_field_that_is_not_stated_stays_as_the_text_has_it(folder: Path) -> None:
    state(folder, '["lift.txt"]\noutlet = "Town Post"\n')
    (lift,) = read_folder(folder).documents
    assert (lift.title, lift.author, lift.outlet, lift.published) == (
        "Town hall lift mended",
        "Ann Lee",
        "Town Post",
        None,
    )


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('["lift.txt"\noutlet = "Post"', r"sources\.toml was not used: it is not valid TOML \(.*line 1"),
        ('["lift.txt"]\noutlet = Post', r"sources\.toml was not used: it is not valid TOML \(.*line 2"),
        (
            '["lift.txt"]\neditor = "Ann"',
            r'\["lift\.txt"\] may state author, outlet, published, title, url and nothing',
        ),
        ('["lift.txt"]\nid = "other"', r'\["lift\.txt"\] may state author'),
        ('outlet = "Post"', r'\["outlet"\] may state author'),
        ('["lift.txt"]\npublished = "2021-05-03"', r"published of lift\.txt must be a date such as 2016-12-09\."),
        ('["lift.txt"]\npublished = 2021-05-03T10:00:00', r"published of lift\.txt must be a date"),
        ('["lift.txt"]\npublished = 2021', r"published of lift\.txt must be a date"),
        ('["lift.txt"]\noutlet = 7', r"outlet of lift\.txt must be a text in quotes\."),
        ('["lift.txt"]\nauthor = ["Ann", "Bo"]', r"author of lift\.txt must be a text in quotes\."),
    ],
)
def test_wrong_statement_is_named_and_none_is_used(folder: Path, toml: str, said: str) -> None:
    state(folder, toml)
    reading = read_folder(folder)
    (problem,) = reading.problems
    assert problem.startswith("sources.toml was not used: ")
    assert re.search(said, problem)
    (lift,) = reading.documents
    assert (lift.title, lift.outlet, lift.author) == ("Town hall lift mended", None, "Ann Lee")


def test_sources_that_are_not_utf_8_are_named(folder: Path) -> None:
    (folder / "sources.toml").write_bytes(b'["lift.txt"]\noutlet = "Caf\xe9"')
    (problem,) = read_folder(folder).problems
    assert problem.startswith("sources.toml was not used: ")


def test_missing_file_is_named_and_the_others_are_completed(folder: Path) -> None:
    state(folder, '["lift.txt"]\noutlet = "Town Post"\n["stairs.txt"]\noutlet = "Town Post"\n')
    reading = read_folder(folder)
    assert reading.documents[0].outlet == "Town Post"
    assert reading.problems == (
        f"sources.toml describes stairs.txt, but {folder} holds no such file. Correct the name or remove it.",
    )


def test_stated_date_settles_one_that_reads_in_two_ways(folder: Path) -> None:
    (folder / "lift.txt").write_text(PAGE.replace("By Ann Lee", "Ann Lee | 03-05-2021"), encoding="utf-8")
    (problem,) = read_folder(folder).problems
    assert problem.startswith("lift.txt: the date 03-05-2021 can be read in two ways")
    state(folder, '["lift.txt"]\npublished = 2021-05-03\n')
    reading = read_folder(folder)
    assert (reading.documents[0].published, reading.problems) == (date(2021, 5, 3), ())
