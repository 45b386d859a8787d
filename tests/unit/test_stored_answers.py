"""A stored dossier answers as the same articles in memory do: with the real model, question by question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.dossier import Dossier
from index.intake import incoming
from qa import Answer, Assistant, DossierError
from qa.assistant import DEFAULT_DOSSIER

QUESTIONS = (
    "why did relations deteriorate?",
    "Who is Andrei Kelin?",
    "What did Stoltenberg say about sanctions?",
    "How do NATO and Russia each explain the military build-up?",
    "When will the US presidential election be held?",
    "What is the capital of France?",
    "wat did stoltenburg say abuot the counsil",
    "What does Xinhua report about sanctions?",
    "What happened in 1950?",
    "Why did Stoltenberg lift the sanctions on Russia?",
    "What about it?",
    "What did the Russian foreign ministry say?",
)


@pytest.fixture(scope="module")
def seeds() -> Assistant:
    """The five articles, read as the stored ones are: by the quick reader."""
    return Assistant.from_folder(DEFAULT_DOSSIER)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("data") / "seeds"
    with Dossier.writing(folder) as dossier:
        for file in incoming([DEFAULT_DOSSIER])[0]:
            dossier.add(file)
        dossier.publish()
    return Assistant.open(folder)


def told(answer: Answer) -> Answer:
    return replace(answer, confidence=round(answer.confidence, 3))


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_those_of_the_folder(seeds: Assistant, stored: Assistant, question: str) -> None:
    assert told(stored.ask(question)) == told(seeds.ask(question))


def test_filters_history_and_search_are_those_of_the_folder(seeds: Assistant, stored: Assistant) -> None:
    question = "What did Stoltenberg say about sanctions?"
    history = [{"role": "user", "content": question}, {"role": "assistant", "content": str(seeds.ask(question))}]
    for one in (
        lambda assistant: told(assistant.ask(question, where=lambda document: document.outlet == "Xinhua")),
        lambda assistant: told(assistant.ask("why did relations deteriorate?", speaker="Russia")),
        lambda assistant: told(assistant.ask("and why?", history=history)),
        lambda assistant: [(hit.passage, round(hit.score, 4)) for hit in assistant.search(question, k=10)],
        lambda assistant: (assistant.documents, assistant.speakers()),
    ):
        assert one(stored) == one(seeds)


def test_dossier_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path))
    with pytest.raises(DossierError, match="There is no dossier 'elections'; there is none yet"):
        Assistant.open("elections")
    with pytest.raises(DossierError, match="There is no dossier in"):
        Assistant.open(tmp_path / "elections")
    assert list(tmp_path.iterdir()) == []
