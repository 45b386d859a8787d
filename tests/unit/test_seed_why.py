"""The question the project was begun for, "why did relations deteriorate?", and its like."""

from __future__ import annotations

import pytest

from qa import Answer, Assistant, Citation, ask
from qa.assistant import default_assistant

WHY = "why did relations deteriorate?"


def spaced(citation: Citation) -> str:
    return " ".join(citation.quote.split())


@pytest.fixture(scope="module")
def answer(seeds: Assistant) -> Answer:
    return seeds.ask(WHY)


def test_causes_come_from_at_least_three_articles(answer: Answer) -> None:
    assert answer.answered
    assert len({citation.document.id for citation in answer.citations}) >= 3


@pytest.mark.parametrize(
    ("article", "cause"),
    [
        ("002", "deteriorated over the escalation of the Ukrainian crisis in 2014"),
        ("001", "due to Russia's recovery of Crimea"),
        ("002", "souring relations between the alliance and Moscow"),
    ],
)
def test_each_of_the_plain_causes_is_quoted_from_its_article(answer: Answer, article: str, cause: str) -> None:
    assert [c.document.id[:3] for c in answer.citations if cause in spaced(c)] == [article]


def test_plainest_cause_comes_first(answer: Answer) -> None:
    assert spaced(answer.citations[0]) == (
        "Relations between Moscow and the West deteriorated over the escalation of the Ukrainian crisis in 2014."
    )


def test_what_is_no_cause_of_the_worsening_is_not_quoted(answer: Answer) -> None:
    together = " ".join(map(spaced, answer.citations))
    for beside in ("tactical choice", "could take years", "thawing", "hopes to resume", "Sandy Beach"):
        assert beside not in together


def test_no_two_quotes_are_the_same_or_overlap(answer: Answer) -> None:
    taken = [(c.document.id, place) for c in answer.citations for place in range(c.start, c.end)]
    assert len(set(taken)) == len(taken)


def test_confidence_is_a_probability(answer: Answer) -> None:
    assert 0.5 < answer.confidence <= 1


def test_module_function_asks_the_default_dossier(answer: Answer) -> None:
    assert ask(WHY) == default_assistant().ask(WHY)
    assert ask(WHY).lead == answer.lead


@pytest.mark.parametrize(
    "wording",
    [
        "Why did relations get worse?",
        "What are the reasons for the deterioration of relations?",
        "WHY DID RELATIONS SOUR",
    ],
)
def test_other_wordings_find_the_same_plain_causes(seeds: Assistant, wording: str) -> None:
    together = " ".join(map(spaced, seeds.ask(wording).citations))
    assert "deteriorated over the escalation of the Ukrainian crisis in 2014" in together
    assert "due to Russia's recovery of Crimea" in together


def test_why_not_cooperation_is_answered_by_the_condition(seeds: Assistant) -> None:
    answer = seeds.ask("Why does NATO refuse to return to practical cooperation with Moscow?")
    together = " ".join(map(spaced, answer.citations))
    assert 'Moscow "until Russia returns to the respect of international law."' in together
