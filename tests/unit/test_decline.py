"""Reasons: names as the question writes them, the time of the articles, and nothing that was not looked up."""

from __future__ import annotations

from datetime import date

import pytest

from index.document import Document
from index.embed import Embedder
from index.index import Index
from qa import Assistant
from qa.outside import out_of_time

DATED = [
    Document("a", "Bridge", "The bridge was built in 1968.", published=date(2016, 3, 25)),
    Document("b", "River", "Salmon came back in 2015.", published=date(2016, 12, 9)),
    Document("c", "School", "The school has a pump."),
]
LATEST = "The latest dated article is of December 2016; 1 of 3 carries no date."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What happened in 2022?", LATEST),
        ("What happened in January 2017?", LATEST),
        ("What happened on 3 May 2018?", LATEST),
        ("What happened yesterday?", LATEST),
        ("What happened in November 2016?", ""),
        ("What happened in 1950?", "The earliest year that they mention or were published in is 1968."),
        ("What happened in 1990?", ""),
        ("Who sent 1500 troops?", ""),
        ("Who built the bridge?", ""),
    ],
)
def test_time_of_the_articles_is_told_where_the_question_lies_outside(
    question: str, sentence: str, embedder: Embedder
) -> None:
    assert out_of_time(question, Index.of(DATED, embedder)) == sentence


def test_day_is_told_where_all_dates_lie_in_one_month_and_nothing_where_none_is_known(embedder: Embedder) -> None:
    index = Index.of(DATED, embedder)
    only_b, only_c = (index.rows(lambda d, kept=kept: d.id == kept) for kept in "bc")
    assert out_of_time("What happened in 2022?", index, only_b) == "The latest dated article is of 9 December 2016."
    assert out_of_time("What happened in 2022?", index, only_c) == ""


def test_whole_name_is_named_and_a_known_surname_is_not_denied(seeds: Assistant) -> None:
    assert "mentions “Joe Biden”" in (seeds.ask("What did Joe Biden say?").reason or "")
    assert "They mention “Kerry”, but not “Hunter Kerry”." in (seeds.ask("What did Hunter Kerry say?").reason or "")


def test_month_of_an_article_is_not_called_missing(seeds: Assistant) -> None:
    reason = seeds.ask("What did the mayor of Lisbon eat in March 2016?").reason or ""
    assert "“Lisbon”" in reason
    assert "“March”" not in reason
    assert "“2016”" not in reason


def test_month_asked_about_is_a_time_that_nothing_tells_of_and_no_missing_name(seeds: Assistant) -> None:
    reason = seeds.ask("What did NATO decide in July 2016?").reason or ""
    assert "“July”" not in reason
    assert reason.endswith("No sentence was found that tells of anything in July 2016.")


def test_it_is_told_whose_words_the_articles_do_not_give(seeds: Assistant) -> None:
    assert (seeds.ask("What did Lavrov say?").reason or "").endswith("They give no words of “Lavrov”.")
    assert "give no words" not in (seeds.ask("What did Biden say about sanctions?").reason or "")
