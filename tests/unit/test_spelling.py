"""Slips are mended towards the dossier's words; names that are spelt right but absent, and known words, stay."""

from __future__ import annotations

import pytest

from qa.spelling import corrected

WORDS = sorted(["stoltenberg", "council", "sanctions", "kaliningrad", "harbour", "about", "relations", "steinmeier"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stoltenburg", "stoltenberg"),
        ("Stoltenbreg", "stoltenberg"),
        ("counsil", "council"),
        ("sanctoins", "sanctions"),
        ("abuot", "about"),
        ("kalinngrad", "kaliningrad"),
        ("kaliiningrda", "kaliningrad"),
        ("What did stoltenburg say, abuot sanctons?", "What did stoltenberg say, about sanctions?"),
    ],
)
def test_slip_is_mended(typed: str, meant: str) -> None:
    assert corrected(typed, WORDS) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "stoltenberg",
        "Council",
        "counsel",
        "Biden",
        "Merkel",
        "sanction",
        "rela",
        "abuo",
        "xounsil",
        "c0uncil",
        "stlotenbreqq",
        "",
        "?",
        "'s",
    ],
)
def test_what_is_no_slip_of_a_word_stays(typed: str) -> None:
    assert corrected(typed, WORDS) == typed


def test_slip_that_two_words_are_equally_near_to_stays() -> None:
    assert corrected("brakkxs", ["brakkas", "brolkxs"]) == "brakkas"
    assert corrected("brakkxs", ["brakkas", "brakkos"]) == "brakkxs"


def test_four_letters_may_have_one_slip_and_eight_two() -> None:
    assert corrected("qorvexo", ["qorvex"]) == "qorvex"
    assert corrected("qorvxoo", ["qorvx"]) == "qorvxoo"
    assert corrected("qorvexoo", ["qorvex"]) == "qorvex"
    assert corrected("qov", ["qo"]) == "qov"
    assert corrected("qorvexantaxooo", ["qorvexantax"]) == "qorvexantaxooo"
