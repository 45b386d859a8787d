"""Every sentence of the five articles is kept, and nothing of the pages around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa import Assistant
from tests.unit.seed_paragraphs import PARAGRAPHS

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
#: What the five raw pages say that is no article; each stands in one of them, word for word.
FURNITURE = (
    "Edition: English",
    "中文简体",
    "Homepage > World Video",
    "Reporter:",
    "CCTV.com",
    "12-09-2016",
    "Follow us on",
    "scan the QR Code",
    "Instagram",
    "Wechat",
    "Off the wire",
    "waiting to join AIIB",
    "Lottery sales",
    "illegal vaccine sale",
    "cyber security founded",
    "You are here",
    "Adjust font size",
    "Xinhua, March 25",
    "Endi",
    "Listen Live",
    "country flags wave",
    "AP Photo",
    "Geert Vanden Wijngaert",
    "Get short URL",
    "Reach a New Low",
    "NATO Denies Plans",
    "NATO May Deploy",
    "Brookings Institution",
    "Checkmate",
    "Sandy Beach",
    "NATO, cooperation, Alexander Vershbow, Russia",
    "Community standards",
    "Comment via",
    "Skip to",
    "DW sites",
    "Lewis Sanders IV",
    "https://",
    "NATO chief Jens Stoltenberg",
    "Image:",
    "picture-alliance",
    "A map showing",
    "Comments (0)",
    "Add Comment",
)


def spaced(text: str) -> str:
    """The text with every run of white space, no-break spaces too, as one blank."""
    return " ".join(text.split())


@pytest.mark.parametrize("phrase", FURNITURE)
def test_page_furniture_stands_in_a_raw_page_and_in_no_article(seeds: Assistant, phrase: str) -> None:
    assert any(phrase in spaced(page.read_text(encoding="utf-8")) for page in SEEDS.glob("*.txt"))
    assert [document.id for document in seeds.documents if phrase in spaced(document.text)] == []


@pytest.mark.parametrize("article", PARAGRAPHS)
def test_paragraphs_begin_and_end_as_on_the_page(seeds: Assistant, article: str) -> None:
    text = next(document.text for document in seeds.documents if document.id == article)
    found = [spaced(paragraph) for paragraph in text.split("\n\n")]
    wanted = PARAGRAPHS[article]
    begun = [paragraph[: len(first)] for paragraph, (first, _) in zip(found, wanted, strict=True)]
    ended = [paragraph[-len(last) :] for paragraph, (_, last) in zip(found, wanted, strict=True)]
    assert begun == [first for first, _ in wanted]
    assert ended == [last for _, last in wanted]


@pytest.mark.parametrize("article", PARAGRAPHS)
def test_paragraphs_stand_word_for_word_on_the_page(seeds: Assistant, article: str) -> None:
    raw = (SEEDS / f"{article}.txt").read_text(encoding="utf-8")
    text = next(document.text for document in seeds.documents if document.id == article)
    lines = {line.strip().removesuffix(" Endi") for line in raw.splitlines()}
    assert [paragraph for paragraph in text.split("\n\n") if paragraph not in lines] == []


def test_slips_of_the_page_are_kept(seeds: Assistant) -> None:
    texts = {document.id[:3]: document.text for document in seeds.documents}
    assert 'did not change that," Stoltenbergalso said' in texts["003"]
    assert "not excessively is harsh" in texts["001"]
    assert "work with Russia , even" in texts["004"]
    assert "Western countries ‘ policies" in texts["004"]


def test_title_is_not_repeated_in_the_text(seeds: Assistant) -> None:
    assert [document.id for document in seeds.documents if document.title in document.text] == []
