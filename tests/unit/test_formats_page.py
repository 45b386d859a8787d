"""Saved web pages: the article alone, under its headings, and its origin as far as the page states it."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from tests.unit.made_files import HEAD, PAGE, read, read_with_problems

ARTICLE = (
    "The Halden bridge was closed to lorries on Monday because rust had weakened its cables, the town said.",
    "Engineer Mira Sand found the damage during an inspection; she said that the repair would cost 4.2 million crowns.",
    "What comes next",
    "Cyclists may still cross, but lorries must take the road by the lake until the repair is done in the autumn.",
)
DATED = '<p class="date">{}</p>'


def page(head: str = "", byline: str = "") -> bytes:
    return PAGE.format(head=head, byline=byline).encode()


def test_article_is_read_without_what_surrounds_it_and_with_what_the_page_states(tmp_path: Path) -> None:
    document = read(tmp_path, "bridge.html", page(HEAD))
    assert tuple(document.text.split("\n\n")) == ARTICLE
    assert (document.id, document.title, document.outlet) == ("bridge.html", "Bridge closed to lorries", "Halden Post")
    assert (document.author, document.published) == ("Ann Lee", date(2019, 5, 6))
    assert document.url == "https://halden.example/bridge"
    assert document.place(0) is None
    assert document.place(document.text.index("Cyclists")) == "section “What comes next”"


def test_page_that_states_nothing_of_its_origin_leaves_it_unknown(tmp_path: Path) -> None:
    document = read(tmp_path, "bridge.htm", page())
    assert tuple(document.text.split("\n\n")) == ARTICLE
    assert (document.outlet, document.published, document.author, document.url) == (None, None, None, None)


@pytest.mark.parametrize(
    ("head", "byline", "day"),
    [
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-02-29"}</script>',
            "",
            (29, 2),
        ),
        ('<script type="application/ld+json">{"@type":"Event","datePublished":"2020-02-29"}</script>', "", None),
        ('<meta property="article:modified_time" content="2020-03-01">', "", None),
        ("", '<time datetime="2020-03-05T08:00">last Thursday</time>', (5, 3)),
        ("", DATED.format("Published on 17 March 2020"), (17, 3)),
        ("", DATED.format("March 17, 2020, 9:02 AM"), (17, 3)),
        ("", DATED.format("Updated on 17 March 2020"), None),
        ("", "<p>17 March 2020 was a Tuesday.</p>", None),
    ],
)
def test_date_is_the_one_of_publication_and_no_other(
    tmp_path: Path, head: str, byline: str, day: tuple[int, int] | None
) -> None:
    wanted = date(2020, day[1], day[0]) if day else None
    assert read(tmp_path, "a.html", page(head, byline)).published == wanted


def test_date_that_reads_in_two_ways_stays_unknown_and_is_reported(tmp_path: Path) -> None:
    document, problems = read_with_problems(tmp_path, "a.html", page("", DATED.format("03-05-2021")))
    assert document.published is None
    (problem,) = problems
    assert problem.startswith("a.html: the date 03-05-2021 can be read in two ways, so it counts as unknown.")


def test_address_is_where_the_browser_says_it_was_saved_from(tmp_path: Path) -> None:
    content = b"<!-- saved from url=(0030)https://halden.example/a -->\n" + page()
    assert read(tmp_path, "a.html", content).url == "https://halden.example/a"


@pytest.mark.parametrize(
    ("encoding", "declared"), [("cp1251", "windows-1251"), ("utf-16", ""), ("utf-8-sig", ""), ("cp1252", "iso-8859-1")]
)
def test_page_is_read_in_the_encoding_that_it_states(tmp_path: Path, encoding: str, declared: str) -> None:
    name = "Мира Санд" if encoding != "cp1252" else "Zoë “Zo” Café"
    source = page(f'<meta charset="{declared}">' if declared else "").decode().replace("Mira Sand", name)
    document = read(tmp_path, "a.html", source.encode(encoding))
    assert document.text.split("\n\n")[1].startswith(f"Engineer {name} found the damage")


def test_web_archive_is_read_and_the_day_on_which_it_was_saved_is_no_date(tmp_path: Path) -> None:
    archive = EmailMessage(policy=SMTP)
    archive["From"] = "<Saved by Blink>"
    archive["Snapshot-Content-Location"] = "https://halden.example/bridge"
    archive["Subject"] = "Bridge closed to lorries"
    archive["Date"] = "Tue, 7 May 2024 10:00:00 -0000"
    archive.set_content(page().decode(), subtype="html", cte="quoted-printable")
    archive.make_related()
    document = read(tmp_path, "bridge.mhtml", archive.as_bytes())
    assert tuple(document.text.split("\n\n")) == ARTICLE
    assert (document.title, document.url) == ("Bridge closed to lorries", "https://halden.example/bridge")
    assert document.published is None
