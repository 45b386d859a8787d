"""The time a question asks about, with the words that the answer calls it by; and all that names none."""

from __future__ import annotations

from datetime import date

import pytest

from index.moment import Moment
from qa.period import Period, periods, without

OPEN = "None"
#: A question, the first and last day it asks about, and how its time is called.
ASKED = [
    ("What happened in 2014?", "2014-01-01", "2014-12-31", "in 2014"),
    ("what happened in march 2016?", "2016-03-01", "2016-03-31", "in March 2016"),
    ("Who came in May 2016?", "2016-05-01", "2016-05-31", "in May 2016"),
    ("may 2016?", "2016-05-01", "2016-05-31", "in May 2016"),
    ("What was built on 12 June 2014?", "2014-06-12", "2014-06-12", "on 12 June 2014"),
    ("what was built on june 12, 2014?", "2014-06-12", "2014-06-12", "on June 12, 2014"),
    ("What happened on 2016-03-25?", "2016-03-25", "2016-03-25", "on 2016-03-25"),
    ("What changed between March and December 2016?", "2016-03-01", "2016-12-31", "between March and December 2016"),
    ("What happened between 3 and 9 May 2016?", "2016-05-03", "2016-05-09", "between 3 and 9 May 2016"),
    ("What happened from 2014 to 2016?", "2014-01-01", "2016-12-31", "from 2014 to 2016"),
    ("What happened in the 1990s?", "1990-01-01", "1999-12-31", "in the 1990s"),
    ("What happened since 2014?", "2014-01-01", OPEN, "since 2014"),
    ("What happened from March 2016 onwards?", "2016-03-01", OPEN, "from March 2016 onwards"),
    ("What happened before 2014?", OPEN, "2013-12-31", "before 2014"),
    ("What happened after July 2016?", "2016-08-01", OPEN, "after July 2016"),
    ("What happened until 2015?", OPEN, "2015-12-31", "until 2015"),
    ("What happened after the summit in July 2016?", "2016-07-01", OPEN, "from July 2016 on"),
    ("What happened after the vote on 3 July 2016?", "2016-07-04", OPEN, "after 3 July 2016"),
    ("What happened before the vote on 3 July 2016?", OPEN, "2016-07-02", "before 3 July 2016"),
    ("What happened in early 2014?", "2014-01-01", "2014-04-30", "in early 2014 (January 2014 to April 2014)"),
    (
        "What happened in the first half of 2016?",
        "2016-01-01",
        "2016-06-30",
        "in the first half of 2016 (January 2016 to June 2016)",
    ),
]


@pytest.mark.parametrize(("question", "first", "last", "said"), ASKED)
def test_question_asks_about_these_days(question: str, first: str, last: str, said: str) -> None:
    (found,) = periods(question)
    assert (str(found.first), str(found.last), found.said) == (first, last, said)


def test_two_times_are_two_periods() -> None:
    assert [one.said for one in periods("What happened in 2014 and in May 2016?")] == ["in 2014", "in May 2016"]


@pytest.mark.parametrize(
    "question",
    [
        "What was reported last December?",
        "What happened yesterday?",
        "What happened in March?",
        "What happened two years ago?",
        "Who sent 1500 troops?",
        "What did Theresa May say?",
        "What may happen?",
        "Who won the 1966 World Cup?",
        "What happened on 30 February 2016?",
        "What happened between 2016 and 2014?",
    ],
)
def test_time_counted_from_today_and_no_time_at_all_give_none(question: str) -> None:
    assert periods(question) == ()


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Who visited Moscow in March 2016?", "Who visited Moscow?"),
        ("In March 2016, who visited Moscow?", ", who visited Moscow?"),
        ("Who came since 2014 and who left in May 2016?", "Who came and who left?"),
        ("Who came?", "Who came?"),
    ],
)
def test_question_without_its_times(question: str, rest: str) -> None:
    assert without(question, periods(question)) == rest


def moment(start: date, end: date, *, onward: bool = False) -> Moment:
    return Moment(start, end, "", 0, 0, onward=onward)


def test_a_time_lies_in_the_one_asked_about_only_with_all_its_days() -> None:
    march = Period(date(2016, 3, 1), date(2016, 3, 31), "in March 2016", 0, 0)
    day, spring = moment(date(2016, 3, 4), date(2016, 3, 4)), moment(date(2016, 3, 1), date(2016, 5, 31))
    assert (march.holds(day), march.meets(day), march.apart(day)) == (True, True, 0)
    assert (march.holds(spring), march.meets(spring)) == (False, True)
    later = moment(date(2016, 4, 2), date(2016, 4, 2))
    assert (march.holds(later), march.meets(later), march.apart(later)) == (False, False, 2)


def test_what_began_then_and_goes_on_lies_in_a_year_but_not_in_a_month() -> None:
    since = moment(date(2015, 1, 1), date(2016, 3, 25), onward=True)
    assert Period(date(2015, 1, 1), date(2015, 12, 31), "in 2015", 0, 0).holds(since)
    assert Period(date(2014, 1, 1), None, "since 2014", 0, 0).holds(since)
    assert not Period(date(2015, 1, 1), date(2015, 1, 31), "in January 2015", 0, 0).holds(since)
