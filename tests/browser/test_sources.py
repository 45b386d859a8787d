"""From a citation to its card, and from the card to the whole article and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from qa import Assistant

if TYPE_CHECKING:
    from conftest import Visitor

WHY = "why did relations deteriorate?"
CRIMEA = "Does NATO recognise Crimea as Russian?"


def test_clicked_citation_brings_its_card_into_view_and_marks_it(reader: Visitor, seeds: Assistant) -> None:
    turn = reader.ask(WHY)
    for citation in reversed(seeds.ask(WHY).citations):
        link = turn.locator(".cite:visible", has_text=str(citation.number))
        link.click()
        card = reader.card(citation.number)
        expect(card).to_have_attribute("aria-current", "true")
        expect(card.locator("h3")).to_be_in_viewport()
        expect(card.locator("mark.current").first).to_be_in_viewport()
        expect(reader.page.locator("#sources [aria-current]")).to_have_count(1)
        assert (
            "".join(card.locator("mark.current").all_text_contents()).split()
            == "".join(citation.quote.split("\n\n")).split()
        )
        shown = f"{card.locator('.dateline').text_content()} · {card.locator('h3').text_content()}"
        assert shown == citation.document.origin


def test_enter_on_a_citation_moves_to_its_card_and_back(reader: Visitor) -> None:
    link = reader.ask(WHY).locator(".cite:visible").nth(1)
    link.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.card(2)).to_be_focused()
    expect(reader.card(2)).to_be_in_viewport()
    reader.card(2).locator(".number", has_text="2").press("Enter")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_article_opens_at_the_quote_and_escape_returns(reader: Visitor, seeds: Assistant, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    citation = seeds.ask(WHY).citations[1]
    reader.ask(WHY).locator(".cite:visible").nth(1).click()
    button = reader.card(2).locator(".read")
    button.click()
    view = reader.page.get_by_role("dialog")
    expect(view.locator("mark.current").first).to_be_in_viewport()
    assert "".join(view.locator("mark.current").all_text_contents()).split() == citation.quote.split()
    shown = [paragraph.text_content() for paragraph in view.locator(".article-text p").all()]
    assert "".join("".join(shown).split()) == "".join(citation.document.text.split())
    assert view.locator("h2").text_content() == citation.document.title
    reader.page.keyboard.press("Escape")
    expect(view).to_be_hidden()
    expect(button).to_be_focused()


def test_article_closes_by_its_button_and_opens_again(reader: Visitor) -> None:
    reader.ask(WHY)
    view = reader.page.get_by_role("dialog")
    for _ in range(2):
        reader.card(1).locator(".read").click()
        expect(view.locator("mark").first).to_be_in_viewport()
        view.get_by_role("button", name="Close the article").click()
        expect(view).to_be_hidden()


def test_citations_of_an_earlier_answer_still_lead_to_its_cards(reader: Visitor, seeds: Assistant) -> None:
    first = reader.ask(WHY)
    second = reader.ask(CRIMEA)
    expect(reader.page.locator("#sources .group:not([hidden]) .group-for")).to_contain_text(CRIMEA)
    for turn, question, number in ((first, WHY, 2), (second, CRIMEA, 1), (first, WHY, 1)):
        turn.locator(".cite:visible", has_text=str(number)).click()
        expect(reader.page.locator("#sources .group:not([hidden]) .group-for")).to_contain_text(question)
        expect(reader.card(number)).to_be_in_viewport()
        quote = seeds.ask(question).citations[number - 1].quote
        assert "".join(reader.card(number).locator("mark.current").all_text_contents()).split() == quote.split()


def test_nearest_passage_opens_in_its_article(reader: Visitor, seeds: Assistant) -> None:
    question = "What did Biden say about the 2022 invasion of Ukraine?"
    reader.ask(question)
    nearest = seeds.ask(question).nearest[0]
    reader.page.locator("#sources .card.near .read").first.click()
    marks = reader.page.get_by_role("dialog").locator("mark.near")
    expect(marks.first).to_be_in_viewport()
    assert "".join("".join(marks.all_text_contents()).split()) == "".join(nearest.text.split())
