"""An outlet is named in full, without its site's ending, or by its initials; never by chance."""

from __future__ import annotations

import pytest

from qa.outlets import named_outlets, unattributed

BRACKETED = ["North Board (statement)", "HARBOUR NOTES (BLOG)", "C++ Weekly [UK]"]
OUTLETS = ["Deutsche Welle", "CCTV.com", "Xinhua", "RT", "Halden Post"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does Deutsche Welle report?", {"Deutsche Welle": "Deutsche Welle"}),
        ("what does deutsche welle report?", {"Deutsche Welle": "deutsche welle"}),
        ("What does DW report?", {"Deutsche Welle": "DW"}),
        ("What does CCTV.com say?", {"CCTV.com": "CCTV.com"}),
        ("What does cctv say?", {"CCTV.com": "cctv"}),
        ("Do Xinhua and the HP differ?", {"Xinhua": "Xinhua", "Halden Post": "HP"}),
        ("Where does dw stand?", {}),
        ("What is said of art?", {}),
        ("What did Xinhuanet say?", {}),
        ("Why?", {}),
    ],
)
def test_outlets_named_in_a_question(question: str, found: dict[str, str]) -> None:
    assert named_outlets(question, OUTLETS) == found


def test_no_outlets_are_found_where_none_is_known() -> None:
    assert named_outlets("What does Xinhua say?", []) == {}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does the North Board (statement) say?", {"North Board (statement)": "North Board (statement)"}),
        ("What do the harbour notes (blog) say?", {"HARBOUR NOTES (BLOG)": "harbour notes (blog)"}),
        ("What does HNB say?", {"HARBOUR NOTES (BLOG)": "HNB"}),
        ("What does C++ Weekly [UK] say of it?", {"C++ Weekly [UK]": "C++ Weekly [UK]"}),
        ("Was it in C++?", {}),
    ],
)
def test_names_with_marks_in_them_are_found_as_they_are_written(question: str, found: dict[str, str]) -> None:
    assert named_outlets(question, BRACKETED) == found


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("What does Xinhua report about sanctions?", "What about sanctions?"),
        ("What did Lund say, according to CCTV.com?", "What did Lund say?"),
        ("According to Xinhua, why was it closed?", "why was it closed?"),
        ("Why was it closed?", "Why was it closed?"),
    ],
)
def test_the_matter_is_asked_without_the_outlet(question: str, matter: str) -> None:
    assert unattributed(question, ["Xinhua", "CCTV.com"]) == matter
    assert unattributed(question, []) == question
