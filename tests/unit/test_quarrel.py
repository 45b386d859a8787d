"""Why something became worse: every side that the reasons name is heard, and none beside the point."""

from __future__ import annotations

import pytest

from index.document import Document
from qa import Assistant

BORDER = """Relations between Norway and Denmark deteriorated over the fishing limits of 2011, and have been cold since.

"The limits were a response to Denmark's trawlers, which emptied our waters," Norwegian Minister Eva Dahl said."""
TRAWLERS = """Danish Fisheries Minister Lars Holm told parliament that Norway caused the damage with its patrol boats.

Danish Fisheries Minister Lars Holm praised the herring of Bergen, which was due to a warm summer in the north.

Swedish Foreign Minister Ulla Berg said the summer was warm because of the wind."""


@pytest.fixture(scope="module")
def fishing() -> Assistant:
    return Assistant.from_documents([Document("border", "Cold border", BORDER), Document("boats", "Boats", TRAWLERS)])


def heads(assistant: Assistant, question: str) -> set[str]:
    return {side.head for side in assistant.ask(question).viewpoints if not side.own_voice}


def test_each_party_to_a_quarrel_is_heard(fishing: Assistant) -> None:
    assert heads(fishing, "Why did relations deteriorate?") == {"Norway", "Denmark"}


def test_who_blames_nobody_is_not(fishing: Assistant) -> None:
    answer = fishing.ask("Why did relations deteriorate?")
    assert not [one for one in answer.citations if "herring" in one.quote or "Ulla Berg" in one.quote]


def test_a_question_of_nothing_worse_hears_no_further_side(fishing: Assistant) -> None:
    assert "Denmark" not in heads(fishing, "Why were the limits made?")
