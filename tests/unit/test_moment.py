"""Moments: which words name a time, which days they mean, and what only looks like a time and names none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.moment import Moment, moments, moments_in
from index.passage import passages
from qa import Document

#: A Wednesday.
PUBLISHED = date(2016, 4, 20)


def dated(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """The words, first day and last day of each moment."""
    return [(one.said, str(one.start), str(one.end)) for one in moments(text, 0, published)]


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("The harbour closed on 12 June 2014.", "12 June 2014", "2014-06-12", "2014-06-12"),
        ("On June 12th, 2014, the harbour closed.", "June 12th, 2014", "2014-06-12", "2014-06-12"),
        ("It closed on Thursday, 12 June 2014.", "Thursday, 12 June 2014", "2014-06-12", "2014-06-12"),
        ("It closed on September 7 , 2016 .", "September 7 , 2016", "2016-09-07", "2016-09-07"),
        ("The log ends on 2014-06-12.", "2014-06-12", "2014-06-12", "2014-06-12"),
        ("The log ends on 25.6.2014.", "25.6.2014", "2014-06-25", "2014-06-25"),
        ("The June 2014 vote was close.", "June 2014", "2014-06-01", "2014-06-30"),
        ("It closed in Feb. 2016.", "Feb. 2016", "2016-02-01", "2016-02-29"),
        ("The mine opened in 1871.", "1871", "1871-01-01", "1871-12-31"),
        ("The mine closed in early 2014.", "early 2014", "2014-01-01", "2014-04-30"),
        ("The mine closed in mid-June 2014.", "mid-June 2014", "2014-06-11", "2014-06-20"),
        ("The mine closed at the end of 2014.", "end of 2014", "2014-09-01", "2014-12-31"),
        ("Sales fell in the second half of 2014.", "second half of 2014", "2014-07-01", "2014-12-31"),
        ("Sales fell in Q1 2014.", "Q1 2014", "2014-01-01", "2014-03-31"),
        ("It was dry in the summer of 2014.", "summer of 2014", "2014-06-01", "2014-08-31"),
        ("It snowed in the winter of 2014-15.", "winter of 2014-15", "2014-12-01", "2015-02-28"),
        ("The 1990s were good years.", "1990s", "1990-01-01", "1999-12-31"),
        ("The late 1990s were better.", "late 1990s", "1996-09-01", "1999-12-31"),
    ],
)
def test_date_with_its_year_means_the_same_days_in_any_article(text: str, said: str, first: str, last: str) -> None:
    assert dated(text) == dated(text, None) == [(said, first, last)]


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("It ran between March and December 2016.", "between March and December 2016", "2016-03-01", "2016-12-31"),
        ("It ran from November to March 2016.", "from November to March 2016", "2015-11-01", "2016-03-31"),
        ("She ruled from 2014 to 2016.", "from 2014 to 2016", "2014-01-01", "2016-12-31"),
        ("The 2013-2015 drought was the worst.", "2013-2015", "2013-01-01", "2015-12-31"),
        ("The drought (2013–15) was the worst.", "2013–15", "2013-01-01", "2015-12-31"),
        ("They met on 12-14 June 2014.", "12-14 June 2014", "2014-06-12", "2014-06-14"),
        ("They met from 12 to 14 June 2014.", "12 to 14 June 2014", "2014-06-12", "2014-06-14"),
        ("It lasted from 28 June to 3 July 2014.", "from 28 June to 3 July 2014", "2014-06-28", "2014-07-03"),
        ("Grown from the 1950s to 2011, it fell.", "from the 1950s to 2011", "1950-01-01", "2011-12-31"),
    ],
)
def test_range_is_one_moment(text: str, said: str, first: str, last: str) -> None:
    assert dated(text, None) == [(said, first, last)]


def test_list_of_times_is_several_moments() -> None:
    assert dated("It flooded in May and June 2015.") == [
        ("May", "2015-05-01", "2015-05-31"),
        ("June 2015", "2015-06-01", "2015-06-30"),
    ]
    assert [said for said, _, _ in dated("It flooded in 1995, 2013 and 2015.")] == ["1995", "2013", "2015"]


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("The ferry sank yesterday.", "yesterday", "2016-04-19", "2016-04-19"),
        ("The ferry sank on Tuesday.", "Tuesday", "2016-04-19", "2016-04-19"),
        ("Lund said Wednesday that it sank.", "Wednesday", "2016-04-20", "2016-04-20"),
        ("The ferry sank last Friday.", "last Friday", "2016-04-15", "2016-04-15"),
        ("The council will meet on Friday.", "Friday", "2016-04-22", "2016-04-22"),
        ("The vote is due on Friday.", "Friday", "2016-04-22", "2016-04-22"),
        ("The ferry sank last month.", "last month", "2016-03-01", "2016-03-31"),
        ("Earlier this month, a ferry sank.", "Earlier this month", "2016-04-01", "2016-04-20"),
        ("Three ferries sank so far this year.", "so far this year", "2016-01-01", "2016-04-20"),
        ("The ferry was sold late last year.", "late last year", "2015-09-01", "2015-12-31"),
        ("At the end of last year, it was sold.", "end of last year", "2015-09-01", "2015-12-31"),
        ("The ferry was sold three weeks ago.", "three weeks ago", "2016-03-28", "2016-04-03"),
        ("The ferry was sold just five years ago.", "five years ago", "2011-01-01", "2011-12-31"),
        ("The ferry was sold in June.", "June", "2015-06-01", "2015-06-30"),
        ("The ferry will be sold in June.", "June", "2016-06-01", "2016-06-30"),
        ("A vote is slated for November.", "November", "2016-11-01", "2016-11-30"),
        ("The ferry was sold last March.", "last March", "2016-03-01", "2016-03-31"),
        ("He sold it on Sept. 3.", "Sept. 3", "2015-09-03", "2015-09-03"),
    ],
)
def test_time_counted_from_publication_needs_that_day(text: str, said: str, first: str, last: str) -> None:
    assert dated(text) == [(said, first, last)]
    assert moments(text, 0, PUBLISHED)[0].relative is True
    assert dated(text, None) == []


def test_since_goes_on_to_the_day_of_publication() -> None:
    text = "Exercises have doubled since 2015."
    assert moments(text, 100, PUBLISHED) == (
        Moment(date(2015, 1, 1), PUBLISHED, "since 2015", 123, 133, onward=True, relative=False),
    )
    assert [(one.end, one.onward) for one in moments(text)] == [(date(2015, 12, 31), True)]


@pytest.mark.parametrize(
    "text",
    [
        "The letter of 12-09-2016 was lost.",  # September or December
        "A 45-year-old man, aged 45, waited for two years.",
        "It was the first meeting in two years and the third in 12 months.",
        "The paper appears daily, every Monday and on Black Friday.",
        "Trains run Monday to Friday.",
        "Call 555-2013-2015, 020 2014 2015 or +49 2014 2015.",
        "Theresa May was in Paris, and since May took office little has changed.",
        "Confidence in May fell.",
        "The Second World War and the Cold War were over.",
        "A 2014 law forbids it.",
        "Soyuz 2014 flew, and in Soyuz 2014 sat two men.",
        "It came down from the 19th century, from centuries ago and from the 1900s.",
        "Between 1500 and 2000 troops were killed, and 1,500 in 2014 villages.",
        "Prices rose by 1950 crowns.",
        "The Prague Spring of 1968 is a name.",
        "The September 11 attacks and the July 7 bombings were remembered.",
        "He had been there about five years ago, over the last year and in recent days.",
        "They left before 12 June 2014 and returned after 2015.",
        "The vote was due on Friday.",  # nobody says whether it was held
        "He announced elections in September.",
        "He promised a reform ahead of November's vote.",
        "The talks were postponed until June.",
        "Russia Today and The Sunday Times wrote about it.",
        "It fell on Friday, 12 June 2014.",  # a Thursday
        "The form is dated 31 June 2014.",
        "He was born on May 22 or 28 , 1887.",
        "The crash of 1929, called Black Tuesday, came on October 29.",
        "Modified: Friday, 13-Jun-2008",
        "The sea was lower than today, just north of today 's harbour.",
        "It was her last night, and the start of the next month was far.",
        "In 1200 BC, and in room 2014, nobody wrote.",
        "“We met yesterday and last month,” she said.",
    ],
)
def test_what_is_no_time_or_is_unclear_gives_no_moment(text: str) -> None:
    assert dated(text) == []


def test_month_after_another_year_is_not_counted_from_publication() -> None:
    assert dated("The war began in 2008, and in August it ended.") == [("2008", "2008-01-01", "2008-12-31")]
    told = Document("a", "", "The war began in 2008. In August, it ended. It is over.", published=PUBLISHED)
    (passage,) = passages(told)
    assert [[one.said for one in sentence] for sentence in moments_in(passage)] == [["2008"], [], []]
    back = Document("b", "", "The war began in 2008. This year, it was told. In March, they met.", published=PUBLISHED)
    (passage,) = passages(back)
    assert [[one.said for one in sentence] for sentence in moments_in(passage)] == [["2008"], ["This year"], ["March"]]


def test_moments_of_a_passage_keep_the_articles_offsets_and_quotations() -> None:
    text = "The ferry sank on Tuesday. “It was old. We bought it last year,” Lund said on Wednesday."
    (passage,) = passages(Document("a", "", text, published=PUBLISHED))
    found = [one for sentence in moments_in(passage) for one in sentence]
    assert [text[one.said_start : one.said_end] for one in found] == ["Tuesday", "Wednesday"]


WORDS = "in on since from to between and 12 June May 2014 , - 1990s early last next Friday five years ago 1:30 “ ”"


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)),
    st.one_of(st.none(), st.dates()),
    st.integers(0, 1000),
)
def test_offsets_always_give_back_the_words_and_no_text_breaks(text: str, published: date | None, offset: int) -> None:
    found = moments(text, offset, published)
    assert [text[one.said_start - offset : one.said_end - offset] for one in found] == [one.said for one in found]
    assert all(one.start <= one.end for one in found)
    assert [one.said_start for one in found] == sorted(one.said_start for one in found)
    assert published is not None or not any(one.relative for one in found)
