"""What is known of where each of the five articles comes from, and what is not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from index.read import read_folder
from qa import Assistant

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CCTV, XINHUA, SPUTNIK, WELLE, LAST = (
    "000_2b3cb83aba2fca87",
    "001_fdd7106a3a0a0c62",
    "002_f7be7df4f5b70348",
    "003_51b4c8b96a223870",
    "004_c93ca4cd981dbd98",
)
#: Title, outlet, published, author, url; None is what neither the page nor sources.toml states.
ORIGINS = {
    CCTV: (
        "Relations between Russia and US, NATO at new low",
        "CCTV.com",
        date(2016, 12, 9),
        "Daria Bondarchuk",
        None,
    ),
    XINHUA: (
        "News Analysis: Russia-West ties thaw, but obstacles remain before normalizing relations",
        "Xinhua",
        date(2016, 3, 25),
        None,
        None,
    ),
    SPUTNIK: ("NATO Hopes to Return to Constructive Cooperation With Russia", "Sputnik", None, None, None),
    WELLE: (
        "NATO and Russia: 'Profound disagreements'",
        "Deutsche Welle",
        date(2016, 4, 20),
        "Lewis Sanders IV",
        "https://p.dw.com/p/1IZ8K",
    ),
    LAST: (
        "Relations between Russia and NATO are worsening and threaten global security",
        None,
        None,
        None,
        None,
    ),
}


def test_the_five_articles_are_read_in_order_without_a_problem(seeds: Assistant) -> None:
    assert [document.id for document in seeds.documents] == list(ORIGINS)
    assert seeds.problems == ()


@pytest.mark.parametrize("article", ORIGINS)
def test_origin_of_each_article(seeds: Assistant, article: str) -> None:
    document = next(document for document in seeds.documents if document.id == article)
    found = (document.title, document.outlet, document.published, document.author, document.url)
    assert found == ORIGINS[article]


@pytest.mark.parametrize("article", ORIGINS)
def test_what_the_texts_alone_tell_is_no_guess(tmp_path: Path, article: str) -> None:
    shutil.copy(SEEDS / f"{article}.txt", tmp_path)
    reading = read_folder(tmp_path)
    (document,) = reading.documents
    title, outlet, published, author, _ = ORIGINS[article]
    assert (document.title, document.author) == (title, author)
    assert document.outlet == (None if article == WELLE else outlet)
    assert document.published == (None if article == CCTV else published)


def test_date_that_reads_in_two_ways_is_unknown_and_named(tmp_path: Path) -> None:
    shutil.copy(SEEDS / f"{CCTV}.txt", tmp_path)
    reading = read_folder(tmp_path)
    assert reading.documents[0].published is None
    (problem,) = reading.problems
    assert problem.startswith(f"{CCTV}.txt: the date 12-09-2016 can be read in two ways")
    assert problem.endswith("State `published` in sources.toml, or correct it on the page.")
