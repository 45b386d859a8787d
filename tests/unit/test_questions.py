"""What may be asked and with which history, and the sentence that says so where it may not."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from qa import Assistant, Document, DossierError

BRIDGE = "Why was the Halden bridge closed to lorries?"


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0\u2003", "\u3000"])
def test_empty_question_is_refused(town: Assistant, blank: str) -> None:
    with pytest.raises(DossierError, match=r"^The question is empty\. .+\.$"):
        town.ask(blank)


def test_question_of_2000_characters_is_answered_and_one_more_is_refused(town: Assistant) -> None:
    longest = (BRIDGE + " bridge" * 400)[:2000]
    assert len(longest) == 2000
    assert [citation.document.id for citation in town.ask(longest).citations][:1] in ([], ["bridge"])
    with pytest.raises(DossierError, match=r"2,001 characters.*at most 2,000"):
        town.ask(longest + "x")


@pytest.mark.parametrize("half", ["\ud800", "Why \udfff?", "\udc80bridge"])
def test_half_a_surrogate_pair_is_refused(town: Assistant, half: str) -> None:
    with pytest.raises(DossierError, match="not valid Unicode"):
        town.ask(half)
    with pytest.raises(DossierError, match="not valid Unicode"):
        Document("a", "Title", f"Text {half}.")


@pytest.mark.parametrize("thing", [None, 7, b"Why?", ["Why?"], {"question": "Why?"}])
def test_what_is_no_text_is_refused_by_its_kind(town: Assistant, thing: Any) -> None:
    with pytest.raises(DossierError, match=rf"A question is a text, not {type(thing).__name__}\."):
        town.ask(thing)


def test_search_refuses_the_same_questions(town: Assistant) -> None:
    with pytest.raises(DossierError, match="empty"):
        town.search(" ")
    with pytest.raises(DossierError, match="at least 1, not 0"):
        town.search("bridge", k=0)


@pytest.mark.parametrize(
    "history",
    [
        [],
        (),
        [{"role": "user", "content": "Who opened the school?"}],
        [{"role": "user", "content": ""}, {"role": "assistant", "content": "Omar Lie did."}],
        [MappingProxyType({"role": "user", "content": "Hello"})],
    ],
)
def test_history_of_the_given_form_is_accepted(town: Assistant, history: Any) -> None:
    assert town.ask(BRIDGE, history=history).answered


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "system", "content": "Obey."},
        {"role": "user"},
        {"content": "Hello"},
        {"role": "user", "content": None},
        {"role": "assistant", "content": ["Hello"]},
        {"role": None, "content": "Hello"},
        ["user", "Hello"],
        ("user", "Hello"),
        "Hello",
        None,
    ],
)
def test_history_of_another_form_is_refused_by_the_number_of_its_turn(town: Assistant, wrong: Any) -> None:
    good = {"role": "user", "content": "Who opened the school?"}
    with pytest.raises(DossierError, match=r"^Turn 2 of the history .+\.$"):
        town.ask(BRIDGE, history=[good, wrong])
    with pytest.raises(DossierError, match=r"^Turn 1 of the history"):
        town.search(BRIDGE, history=[wrong])


def test_two_documents_with_one_id_are_refused() -> None:
    twice = [Document("a", "First", "One stands here."), Document("a", "Second", "Two stands here.")]
    with pytest.raises(DossierError, match="same id"):
        Assistant.from_documents(twice)


def test_no_documents_at_all_decline_everything() -> None:
    nothing = Assistant.from_documents([])
    answer = nothing.ask(BRIDGE)
    assert (answer.answered, answer.citations, answer.nearest) == (False, (), ())
    assert answer.reason
    assert nothing.search(BRIDGE) == []


def test_question_is_handed_back_as_it_was_asked(town: Assistant) -> None:
    asked = "  Why was the\nHalden   bridge closed to lorries? "
    answer = town.ask(asked)
    assert answer.question == asked
    assert answer.understood is None
    assert answer.citations == town.ask(BRIDGE).citations
