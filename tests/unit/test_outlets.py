"""An outlet is named in full, without its site's ending, or by its initials; never by chance."""

from __future__ import annotations

import pytest

from qa.outlets import named_outlets

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
