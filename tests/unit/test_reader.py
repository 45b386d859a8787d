"""The evidence reader: what it is loaded from, that it reads every sentence once, and that reading beats nearness."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import DossierError
from qa import reader as reader_file
from qa.reader import (
    CARD,
    QUICK,
    QUICK_SHA256,
    STRONG,
    STRONG_SHA256,
    Asked,
    TrainedReader,
    default_readers,
    quick_reader,
)
from qa.window import WINDOW_PIECES, windows

TITLE = "The harbour"
SENTENCES = (
    "The harbour of Lindau was opened in 1856.",
    "It was paid for by the town's merchants.",
    "Today about 400 boats lie in it every summer.",
    "A lion of marble watches over the entrance.",
)


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return quick_reader(QUICK)


def answers(
    reader: TrainedReader, question: str, turns: str = "", sentences: tuple[str, ...] = SENTENCES
) -> list[float]:
    """How well each of the sentences answers."""
    (judged,) = reader.read(Asked(question, turns), [(TITLE, sentences)])
    return judged


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was the harbour opened?", 0),
        ("Who paid for the harbour?", 1),
        ("How many boats are there in summer?", 2),
        ("What stands at the entrance of the harbour?", 3),
    ],
)
def test_the_sentence_that_answers_is_judged_best(reader: TrainedReader, question: str, answer: int) -> None:
    logits = answers(reader, question)
    assert len(logits) == len(SENTENCES)
    assert logits.index(max(logits)) == answer


@pytest.mark.parametrize(
    ("held", "not_held"),
    [
        ("When was the harbour opened?", "When was the airport opened?"),
        ("How many boats are there in summer?", "How many of the boats sank in summer?"),
        ("Who paid for the harbour?", "Who designed the harbour?"),
    ],
)
def test_a_question_on_the_same_topic_that_nothing_answers_is_judged_lower(
    reader: TrainedReader, held: str, not_held: str
) -> None:
    def best(question: str) -> float:
        return max(answers(reader, question))

    assert best(held) > best(not_held) + 0.5


def test_a_sentence_is_judged_with_its_neighbours(reader: TrainedReader) -> None:
    together = answers(reader, "Who paid for the harbour of Lindau?", sentences=SENTENCES[:2])
    alone = answers(reader, "Who paid for the harbour of Lindau?", sentences=SENTENCES[1:2])
    assert together[1] > alone[0]


@pytest.mark.parametrize(
    ("before", "question", "answer"),
    [
        ("When was the harbour opened?", "And who paid for it?", 1),
        ("Who paid for the harbour?", "Since when is it open?", 0),
    ],
)
def test_a_follow_up_is_read_beside_the_question_before_it(
    reader: TrainedReader, before: str, question: str, answer: int
) -> None:
    logits = answers(reader, question, before)
    assert logits.index(max(logits)) == answer


def test_texts_are_judged_alike_alone_and_beside_others(reader: TrainedReader) -> None:
    texts = [(TITLE, SENTENCES), ("", ("Bread is baked at night.",)), (TITLE, SENTENCES * 20)]
    asked = Asked("When was the harbour opened?")
    for text, judged in zip(texts, reader.read(asked, texts), strict=True):
        (alone,) = reader.read(asked, [text])
        assert judged == pytest.approx(alone, abs=1e-3)


@given(st.text(max_size=60), st.text(max_size=900), st.lists(st.text(max_size=400), max_size=12))
@settings(max_examples=40, deadline=None)
def test_windows_hold_every_sentence_once_in_order(
    reader: TrainedReader, question: str, turns: str, sentences: list[str]
) -> None:
    read = list(windows(reader.pieces, question, turns, "title", sentences))
    assert sum(len(window.spans) for window in read) == len(sentences)
    for window in read:
        assert len(window.pieces) <= WINDOW_PIECES + 1
        edges = [edge for span in window.spans for edge in span]
        assert edges == sorted(edges)
        assert all(start < end < len(window.pieces) for start, end in window.spans)


def test_the_weights_are_the_ones_the_card_and_the_code_name() -> None:
    for file, expected, most in ((QUICK, QUICK_SHA256, 25_000_000), (STRONG, STRONG_SHA256, 45_000_000)):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert digest == expected
        assert digest in CARD.read_text(encoding="utf-8")
        assert file.stat().st_size <= most


@pytest.mark.parametrize("content", [None, b"not the weights"])
def test_missing_or_damaged_weights_are_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "reader.safetensors"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(reader_file, "QUICK", file)
    with pytest.raises(DossierError, match=r"evidence reader.*Restore qa/reader\.safetensors"):
        default_readers.__wrapped__()
