"""Answers by who says it, the dates in them, and asking a part of the dossier only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from qa import Assistant

if TYPE_CHECKING:
    from conftest import Visitor

WHY = "why did relations deteriorate?"


def test_quotes_are_shown_by_who_says_them_and_back(reader: Visitor, seeds: Assistant) -> None:
    turn = reader.ask(WHY)
    answer = seeds.ask(WHY)
    turn.get_by_role("button", name="By who says it").click()
    heads = turn.locator("h3.side")
    expect(heads.first).to_be_visible()
    assert heads.all_text_contents() == [side.head for side in answer.viewpoints]
    shown = turn.locator('[data-view="sides"] q').all_text_contents()
    assert shown == [citation.quote for side in answer.viewpoints for citation in side.citations]
    expect(turn.locator('[data-view="plain"]')).to_be_hidden()
    reader.card(1).locator(".number").first.click()
    expect(turn.locator('[data-view="plain"]')).to_be_visible()
    expect(heads.first).to_be_hidden()


def test_a_quote_names_its_speaker_and_what_to_mind(reader: Visitor, seeds: Assistant) -> None:
    question = "What did the Russian deputy defence minister say about the build-up?"
    turn = reader.ask(question)
    first = seeds.ask(question).citations[0]
    quote = turn.locator(".quotes li").first
    assert quote.locator(".speaker").text_content() == str(first.speaker)
    assert quote.locator(".cautions li").all_text_contents() == list(first.cautions)


def test_views_asked_of_two_stand_under_their_heads(reader: Visitor, seeds: Assistant) -> None:
    question = "How do NATO and Russia each see the build-up?"
    turn = reader.ask(question)
    assert turn.locator("h3.side").all_text_contents() == [side.head for side in seeds.ask(question).viewpoints]
    expect(turn.locator(".views")).to_have_count(0)


def test_only_the_outlet_chosen_is_searched(reader: Visitor) -> None:
    page = reader.page
    page.get_by_role("button", name="Filter by outlet, date or speaker").click()
    page.get_by_label("Outlets").click()
    page.get_by_role("option", name="Xinhua").click()
    expect(page.locator("#chosen .kept")).to_have_text("1 of 5 articles")
    turn = reader.ask(WHY)
    assert turn.locator(".chips li").all_text_contents() == ["1 of 5 articles", "Xinhua"]
    assert "1 article searched" in turn.locator(".about").inner_text()
    assert all("Xinhua" in line for line in turn.locator(".dateline:not(.told)").all_text_contents())


def test_dates_of_an_answer_can_be_seen(reader: Visitor) -> None:
    reader.ask(WHY)
    page = reader.page
    page.get_by_role("button", name="When: the dates in this answer").click()
    expect(page.locator("#dates svg.marks")).to_be_visible()
    reader.ask("What is the capital of France?")
    expect(page.locator("#when")).to_be_hidden()
