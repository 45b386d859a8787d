"""What encoding passages costs: sentence-transformers as it comes, ours, and what else could be chosen, side by side.

    python -m bench.encoding --eval ../shared/eval

Every way encodes the same passages in turn, so that a busy machine slows all alike; the best round counts. CPU seconds
are of all threads. A way whose packages are missing is named with the reason; nothing is downloaded.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from bench.report import table
from bench.sets import rows
from index.embed import Vectors, default_embedder, packaged_minilm
from index.minilm import MiniLM

Encode = Callable[[Sequence[str]], Vectors]
PLAIN, SETS = "SentenceTransformer.encode, as it comes", ("xquad", "nq", "mtrag")
#: Words of a passage, as index/passage.py packs them; here cut anywhere, which costs no parse.
WORDS = 120


@dataclass(slots=True)
class Timed:
    """A way, with the seconds of its rounds."""

    name: str
    encode: Encode
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    cosine: float = 1.0

    def once(self, texts: Sequence[str]) -> Vectors:
        wall, cpu = time.perf_counter(), time.process_time()
        vectors = self.encode(texts)
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)
        return vectors


def plain(**options: object) -> Encode:
    """sentence-transformers with its own defaults: batches of 32."""
    model = SentenceTransformer(str(packaged_minilm()), device="cpu", local_files_only=True, **options)  # type: ignore[arg-type]

    def encode(texts: Sequence[str]) -> Vectors:
        found = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=False)
        vectors = np.stack([np.asarray(row.float()) for row in found])
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    return encode


#: Ways that could be chosen. The last two need optimum-onnx and optimum-intel, which we do not.
WAYS: dict[str, Callable[[], Encode]] = {
    PLAIN: plain,
    "ours, as chosen on this machine": lambda: default_embedder().embed,
    "ours, f32": lambda: MiniLM(packaged_minilm(), "f32").embed,
    "ours, bf16": lambda: MiniLM(packaged_minilm(), "bf16").embed,
    "sentence-transformers, torch bf16": lambda: plain(model_kwargs={"dtype": torch.bfloat16}),
    "sentence-transformers, its ONNX backend": lambda: plain(backend="onnx", model_kwargs={"export": True}),
    "sentence-transformers, its OpenVINO backend": lambda: plain(backend="openvino", model_kwargs={"export": True}),
}


def passages(folder: Path, count: int) -> Iterator[str]:
    """Up to `count` texts of WORDS words under the title of their article, evenly from all sets."""
    for name in SETS:
        found = (
            f"{row.get('title') or ''}\n{' '.join(words[start : start + WORDS])}"
            for row in rows(folder / name / "documents.jsonl")
            for words in [row["text"].split()]
            for start in range(0, len(words), WORDS)
        )
        yield from (text for text, _ in zip(found, range(count // len(SETS) + 1), strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="folder of the public sets")
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = list(passages(options.eval, options.passages))[: options.passages]
    ways, absent = [], []
    for name, load in WAYS.items():
        try:
            ways.append(Timed(name, load()))
        except Exception as error:  # noqa: BLE001 - whatever a way lacks is what the report says
            absent.append(f"- {name}: not run ({type(error).__name__}: {str(error).splitlines()[0][:120]})")
    for _ in range(options.rounds):
        expected = ways[0].once(texts)
        for way in ways[1:]:
            way.cosine = min(way.cosine, float((way.once(texts) * expected).sum(1).min()))
    print(
        f"{len(texts):,} passages, {options.rounds} rounds, torch on {torch.get_num_threads()} threads; chosen here: "
    )
    print(f"{getattr(default_embedder(), 'name', 'another embedder')}\n")
    header = ("way", "passages/s", "CPU-s per 1,000", "times plain, per core", "lowest cosine with plain")
    print(table(header, [figures(way, ways[0], len(texts)) for way in ways]))
    print("\n".join(("", *absent)))


def figures(way: Timed, first: Timed, count: int) -> tuple[str, ...]:
    cpu = min(way.cpu)
    rate, cost, times = f"{count / min(way.wall):.0f}", f"{cpu / count * 1000:.1f}", f"{min(first.cpu) / cpu:.2f}"
    return way.name, rate, cost, times, f"{way.cosine:.5f}"


if __name__ == "__main__":
    main()
