"""`where` keeps documents: nothing else is searched, cited or offered as near."""

from __future__ import annotations

import pytest

from qa import Assistant

BRIDGE = "Why was the Halden bridge closed to lorries?"


def test_only_kept_documents_are_searched(town: Assistant) -> None:
    hits = town.search("bridge school river market museum", where=lambda d: d.id in {"river", "market"})
    assert {hit.passage.document.id for hit in hits} == {"river", "market"}


def test_only_kept_documents_are_cited(town: Assistant) -> None:
    answer = town.ask(BRIDGE, where=lambda d: d.outlet == "Halden Post")
    assert [citation.document.id for citation in answer.citations] == ["bridge"]


@pytest.mark.parametrize(
    ("question", "document"),
    [
        (BRIDGE, "bridge"),
        ("How many pupils has the primary school in Tistedal?", "school"),
        ("When were salmon last seen in the river Tista?", "river"),
        ("Where will the night market move?", "market"),
        ("Who drew the oldest of the maps in the museum?", "museum"),
    ],
)
def test_what_only_one_document_tells_is_declined_without_it(town: Assistant, question: str, document: str) -> None:
    assert [citation.document.id for citation in town.ask(question).citations] == [document]
    without = town.ask(question, where=lambda d: d.id != document)
    assert not without.answered
    assert without.citations == ()
    assert document not in {passage.document.id for passage in without.nearest}
    assert without.reason
    assert without.reason.endswith(".")


def test_where_that_keeps_nothing_declines_with_a_reason(town: Assistant) -> None:
    answer = town.ask(BRIDGE, where=lambda _: False)
    assert answer.reason == "No article was searched: the choice of articles leaves none."
    assert answer.text == answer.reason
    assert (answer.answered, answer.citations, answer.nearest, answer.confidence) == (False, (), (), 0.0)
    assert town.search(BRIDGE, where=lambda _: False) == []


def test_where_holds_together_with_an_outlet_named_in_the_question(town: Assistant) -> None:
    question = "What does the Halden Post say about salmon in the river Tista?"
    assert {c.document.id for c in town.ask(question).citations} == {"river"}
    assert town.ask(question, where=lambda d: d.id != "river").answered is False
    assert town.search(question, where=lambda d: d.outlet == "Tistedal Weekly") == []


def test_where_for_everything_changes_nothing(town: Assistant) -> None:
    assert town.ask(BRIDGE, where=lambda _: True) == town.ask(BRIDGE)
