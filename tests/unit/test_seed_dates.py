"""Questions by date on the five articles: which of their sentences tell of the time asked about."""

from __future__ import annotations

import pytest

from qa import Assistant

#: A question, the words that open its answer, and words of each of its first quotes.
TOLD = [
    (
        "What happened in 2014?",
        "In 2014:",
        ["recovery of Crimea in early 2014", "armed separatist insurgency", "annexation of Crimea", "Ukrainian crisis"],
    ),
    ("What happened in March 2016?", "In March 2016:", ["Earlier this month, U.S. President", "The current visit by"]),
    (
        "What changed between March and December 2016?",
        "Between March and December 2016:",
        ["Earlier this month, U.S. President", "Earlier this month, Russian warplanes", "on Wednesday said"],
    ),
    ("Who visited Moscow in March 2016?", "", ["Steinmeier"]),
    ("What did Obama do in March 2016?", "", ["issued an order to extend by one year"]),
]


@pytest.mark.parametrize(("question", "lead", "snippets"), TOLD)
def test_sentences_of_that_time_answer(seeds: Assistant, question: str, lead: str, snippets: list[str]) -> None:
    answer = seeds.ask(question)
    assert answer.lead == lead
    for citation, snippet in zip(answer.citations, snippets, strict=False):
        assert snippet in citation.quote
    assert len(answer.citations) >= len(snippets)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in 2022?",
        "What happened in 1950?",
        "Who visited Moscow in May 2012?",
        "What did Biden say in 2016?",
    ],
)
def test_nothing_of_that_time_is_declined(seeds: Assistant, question: str) -> None:
    assert not seeds.ask(question).answered


def test_after_an_event_nobody_tells_of_is_declined(seeds: Assistant) -> None:
    answer = seeds.ask("What happened after the summit in July 2016?")
    assert not answer.answered
    assert "none of them contains “summit”" in (answer.reason or "")


def test_both_ends_of_the_time_are_told(seeds: Assistant) -> None:
    published = {one.document.published for one in seeds.ask("What changed between March and December 2016?").citations}
    assert [str(day) for day in sorted(day for day in published if day)] == ["2016-03-25", "2016-04-20", "2016-12-09"]
