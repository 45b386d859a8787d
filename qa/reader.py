"""The evidence reader: question and passage are read together, and every sentence is judged in its place.

A small transformer fine-tuned from the packaged MiniLM, run on OpenVINO (qa/judge.py) or in torch (qa/network.py).
reader.md is the card of its weights.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index.embed import check_weights, packaged_minilm
from index.once import once
from index.pieces import Pieces
from qa.window import Window, windows

if TYPE_CHECKING:
    from qa.network import Network

WEIGHTS, CARD = Path(__file__).with_name("reader.safetensors"), Path(__file__).with_name("reader.md")
#: SHA-256 of reader.safetensors, as bench/train.py wrote it.
SHA256 = "6629f9039308319ca327810be06d2f51630eaf87ee6c84295895c7722b709988"
REPAIR = "Restore qa/reader.safetensors from the repository."

#: A title and the sentences under it.
Text = tuple[str, Sequence[str]]


class Reader(Protocol):
    """Anything that judges sentences by a question."""

    def read(self, question: str, texts: Sequence[Text]) -> list[list[float]]:
        """For each text one logit a sentence: any real number, higher where the sentence better answers."""
        ...


class Judging(Protocol):
    """The reader's network, in torch (network.py) or on OpenVINO (judge.py)."""

    name: str

    def judged(self, windows: Sequence[Window]) -> list[list[float]]:
        """For each window the logits of its sentences."""
        ...


class TrainedReader:
    """The default Reader. name: what it runs on, for a report."""

    def __init__(self, network: Judging, pieces: Pieces) -> None:
        self.network = network
        self.pieces = pieces
        self.name = network.name

    def read(self, question: str, texts: Sequence[Text]) -> list[list[float]]:
        read: list[Window] = []
        owners: list[int] = []
        for number, (title, sentences) in enumerate(texts):
            new = list(windows(self.pieces, question, title, sentences))
            read.extend(new)
            owners.extend([number] * len(new))
        found: list[list[float]] = [[] for _ in texts]
        for owner, logits in zip(owners, self.network.judged(read), strict=True):
            found[owner].extend(logits)
        return found


@once
def default_reader() -> Reader:
    """The reader with the weights of this repository, their checksum checked; loaded once.

    Raises DossierError where a file is missing or damaged.
    """
    check_weights(WEIGHTS, SHA256, "evidence reader", REPAIR)
    return reader_of(WEIGHTS)


def reader_of(weights: Path) -> TrainedReader:
    """The reader with the weights in a file, as bench/train.py writes them: on OpenVINO, in torch where it cannot."""
    folder = packaged_minilm()
    try:
        from qa.judge import Judge  # noqa: PLC0415 - brings OpenVINO

        return TrainedReader(Judge(folder, weights), Pieces(folder))
    except (ImportError, RuntimeError) as error:  # not installed, or not for this processor
        logging.getLogger(__name__).warning("OpenVINO cannot run here, so torch reads instead: %s", error)
    return TrainedReader(in_torch(folder, weights), Pieces(folder))


def in_torch(folder: Path, weights: Path) -> Network:
    """The network of the packaged MiniLM in `folder` and the trained weights in a file."""
    from safetensors.torch import load_file  # noqa: PLC0415 - brings torch: seconds, so only where it is wanted
    from transformers import BertConfig, BertModel  # noqa: PLC0415

    from qa.network import Network  # noqa: PLC0415

    encoder = BertModel(BertConfig.from_pretrained(folder, local_files_only=True), add_pooling_layer=False)
    encoder.load_state_dict(load_file(folder / "model.safetensors"), strict=False)  # it holds a pooling layer too
    network = Network(encoder)
    load_trained(network, weights)
    return network.eval()


def load_trained(network: Network, weights: Path) -> None:
    """Put trained weights in place; the embeddings and the layers that training left alone stay those of MiniLM."""
    from safetensors.torch import load_file  # noqa: PLC0415 - as above

    network.load_state_dict({name: tensor.float() for name, tensor in load_file(weights).items()}, strict=False)
