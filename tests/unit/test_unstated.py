"""A question that takes for granted what no article says: declined, or told so before quotes that are likely."""

from __future__ import annotations

import pytest

from qa import Assistant, Document
from qa.confidence import threshold

HARBOUR = Document(
    "harbour",
    "Harbour stays shut",
    "The port authority closed the harbour on Monday because the pier had rusted. Mayor Ann Lee visited the workers "
    "on Tuesday and praised their patience. The fishermen of Oldport refused to leave the pier over unpaid wages. Lee "
    "does not recognise the contract with the Northern Line, since it was signed in secret. The ferry company blamed "
    "the town for its losses.",
)
#: With what is looked up in vain.
UNSAID = [
    ("Why did Lee close the town hall?", "Lee did close the town hall"),
    ("Why did the ferry company thank the town?", "the ferry company did thank the town"),
    ("Why did Lee recognise the Northern Line?", "Lee did recognise the Northern Line"),
    ("When did the workers leave Oldport?", "the workers did leave Oldport"),
    ("How did the fishermen defeat the mayor?", "the fishermen did defeat the mayor"),
]
SAID = [
    "Why did the port authority close the harbour?",
    "Why was the harbour shut?",
    "When did Lee visit the workers?",
    "Why did the fishermen refuse to leave the pier?",
    "Why did the ferry company start to blame the town?",
    "Why does Lee not recognise the contract?",
    "Why did the ferry company blame the town?",
]


@pytest.fixture(scope="module")
def harbour() -> Assistant:
    return Assistant.from_documents([HARBOUR])


@pytest.mark.parametrize(("question", "unsaid"), UNSAID)
def test_what_no_sentence_says_is_named(harbour: Assistant, question: str, unsaid: str) -> None:
    answer = harbour.ask(question)
    assert f"no sentence found in them says that {unsaid}" in (answer.lead or answer.reason or "")


@pytest.mark.parametrize("question", SAID)
def test_what_a_sentence_says_is_answered_without_more_ado(harbour: Assistant, question: str) -> None:
    answer = harbour.ask(question)
    assert answer.answered
    assert "no sentence found" not in answer.lead


def test_what_is_denied_is_declined_however_near(harbour: Assistant) -> None:
    answer = harbour.ask("Why did Lee recognise the contract with the Northern Line?")
    assert not answer.answered
    assert "contract" in answer.nearest[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Why did Russia join NATO?",
        "Why did the alliance recognise Crimea?",
        "Why did Russia leave Syria?",
        "Why did Kerry refuse to visit Moscow?",
        "Why did NATO withdraw its troops from Eastern Europe?",
        "How did NATO defeat Russia?",
        "Why did Russia apologise to NATO?",
        "Why did the United States leave NATO?",
    ],
)
def test_false_suppositions_about_the_seeds_are_declined(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert not answer.answered
    assert "no sentence found in them says that" in (answer.reason or "")
    assert answer.nearest


def test_a_strong_answer_to_other_words_is_given_and_says_what_was_not_found(seeds: Assistant) -> None:
    answer = seeds.ask("Why does Russia oppose NATO's expansion?")
    assert answer.answered
    assert answer.lead == (
        "The articles were searched, and no sentence found in them says that Russia does oppose NATO's expansion. "
        "What comes nearest:"
    )
    assert answer.text.startswith(answer.lead)
    assert answer.confidence == threshold(unstated=True)


def test_what_only_starts_or_is_done_by_nobody_named_is_not_looked_up() -> None:
    text = "The new series of The Pier will be shown from 3 May 2019. Oak panels came to the town hall in 1950."
    held = Assistant.from_documents([Document("tv", "The Pier", text)])
    for question in ("When does the new series of The Pier start?", "When did they put oak panels in the town hall?"):
        answer = held.ask(question)
        assert "no sentence found" not in f"{answer.lead} {answer.reason}"


@pytest.mark.parametrize(("by", "said"), [("Denmark", True), ("the Danish navy", True), ("Finland", False)])
def test_what_was_done_by_nobody_named_is_done_by_whoever_it_stands_with(by: str, said: bool) -> None:
    told = "People worry about Denmark's growing fleet and the deployment of new boats to Oldport. Finland is far away."
    answer = Assistant.from_documents([Document("fleet", "", told)]).ask(f"Why did {by} deploy new boats to Oldport?")
    assert ("no sentence found" not in (answer.lead or answer.reason or "")) == said
