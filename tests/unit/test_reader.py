"""The evidence reader: what it is loaded from, that it reads every sentence once, and that reading beats nearness."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import DossierError
from qa import reader as reader_file
from qa.reader import CARD, SHA256, WEIGHTS, TrainedReader, default_reader
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
    loaded = default_reader()
    assert isinstance(loaded, TrainedReader)
    return loaded


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
    (logits,) = reader.read(question, [(TITLE, SENTENCES)])
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
        return max(reader.read(question, [(TITLE, SENTENCES)])[0])

    assert best(held) > best(not_held) + 1


def test_a_sentence_is_judged_with_its_neighbours(reader: TrainedReader) -> None:
    (together,) = reader.read("Who paid for the harbour of Lindau?", [("", SENTENCES[:2])])
    (alone,) = reader.read("Who paid for the harbour of Lindau?", [("", SENTENCES[1:2])])
    assert together[1] > alone[0]


def test_texts_are_judged_alike_alone_and_beside_others(reader: TrainedReader) -> None:
    texts = [(TITLE, SENTENCES), ("", ("Bread is baked at night.",)), (TITLE, SENTENCES * 20)]
    beside = reader.read("When was the harbour opened?", texts)
    for text, logits in zip(texts, beside, strict=True):
        (alone,) = reader.read("When was the harbour opened?", [text])
        assert logits == pytest.approx(alone, abs=1e-3)


@given(st.text(max_size=60), st.lists(st.text(max_size=400), max_size=12))
@settings(max_examples=40, deadline=None)
def test_windows_hold_every_sentence_once_in_order(question: str, sentences: list[str]) -> None:
    loaded = default_reader()
    assert isinstance(loaded, TrainedReader)
    read = list(windows(loaded.pieces, question, "title", sentences))
    assert sum(len(window.spans) for window in read) == len(sentences)
    for window in read:
        assert len(window.pieces) <= WINDOW_PIECES + 1
        edges = [edge for span in window.spans for edge in span]
        assert edges == sorted(edges)
        assert all(start < end < len(window.pieces) for start, end in window.spans)


def test_the_weights_are_the_ones_the_card_and_the_code_name() -> None:
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    assert digest == SHA256
    assert digest in CARD.read_text(encoding="utf-8")
    assert WEIGHTS.stat().st_size <= 25_000_000


@pytest.mark.parametrize("content", [None, b"not the weights"])
def test_missing_or_damaged_weights_are_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "reader.safetensors"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(reader_file, "WEIGHTS", file)
    with pytest.raises(DossierError, match=r"evidence reader.*Restore qa/reader\.safetensors"):
        default_reader.__wrapped__()
