"""The reader on OpenVINO gives the logits of the network it was trained as, whatever it is given to read."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from transformers import MPNetConfig, MPNetModel

from index.bert import MPNET, Encoder
from index.embed import packaged_minilm
from index.pieces import Pieces
from qa.reader import QUICK, Asked, Text, TrainedReader, in_torch, quick_reader
from qa.window import Window, in_mpnet

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


def logits(reader: TrainedReader, question: str) -> list[list[float]]:
    """How well every sentence of every text answers."""
    return reader.read(Asked(question, "What happened there?"), TEXTS)


@pytest.fixture(scope="module")
def torch_reader() -> TrainedReader:
    folder = packaged_minilm()
    return TrainedReader(in_torch(folder, QUICK), Pieces(folder))


@pytest.mark.parametrize(("precision", "most"), [("f32", 1e-3), ("bf16", 0.15), ("int8", 1.0), (None, 1.0)])
def test_logits_are_those_of_the_network_in_torch(
    torch_reader: TrainedReader, precision: str | None, most: float
) -> None:
    reader = quick_reader(QUICK, precision)
    for question in QUESTIONS:
        found, expected = logits(reader, question), logits(torch_reader, question)
        assert [len(one) for one in found] == [6, 60, 0]
        for ours, theirs in zip(found, expected, strict=True):
            assert ours == pytest.approx(theirs, abs=most), question


def test_whole_numbers_put_the_same_sentence_first() -> None:
    exact, rounded = quick_reader(QUICK, "f32"), quick_reader(QUICK, "int8")
    for question, best in (("When was the harbour opened?", 0), ("Who paid for it?", 1)):
        for reader in (exact, rounded):
            (judged,) = reader.read(Asked(question), TEXTS[:1])
            assert max(range(6), key=lambda number: judged[number]) == best


def test_a_question_of_no_letters_is_judged_by_numbers(torch_reader: TrainedReader) -> None:
    assert np.isfinite(logits(torch_reader, "\u200b")[0]).all()


def test_mpnet_on_openvino_gives_the_vectors_of_transformers() -> None:
    torch.manual_seed(0)
    config = MPNetConfig(
        vocab_size=90, hidden_size=48, num_hidden_layers=2, num_attention_heads=12, intermediate_size=96
    )
    model = MPNetModel(config, add_pooling_layer=False).eval()
    weights = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    texts = [[0, *range(5, 85), *range(5, 85), *range(5, 60), 2], [0, 7, 8, 2]]
    found, mask = Encoder(weights, "f32", MPNET).vectors(texts)
    for row, pieces in enumerate(texts):
        with torch.inference_mode():
            expected = model(input_ids=torch.tensor([pieces])).last_hidden_state[0].numpy()
        assert mask[row].sum() == len(pieces)
        assert np.abs(found[row, : len(pieces)] - expected).max() < 1e-4


def test_windows_in_mpnets_numbers_are_the_same_words() -> None:
    ours = Window((101, 7592, 102, 2088, 102), 1, ((3, 4),))
    assert in_mpnet(ours) == Window((0, 7596, 2, 2092, 2), 1, ((3, 4),))
