"""What encoding passages costs: sentence-transformers as it comes, a peer, ours, and what else could be chosen.

    python -m bench.encoding --eval ../shared/eval

Every way encodes the same passages in turn, so that a busy machine slows all alike; the best round counts. CPU seconds
are of all threads. A way whose packages are missing is named with the reason; nothing is downloaded.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from bench import peer
from bench.report import table
from bench.spent import Spent, spent
from bench.texts import passages
from index.embed import Vectors, default_embedder, packaged_minilm
from index.minilm import MiniLM

Encode = Callable[[Sequence[str]], Vectors]
PLAIN = "SentenceTransformer.encode, as it comes"


@dataclass(slots=True)
class Way:
    """A way to encode, what its rounds took, and its last vectors."""

    name: str
    encode: Encode
    rounds: list[Spent] = field(default_factory=list)
    vectors: Vectors = field(default_factory=lambda: np.zeros((0, 1), np.float32))
    cosine: float = 1.0

    def once(self, texts: Sequence[str]) -> Vectors:
        def run() -> None:
            self.vectors = self.encode(texts)

        self.rounds.append(spent(run))
        return self.vectors


def plain(**options: object) -> Encode:
    """sentence-transformers with its own defaults: batches of 32."""
    model = SentenceTransformer(str(packaged_minilm()), device="cpu", local_files_only=True, **options)  # type: ignore[arg-type]

    def encode(texts: Sequence[str]) -> Vectors:
        found = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=False)
        vectors = np.stack([np.asarray(row.float()) for row in found])
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    return encode


def of_peer() -> Encode:
    embeddings = peer.txtai()
    return lambda texts: np.asarray(embeddings.batchtransform(list(texts)), np.float32)


#: Ways that could be chosen. The last two need optimum-onnx and optimum-intel, which we do not.
WAYS: dict[str, Callable[[], Encode]] = {
    PLAIN: plain,
    "ours, as chosen on this machine": lambda: default_embedder().embed,
    "ours, f32": lambda: MiniLM(packaged_minilm(), "f32").embed,
    "ours, bf16": lambda: MiniLM(packaged_minilm(), "bf16").embed,
    "txtai, Embeddings.batchtransform": of_peer,
    "sentence-transformers, torch bf16": lambda: plain(model_kwargs={"dtype": torch.bfloat16}),
    "sentence-transformers, its ONNX backend": lambda: plain(backend="onnx", model_kwargs={"export": True}),
    "sentence-transformers, its OpenVINO backend": lambda: plain(backend="openvino", model_kwargs={"export": True}),
}


def part(texts: Sequence[str], rounds: int) -> str:
    """The table of all ways, with those that were not run and why."""
    ways, absent = [], []
    for name, load in WAYS.items():
        try:
            ways.append(Way(name, load()))
        except Exception as error:  # noqa: BLE001 - whatever a way lacks is what the report says
            absent.append(f"- {name}: not run ({type(error).__name__}: {str(error).splitlines()[0][:120]})")
    for _ in range(rounds):
        expected = ways[0].once(texts)
        for way in ways[1:]:
            way.cosine = min(way.cosine, float((way.once(texts) * expected).sum(1).min()))
    about = (
        f"{len(texts):,} passages of the public sets, the best of {rounds} rounds, torch on {torch.get_num_threads()} "
        f"threads. Chosen here: {getattr(default_embedder(), 'name', 'another embedder')}."
    )
    header = ("way", "passages/s", "CPU-s per 1,000", "times plain, per core", "lowest cosine with plain")
    return "\n\n".join((about, table(header, [figures(way, ways[0], len(texts)) for way in ways]), "\n".join(absent)))


def figures(way: Way, first: Way, count: int) -> tuple[str, ...]:
    wall, cpu = (min(figures) for figures in zip(*way.rounds, strict=True))
    times = min(one.cpu for one in first.rounds) / cpu
    return way.name, f"{count / wall:.0f}", f"{cpu / count * 1000:.1f}", f"{times:.2f}", f"{way.cosine:.5f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder of the public sets")
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(part(passages(options.eval, options.passages), options.rounds))


if __name__ == "__main__":
    main()
