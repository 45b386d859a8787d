"""Who says why, in the demo dossier: every quote of the grouped answer stands under the right head."""

from __future__ import annotations

import pytest

from qa import Answer, Assistant

#: The beginning of each quote in the dossier that may answer, and the head it belongs under.
HEADS = {
    "Relations between Moscow and the West deteriorated": "Sputnik, in its own voice",
    "Russia-U.S. relations had plummeted to the lowest ebb": "Xinhua, in its own voice",
    "NATO military reinforcement along Russia's western border": "Sputnik, in its own voice",
    "Shortly ahead of the Kerry's visit, the Russian foreign ministry said": "Russia",
    "Russian analysts say relations between Moscow and NATO": "Russian analysts",
}


@pytest.fixture(scope="module")
def why(seeds: Assistant) -> Answer:
    return seeds.ask("why did relations deteriorate?")


def test_every_quote_stands_under_the_right_head(why: Answer) -> None:
    under = {citation.quote: side.head for side in why.viewpoints for citation in side.citations}
    assert sorted(under) == sorted(citation.quote for citation in why.citations)
    for quote, head in under.items():
        wanted = [right for begins, right in HEADS.items() if " ".join(quote.split()).startswith(begins)]
        assert wanted == [head], quote
