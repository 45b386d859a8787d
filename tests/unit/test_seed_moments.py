"""The times that the five articles name, each read by hand: its words, first and last day; and all that name none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.moment import Moment, moments_in
from index.passage import passages
from index.read import read_folder

SEEDS = {document.id[:3]: document for document in read_folder(Path(__file__).parents[2] / "seeds").documents}

#: Article, words around the time (the time in brackets), its first and last day.
TIMES = [
    ("001", "Russia's recovery of Crimea in [early 2014].", "2014-01-01", "2014-04-30"),
    ("001", "closer cooperation [since last year], especially", "2015-01-01", "2016-03-25"),
    ("001", "the first of its kind [so far this year] and", "2016-01-01", "2016-03-25"),
    ("001", "parliamentary elections in [September] while", "2016-09-01", "2016-09-30"),
    ("001", "is slated for [November], Wan noted", "2016-11-01", "2016-11-30"),
    ("001", "[Earlier this month], U.S. President", "2016-03-01", "2016-03-25"),
    ("002", "the Ukrainian crisis in [2014].", "2014-01-01", "2014-12-31"),
    ("003", "Jens Stoltenberg on [Wednesday] said", "2016-04-20", "2016-04-20"),
    ("003", "annexation of Crimea from Ukraine in [early 2014].", "2014-01-01", "2014-04-30"),
    ("003", "In [2014], an armed separatist insurgency", "2014-01-01", "2014-12-31"),
    ("003", "[Earlier this month], Russian warplanes", "2016-04-01", "2016-04-20"),
    ("004", "Ministry of Defense, [since 2015] the number", "2015-01-01", "2015-12-31"),
]


def told(article: str) -> list[Moment]:
    return [one for passage in passages(SEEDS[article]) for sentence in moments_in(passage) for one in sentence]


@pytest.mark.parametrize(("article", "snippet", "first", "last"), TIMES)
def test_time_means_these_days(article: str, snippet: str, first: str, last: str) -> None:
    before, said, after = snippet.replace("]", "[").split("[")
    text = SEEDS[article].text.replace("\N{NO-BREAK SPACE}", " ")
    start = text.index(before + said + after) + len(before)
    (found,) = (one for one in told(article) if one.said_start == start)
    assert (found.said, str(found.start), str(found.end)) == (said, first, last)


@pytest.mark.parametrize("article", SEEDS)
def test_articles_name_no_other_times(article: str) -> None:
    """Not "12 months", "two years", "in years", "by one year"; nor, without a date, "Thursday" or "five years ago"."""
    assert len(told(article)) == len([one for one in TIMES if one[0] == article])
