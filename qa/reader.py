"""The evidence reader: question and passage are read together, and every sentence is judged in its place.

Two readers of one kind: a quick one, trained from the packaged MiniLM, reads all that was found; a strong one, trained
from all-mpnet-base-v2, reads the best of it, where that model is on this machine (see base.py). reader.md is the card
of their weights. They run on OpenVINO (judge.py) or in torch (network.py).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from safetensors.numpy import load_file

from index.document import NOT_STATED, Document
from index.embed import check_weights, packaged_minilm
from index.once import once
from index.pieces import Pieces
from qa.base import base_in_use
from qa.window import Window, in_mpnet, windows

if TYPE_CHECKING:
    from qa.network import Network

QUICK, STRONG = Path(__file__).with_name("reader.safetensors"), Path(__file__).with_name("strong.safetensors")
CARD = Path(__file__).with_name("reader.md")
#: SHA-256 of the two files, as bench/train.py wrote them.
QUICK_SHA256 = "f216c607ade462af9f891083096ed44b2f7dcfa8529476bad52b2eef8749dc4b"
STRONG_SHA256 = "af6f6401bbef31b600fa788b61b8313b98d77fc69a39bf3a536d5e42c6c9acfc"
REPAIR = "Restore {} from the repository."
#: What the readers that a question is put to are called, alone and together.
QUICK_READER, BOTH_READERS = "quick", "quick and strong"
#: The names of the encoder's weights in a file of bench/train.py begin so; those of its adapters hold the others.
ENCODER, DOWN, UP = "encoder.", ".lora_A.default.weight", ".lora_B.default.weight"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is read beside each passage: the question, and the turns before it ("" where there are none)."""

    question: str
    turns: str = ""


#: A heading (see heading_of) and the sentences under it.
Text = tuple[str, Sequence[str]]


class Reader(Protocol):
    """Anything that judges sentences by a question."""

    def read(self, asked: Asked, texts: Sequence[Text]) -> list[list[float]]:
        """For each text a logit a sentence: any real number, higher where the sentence better answers."""
        ...


class Judging(Protocol):
    """The reader's network, in torch (network.py) or on OpenVINO (judge.py)."""

    name: str

    def judged(self, windows: Sequence[Window]) -> list[list[list[float]]]:
        """For each window the two logits of each of its sentences; the first is that it answers."""
        ...


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers that a question is put to; strong is None where its base is not on this machine."""

    quick: Reader
    strong: Reader | None = None

    @property
    def name(self) -> str:
        """Which of them read, for whoever wants to know."""
        return BOTH_READERS if self.strong else QUICK_READER


class TrainedReader:
    """A Reader with trained weights. name: what it runs on, for a report."""

    def __init__(self, network: Judging, pieces: Pieces, numbered: Callable[[Window], Window] | None = None) -> None:
        """numbered: puts a window into the numbers of another vocabulary than MiniLM's."""
        self.network = network
        self.pieces = pieces
        self.numbered = numbered or (lambda window: window)
        self.name = network.name

    def read(self, asked: Asked, texts: Sequence[Text]) -> list[list[float]]:
        read: list[Window] = []
        owners: list[int] = []
        for number, (heading, sentences) in enumerate(texts):
            new = list(windows(self.pieces, asked.question, asked.turns, heading, sentences))
            read.extend(map(self.numbered, new))
            owners.extend([number] * len(new))
        found: list[list[float]] = [[] for _ in texts]
        for owner, logits in zip(owners, self.network.judged(read), strict=True):
            found[owner].extend(answers for answers, _ in logits)
        return found


def heading_of(document: Document) -> str:
    """What the reader is told of an article: its title, its outlets and the day it was published, as far as known."""
    day = document.published
    outlets = ", ".join(one for one in document.outlets if one != NOT_STATED)
    return " · ".join(filter(None, (document.title, outlets, f"{day.day} {day:%B %Y}" if day else "")))


@once
def default_readers() -> Readers:
    """The readers with the weights of this repository, their checksums checked; loaded once.

    Raises DossierError where a file is missing or damaged.
    """
    check_weights(QUICK, QUICK_SHA256, "evidence reader", REPAIR.format("qa/reader.safetensors"))
    quick = quick_reader(QUICK)
    base = base_in_use()
    if base is None:
        return Readers(quick)
    check_weights(STRONG, STRONG_SHA256, "strong evidence reader", REPAIR.format("qa/strong.safetensors"))
    try:
        return Readers(quick, strong_reader(STRONG, base))
    except (ImportError, RuntimeError) as error:  # OpenVINO is not installed, or not for this processor
        logging.getLogger(__name__).warning("OpenVINO cannot run here, so the quick reader reads alone: %s", error)
        return Readers(quick)


def quick_reader(weights: Path, precision: str | None = None) -> TrainedReader:
    """The reader of MiniLM with the weights in a file of bench/train.py: on OpenVINO, in torch where it cannot run.

    precision: see bert.fastest; the fastest where none is asked for.
    """
    folder = packaged_minilm()
    try:
        from index.bert import Encoder, fastest  # noqa: PLC0415 - brings OpenVINO
        from qa.judge import Judge  # noqa: PLC0415

        trained = load_file(weights)
        encoder = Encoder(
            load_file(folder / "model.safetensors") | of_encoder(trained), precision or fastest(exact=False)
        )
        return TrainedReader(Judge(encoder, trained), Pieces(folder))
    except (ImportError, RuntimeError) as error:  # not installed, or not for this processor
        logging.getLogger(__name__).warning("OpenVINO cannot run here, so torch reads instead: %s", error)
    return TrainedReader(in_torch(folder, weights), Pieces(folder))


def strong_reader(weights: Path, base: Path, precision: str | None = None) -> TrainedReader:
    """The reader of all-mpnet-base-v2 (its folder: base) with the adapters in a file of bench/train.py, on OpenVINO.

    Raises ImportError or RuntimeError where OpenVINO cannot run.
    """
    from index.bert import MPNET, Encoder, fastest  # noqa: PLC0415 - brings OpenVINO
    from qa.judge import Judge  # noqa: PLC0415

    trained = load_file(weights)
    merged = load_file(base / "model.safetensors")
    for name in [name for name in trained if name.endswith(DOWN)]:
        product = name.removesuffix(DOWN)
        change = trained[product + UP].astype(np.float32) @ trained[name].astype(np.float32)
        merged[product.removeprefix(ENCODER) + ".weight"] += change
    return TrainedReader(
        Judge(Encoder(merged, precision or fastest(exact=False), MPNET), trained), Pieces(packaged_minilm()), in_mpnet
    )


def of_encoder(trained: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Of trained weights those of the encoder, by the names they have in it."""
    return {
        name.removeprefix(ENCODER): array.astype(np.float32)
        for name, array in trained.items()
        if name.startswith(ENCODER)
    }


def in_torch(folder: Path, weights: Path) -> Network:
    """The network of the packaged MiniLM in `folder` and the trained weights in a file."""
    from safetensors.torch import load_file  # noqa: PLC0415 - brings torch: seconds, so only where it is wanted
    from transformers import BertConfig, BertModel  # noqa: PLC0415

    from qa.network import Network  # noqa: PLC0415

    encoder = BertModel(BertConfig.from_pretrained(folder, local_files_only=True), add_pooling_layer=False)
    encoder.load_state_dict(load_file(folder / "model.safetensors"), strict=False)  # it holds a pooling layer too
    network = Network(encoder, encoder.config.hidden_size)
    network.load_state_dict({name: tensor.float() for name, tensor in load_file(weights).items()}, strict=False)
    return network.eval()
