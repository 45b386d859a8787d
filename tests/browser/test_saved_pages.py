"""Pages that a real browser saved or printed are read as a person reads them on its screen."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from index.errors import DossierError
from index.read import read_file
from tests.unit.made_files import HEAD, PAGE

STYLE = (
    "<style>@page {{ margin: 2cm }} body {{ font: 11pt/1.3 serif; {} }} p {{ margin: 0 0 1em; hyphens: auto }}</style>"
)
SENTENCES = [
    f"Sentence {number} of the official report finds that the harbour authority had inspected the difficult foundation."
    for number in range(80)
]
HEBREW = [
    "הגשר בעיר נסגר ביום שני למשאיות משום שהחלודה החלישה את הכבלים שלו, כך הודיעה העירייה לתושבי המקום.",
    "בשנת 2019 הוא ייפתח שוב, אמרה המהנדסת, אבל רוכבי האופניים יכולים לעבור בו כבר היום בלי שום סכנה.",
]
ARABIC = ["أغلق الجسر في المدينة يوم الاثنين أمام الشاحنات لأن الصدأ أضعف أسلاكه كما قالت البلدية للسكان."]


def printed(browser: Browser, path: Path, html: str, **options: object) -> Path:
    page = browser.new_page()
    page.set_content(f"<!doctype html><html lang=en>{html}</html>")
    page.pdf(path=path, **options)
    page.close()
    return path


def body(paragraphs: list[str], style: str = "") -> str:
    return STYLE.format(style) + "".join(f"<p>{text}</p>" for text in paragraphs)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_printed_page_is_read_in_order_without_its_headers(browser: Browser, tmp_path: Path, columns: int) -> None:
    paragraphs = [" ".join(SENTENCES[start : start + 4]) for start in range(0, 80, 4)]
    style = f"columns: {columns}; column-gap: 1cm; text-align: justify"
    path = printed(browser, tmp_path / "a.pdf", body(paragraphs, style), format="A4", display_header_footer=True)
    document, problems = read_file(path)
    assert problems == ()
    assert document.text.split() == " ".join(paragraphs).split()
    assert [place.label for place in document.places][:2] == ["page 1", "page 2"]


@pytest.mark.parametrize("paragraphs", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_text_that_runs_from_right_to_left_is_read_so(browser: Browser, tmp_path: Path, paragraphs: list[str]) -> None:
    html = f"<body dir=rtl>{body(paragraphs, 'width: 9cm')}</body>"
    document, _ = read_file(printed(browser, tmp_path / "a.pdf", html))
    assert document.text.split("\n\n") == paragraphs


def test_web_archive_that_chromium_saved_is_read(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.route(
        "https://halden.example/*",
        lambda route: route.fulfill(content_type="text/html", body=PAGE.format(head=HEAD, byline="")),
    )
    page.goto("https://halden.example/bridge?from=feed")
    saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    page.close()
    (tmp_path / "bridge.mhtml").write_text(saved["data"], newline="")
    document, problems = read_file(tmp_path / "bridge.mhtml")
    assert problems == ()
    assert document.text.startswith(
        "The Halden bridge was closed to lorries on Monday because rust had weakened its cables"
    )
    assert len(document.text.split("\n\n")) == 4
    assert (document.title, document.outlet) == ("Bridge closed to lorries", "Halden Post")
    assert document.url == "https://halden.example/bridge"


def test_page_that_was_printed_as_a_picture_is_named_as_a_scan(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_content(body(SENTENCES[:3]))
    picture = base64.b64encode(page.screenshot()).decode()
    page.set_content(f'<img width="500" src="data:image/png;base64,{picture}">')
    page.pdf(path=tmp_path / "scan.pdf")
    page.close()
    with pytest.raises(DossierError) as raised:
        read_file(tmp_path / "scan.pdf")
    assert str(raised.value).startswith("scan.pdf was left out: it is a scan: its pages are pictures without text.")
