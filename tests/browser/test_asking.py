"""Asking a question and what stands in the conversation afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from app import EXAMPLES, FAULT
from qa import Answer, Assistant, DossierError

if TYPE_CHECKING:
    from conftest import Visitor

WHY = "why did relations deteriorate?"
UNKNOWN = "What did Biden say about the 2022 invasion of Ukraine?"


def test_typed_question_is_answered_in_quotes(reader: Visitor, seeds: Assistant) -> None:
    turn = reader.ask(WHY)
    answer = seeds.ask(WHY)
    assert turn.locator(".question").text_content() == WHY
    assert turn.locator("q:visible").all_text_contents() == [citation.quote for citation in answer.citations]
    assert turn.locator(".cite:visible").all_text_contents() == [str(citation.number) for citation in answer.citations]
    assert turn.locator(".lead").all_text_contents() == ([answer.lead] if answer.lead else [])
    assert "5 articles searched" in turn.locator(".about").inner_text()
    assert "%" not in turn.inner_text()
    expect(reader.box).to_have_value("")
    expect(reader.box).to_be_focused()


def test_ask_button_does_what_enter_does(reader: Visitor) -> None:
    reader.box.fill(WHY)
    reader.page.get_by_role("button", name="Ask", exact=True).click()
    expect(reader.page.locator(".turn .question")).to_have_text(WHY)
    expect(reader.page.locator(".turn .cite").first).to_have_text("1")


def test_example_question_is_asked_when_clicked(reader: Visitor) -> None:
    reader.page.get_by_role("button", name=EXAMPLES[1]).click()
    expect(reader.page.locator(".turn .question")).to_have_text(EXAMPLES[1])
    expect(reader.page.locator(".turn .about")).to_be_visible()
    expect(reader.page.locator("#examples")).to_be_hidden()


def test_declined_question_shows_reason_and_nearest_passages(reader: Visitor, seeds: Assistant) -> None:
    turn = reader.ask(UNKNOWN)
    answer = seeds.ask(UNKNOWN)
    assert turn.locator(".declined .reason").text_content() == answer.reason
    assert turn.locator(".cite").count() == 0
    near = reader.page.locator("#sources .card.near")
    expect(near).to_have_count(len(answer.nearest))
    for card, passage in zip(near.all(), answer.nearest, strict=True):
        assert card.locator(".numbers").inner_text() == "Not an answer"
        assert card.locator("h3").text_content() == passage.document.title
        assert "".join(card.locator(".passage").inner_text().split()) == "".join(passage.text.split())
        assert card.locator("mark").count() == 0


def test_link_of_a_declined_question_leads_to_the_nearest_passage(reader: Visitor) -> None:
    turn = reader.ask(UNKNOWN)
    turn.locator(".cite-near").click()
    near = reader.page.locator("#sources .card.near").first
    expect(near).to_be_focused()
    expect(near).to_be_in_viewport()


def test_vague_question_is_asked_back_and_a_suggestion_clicked_is_asked(reader: Visitor, seeds: Assistant) -> None:
    turn = reader.ask("Tell me more")
    offered = seeds.ask("Tell me more").suggestions
    assert turn.locator(".suggestion").all_text_contents() == list(offered)
    assert turn.locator(".declined-label").inner_text() == "More words are needed"
    turn.get_by_role("button", name=offered[1]).click()
    asked = reader.page.locator(".turn").nth(1)
    expect(asked.locator(".question")).to_have_text(offered[1])
    expect(asked.locator(".cite:visible").first).to_have_text("1")


@pytest.mark.parametrize("question", [WHY, UNKNOWN])
def test_copy_button_gives_the_answer_with_its_references(reader: Visitor, seeds: Assistant, question: str) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = reader.ask(question).locator(".copy")
    button.click()
    expect(button).to_have_text("Copied")
    assert reader.page.evaluate("navigator.clipboard.readText()") == str(seeds.ask(question))


def test_refused_question_shows_the_sentence_and_stays_in_the_box(reader: Visitor, seeds: Assistant) -> None:
    for question in ("   ", "x" * 2001):
        try:
            seeds.ask(question)
        except DossierError as error:
            sentence = str(error)
        reader.type(question)
        expect(reader.page.locator("#complaint .notice")).to_have_text(sentence)
        expect(reader.box).to_have_value(question.strip())
        expect(reader.page.locator(".turn")).to_have_count(0)
    reader.ask(WHY)
    expect(reader.page.locator("#complaint .notice")).to_have_count(0)


class Faulty:
    """Stands for an Assistant with a bug."""

    documents = sizes = ()
    problems = ("broken.pdf is not a <b>PDF</b>.",)

    def speakers(self) -> tuple[()]:
        return ()

    def ask(self, question: str, history: list[dict[str, str]], **_: object) -> Answer:
        raise RuntimeError(f"bug on {question} after {len(history)}")


def test_bug_is_logged_and_told_in_one_sentence(
    visit: Callable[..., Visitor], serve: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    visitor = visit(serve(Faulty))
    visitor.type(WHY)
    expect(visitor.page.locator("#complaint .notice")).to_have_text(FAULT)
    expect(visitor.box).to_have_value(WHY)
    expect(visitor.page.locator(".turn")).to_have_count(0)
    assert "RuntimeError: bug on why did relations deteriorate? after 0" in caplog.text
    visitor.page.get_by_text("1 file with a problem").click()
    expect(visitor.page.locator("#status li")).to_have_text(Faulty.problems[0])


def test_follow_up_hands_on_what_was_said(
    visit: Callable[..., Visitor], serve: Callable[..., str], small: Callable[[], Assistant]
) -> None:
    assistant = small()
    heard: list[list[dict[str, str]]] = []

    class Listening:
        documents, problems, speakers = assistant.documents, assistant.problems, assistant.speakers
        sizes = assistant.sizes

        def ask(self, question: str, history: list[dict[str, str]], **_: object) -> Answer:
            heard.append(history)
            return assistant.ask(question)

    visitor = visit(serve(Listening))
    first = "Why was the Halden bridge closed?"
    visitor.ask(first)
    visitor.ask("What had weakened its cables?")
    said = assistant.ask(first).text
    assert heard == [
        [],
        [{"role": "user", "content": first}, {"role": "assistant", "content": said}],
    ]


def test_a_question_that_names_an_outlet_counts_that_outlets_articles(reader: Visitor) -> None:
    turn = reader.ask("What does Sputnik report about Vershbow?")
    assert "1 article searched" in turn.locator(".about").inner_text()
