"""Who says why, in the demo dossier: every quote of the grouped answer stands under the right head."""

from __future__ import annotations

import pytest

from qa import Answer, Assistant

#: The beginning of each quote that may answer, the head it belongs under and the one who says it.
UNDER = {
    "Relations between Moscow and the West deteriorated": ("Sputnik, in its own voice", None),
    "Russia-U.S. relations had plummeted to the lowest ebb": ("Xinhua, in its own voice", None),
    "NATO military reinforcement along Russia's western border": ("Sputnik, in its own voice", None),
    "Shortly ahead of the Kerry's visit, the Russian foreign ministry": ("Russia", "the Russian foreign ministry"),
    "There was “very active cooperation”": ("Sergei Shoigu", "Sergei Shoigu"),
    "“Not only is it interrupted but it is getting worse": ("Sergei Shoigu", "Sergei Shoigu"),
    "Western states and Kiev accused Russia": ("Western states and Kiev", "Western states and Kiev"),
    "Russian analysts say relations between Moscow and NATO": ("Russian analysts", "Russian analysts"),
    '"Sanctions are an important tool to send a very clear message': ("NATO", "Jens Stoltenberg"),
}


@pytest.fixture(scope="module")
def why(seeds: Assistant) -> Answer:
    return seeds.ask("why did relations deteriorate?")


def test_every_quote_stands_under_the_right_head_and_name(why: Answer) -> None:
    under = [(citation, side.head) for side in why.viewpoints for citation in side.citations]
    assert sorted(citation.number for citation, _ in under) == [citation.number for citation in why.citations]
    for citation, head in under:
        said_by = citation.speaker.name if citation.speaker else None
        wanted = [right for begins, right in UNDER.items() if " ".join(citation.quote.split()).startswith(begins)]
        assert wanted == [(head, said_by)], citation.quote


@pytest.mark.parametrize(
    ("wording", "speakers"),
    [
        ("why did relations deteriorate?", {"Sergei Shoigu", "Western states and Kiev"}),
        ("Why did relations get worse?", {"Western states and Kiev"}),
    ],
)
def test_both_sides_and_the_outlets_are_heard(seeds: Assistant, wording: str, speakers: set[str]) -> None:
    answer = seeds.ask(wording)
    assert {citation.speaker.name for citation in answer.citations if citation.speaker} >= speakers
    assert {side.side for side in answer.viewpoints if side.own_voice} >= {"Sputnik", "Xinhua"}


@pytest.mark.parametrize(("blamer", "blamed", "words"), [("Russia", "NATO", "expansion"), ("NATO", "Russia", "Crimea")])
def test_who_blames_whom_is_asked_of_those_who_blame(seeds: Assistant, blamer: str, blamed: str, words: str) -> None:
    answer = seeds.ask(f"What does {blamer} blame {blamed} for?")
    assert {side.head for side in answer.viewpoints} == {blamer}
    assert any(words in citation.quote for citation in answer.citations)
