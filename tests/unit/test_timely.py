"""A large dossier is not read through for a question by date, and the answer is the same."""

from __future__ import annotations

from datetime import date

import pytest

from index.document import Document
from qa import Assistant
from qa.period import periods
from qa.timely import published_near


@pytest.mark.parametrize("question", ["What happened in 2014?", "What changed between March and December 2016?"])
def test_likely_passages_alone_give_the_same_answer(
    seeds: Assistant, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    whole = seeds.ask(question)
    monkeypatch.setattr("qa.timely.FEW", 0)
    assert whole.answered
    assert seeds.ask(question).citations == whole.citations


def test_empty_time_of_a_large_dossier_claims_nothing_of_what_was_not_looked_at(
    seeds: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.timely.FEW", 0)
    answer = seeds.ask("What happened in 1975?")
    assert not answer.answered
    assert "published from 25 March 2016 to 9 December 2016" in (answer.reason or "")
    assert "times that they name" not in (answer.reason or "")


@pytest.mark.parametrize(
    ("day", "near"),
    [
        (date(2014, 6, 1), True),
        (date(2015, 6, 1), True),
        (date(2016, 3, 1), False),
        (date(2013, 12, 31), False),
    ],
)
def test_an_article_counts_back_a_year(day: date, near: bool) -> None:
    (asked,) = periods("What happened in 2014?")
    assert published_near(day, asked) is near


def test_undated_articles_of_a_large_dossier_are_named_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.timely.FEW", 0)
    ferry = Assistant.from_documents([Document("ferry", "Ferry", "The ferry ran again after the storm of May 2011.")])
    assert "none of them carries a date" in (ferry.ask("What happened in 1975?").reason or "")
