"""The strong reader, on the base that `make test` brings: merged as it was trained, and read by with the quick one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.train import strong
from index.embed import packaged_minilm
from index.pieces import Pieces
from qa import Assistant, Document
from qa.base import strong_base
from qa.reader import QUICK, STRONG, Asked, Readers, TrainedReader, quick_reader, strong_reader
from qa.window import in_mpnet

ASKED = Asked("Who footed the bill?", "When was the harbour opened?")
TEXTS = [
    (
        "The harbour · Halden Post · 6 May 2019",
        ("The harbour of Lindau was opened in 1856.", "Its merchants paid for it."),
    ),
    ("", ("Bread is baked at night.",)),
]


@pytest.fixture(scope="module")
def base() -> Path:
    folder = strong_base()
    assert folder is not None, "`make test` brings it; run `python -m qa model get`"
    return folder


@pytest.fixture(scope="module")
def reader(base: Path) -> TrainedReader:
    return strong_reader(STRONG, base, "f32")


def test_adapters_are_merged_as_they_were_trained(base: Path, reader: TrainedReader) -> None:
    in_torch = TrainedReader(strong(base, STRONG).eval(), Pieces(packaged_minilm()), in_mpnet)
    for ours, theirs in zip(reader.read(ASKED, TEXTS), in_torch.read(ASKED, TEXTS), strict=True):
        for one, other in zip(ours, theirs, strict=True):
            assert one == pytest.approx(other, abs=1e-2)


def test_other_words_and_the_turn_before_are_understood(reader: TrainedReader) -> None:
    harbour, bread = reader.read(ASKED, TEXTS)
    assert harbour[1] > harbour[0] + 1
    assert harbour[1] > bread[0] + 1


def test_an_answer_says_that_both_have_read(reader: TrainedReader) -> None:
    document = Document("harbour", TEXTS[0][0], " ".join(TEXTS[0][1]))
    assistant = Assistant([document], readers=Readers(quick_reader(QUICK), reader))
    answer = assistant.ask("Who paid for the harbour?")
    assert answer.readers == assistant.readers == "quick and strong"
    assert answer.citations[0].quote.endswith("Its merchants paid for it.")
