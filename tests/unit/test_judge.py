"""The reader on OpenVINO gives the logits of the network it was trained as, whatever it is given to read."""

from __future__ import annotations

import numpy as np
import pytest

from index.embed import packaged_minilm
from index.pieces import Pieces
from qa.judge import Judge
from qa.reader import WEIGHTS, Text, TrainedReader, in_torch

QUESTIONS = ("When was the harbour opened?", "Who paid for it", "😀", "\u200b", "متى افتتح الميناء؟", "why " * 400)
TEXTS: list[Text] = [
    (
        "The harbour",
        (
            "The harbour of Lindau was opened in 1856.",
            "It was paid for by the town's merchants.",
            "",
            "😀🎉",
            "قال وزير الخارجية يوم الاثنين",
            "word " * 300,
        ),
    ),
    ("", ("Bread is baked at night.", "It is sold in the morning.") * 30),
    ("A title " * 40, ()),
]


def logits(precision: str | None, reader: TrainedReader) -> list[list[list[float]]]:
    judge = TrainedReader(Judge(packaged_minilm(), WEIGHTS, precision), reader.pieces)
    return [judge.read(question, TEXTS) for question in QUESTIONS]


@pytest.fixture(scope="module")
def torch_reader() -> TrainedReader:
    folder = packaged_minilm()
    return TrainedReader(in_torch(folder, WEIGHTS), Pieces(folder))


@pytest.mark.parametrize(("precision", "most"), [("f32", 1e-3), ("bf16", 0.1), (None, 0.1)])
def test_logits_are_those_of_the_network_in_torch(
    torch_reader: TrainedReader, precision: str | None, most: float
) -> None:
    found = logits(precision, torch_reader)
    for question, judged in zip(QUESTIONS, found, strict=True):
        expected = torch_reader.read(question, TEXTS)
        assert [len(one) for one in judged] == [6, 60, 0]
        for ours, theirs in zip(judged, expected, strict=True):
            assert ours == pytest.approx(theirs, abs=most), question


def test_a_question_of_no_letters_is_judged_by_numbers(torch_reader: TrainedReader) -> None:
    assert np.isfinite(torch_reader.read("\u200b", TEXTS[:1])[0]).all()
