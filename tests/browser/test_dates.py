"""The chart of an answer's dates: what a point tells, and the way from it to its quote."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from qa import Assistant

if TYPE_CHECKING:
    from conftest import Visitor

CHANGED = "What changed between March and December 2016?"


def opened(visitor: Visitor, question: str) -> Page:
    """The page with the chart of the question's answer."""
    visitor.ask(question)
    visitor.page.get_by_role("button", name="When: the dates in this answer").click()
    expect(visitor.page.locator("#dates svg.marks")).to_be_visible()
    return visitor.page


def pointer_on(page: Page, selector: str) -> None:
    """Move the pointer to a mark; a level line has no height by its box, so Playwright takes it for hidden."""
    where = "one => { one.scrollIntoView({block: 'center'}); const b = one.getBoundingClientRect(); "
    x, y = page.locator(selector).first.evaluate(where + "return [b.x + b.width / 2, b.y + b.height / 2]; }")
    page.mouse.move(x, y)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_point_leads_to_its_quote_each_time_it_is_clicked(
    visit: Callable[..., Visitor], seeds_url: str, seeds: Assistant, width: int
) -> None:
    page = opened(visit(f"{seeds_url}?__theme=dark", width=width), CHANGED)
    answer = seeds.ask(CHANGED)
    for citation in (answer.citations[1], answer.citations[0], answer.citations[1]):
        pointer_on(page, f'#dates [aria-label^="Quote {citation.number},"]')
        page.mouse.down()
        page.mouse.up()
        quote = page.locator(".quotes li:has([aria-current])")
        expect(quote.locator("q")).to_have_text(citation.quote)
        expect(quote.locator("q")).to_be_in_viewport()
        expect(page.locator(f"#cite-1-{citation.number}")).to_be_focused()
    assert page.url.endswith("/?__theme=dark")


def test_a_point_says_what_it_is(reader: Visitor, seeds: Assistant) -> None:
    page = opened(reader, CHANGED)
    answer = seeds.ask(CHANGED)
    labels = page.locator("#dates .role-mark [aria-label]").evaluate_all("all => all.map(one => one.ariaLabel)")
    dated = sum(citation.document.published is not None for citation in answer.citations)
    assert len(labels) == dated + len(answer.timeline)
    event = answer.timeline[0]
    pointer_on(page, f'#dates [aria-label^="Quote {event.citation.number},"][aria-label*="told of"]')
    expect(page.locator("#vg-tooltip-element")).to_contain_text(str(event))


def test_quotes_of_a_time_stand_under_what_they_are(reader: Visitor, seeds: Assistant) -> None:
    turn = reader.ask(CHANGED)
    answer = seeds.ask(CHANGED)
    assert turn.locator('[data-view="plain"] .lead').all_text_contents() == [one.lead for one in answer.sections]
    shown = turn.locator('[data-view="plain"] q').all_text_contents()
    assert shown == [citation.quote for citation in answer.citations]
    told = turn.locator('[data-view="plain"] .told').all_text_contents()
    assert told == [f"Tells of {'; '.join(map(str, one.events))}" for one in answer.citations if one.events]
