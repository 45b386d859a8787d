"""A text that several outlets printed is an article of each of them: found, filtered and counted as theirs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from index.document import NOT_STATED, Document
from index.embed import Embedder
from index.index import Index
from qa import Assistant
from qa.coverage import NEAR
from ui.sources import dateline

BRIDGE = Document(
    "bridge",
    "Halden bridge closed to lorries",
    "The Halden bridge was closed to lorries on Monday because rust had weakened its cables.",
    outlet="Halden Post",
    also=("Tistedal Weekly",),
    copies=("again",),
)
RIVER = Document(
    "river", "Salmon return", "Salmon were seen in the river Tista for the first time since 1968.", outlet="Halden Post"
)
MARKET = Document(
    "market", "Night market moves", "The night market will move to the harbour in June.", outlet="Aremark Echo"
)
WHY = "Why was the Halden bridge closed to lorries?"


@pytest.fixture(scope="module")
def valley(embedder: Embedder) -> Assistant:
    return Assistant.from_documents([BRIDGE, RIVER, MARKET], embedder=embedder)


def test_outlets_are_all_that_printed_it_and_the_unknown_is_named_so() -> None:
    assert BRIDGE.outlets == ("Halden Post", "Tistedal Weekly", NOT_STATED)
    assert RIVER.outlets == ("Halden Post",)
    assert Document("a", "", "Text.", copies=("b",)).outlets == (NOT_STATED,)
    assert BRIDGE.printed_by == "Halden Post (the same text: Tistedal Weekly, again)"
    assert dateline(replace(BRIDGE, also=("<b>",))) == "Halden Post (the same text: &lt;b&gt;, again) · undated"


@pytest.mark.parametrize("outlet", ["Halden Post", "Tistedal Weekly", "the TW"])
def test_question_that_names_any_of_its_outlets_finds_it(valley: Assistant, outlet: str) -> None:
    answer = valley.ask(f"What does {outlet} report about the Halden bridge?")
    assert [citation.document.id for citation in answer.citations] == ["bridge"]
    assert answer.searched == (2 if outlet == "Halden Post" else 1)


def test_name_of_a_file_is_no_outlet(valley: Assistant) -> None:
    assert valley.ask("Why was the Halden bridge closed to lorries again?").searched == 3


def test_coverage_counts_each_of_them(valley: Assistant) -> None:
    coverage = valley.ask(WHY).coverage
    assert coverage is not None
    assert coverage.outlets == ("Halden Post", "Tistedal Weekly", NOT_STATED, "Aremark Echo")
    assert coverage.silent == ("Aremark Echo",)
    declined = valley.ask("Who won the chess championship of Moss?").coverage
    assert declined is not None
    assert declined.silent == declined.outlets


def test_a_group_is_near_as_if_it_alone_were_searched(embedder: Embedder) -> None:
    index = Index.of([BRIDGE, RIVER, MARKET], embedder)
    groups = np.array([[0, 0, 2], [1, -1, -1]])
    for question in (WHY, "Were salmon seen in the river?", "Where will the market move?", "Who won at chess?"):
        vector, words = embedder.embed([question])[0], question.lower().rstrip("?").split()
        expected = set()
        for group, members in ((0, {"bridge", "river"}), (1, {"bridge"}), (2, {"market"})):
            rows = index.rows(lambda document, members=members: document.id in members)
            hits = index.search(vector, words, 1, rows)
            if hits and hits[0].score >= NEAR:
                expected.add(group)
        assert index.near(vector, words, NEAR, groups) == expected
