"""The encoder of a BERT or MPNet model on OpenVINO: its graph is built here, straight from the weights, in memory.

Nothing is exported, stored or converted, so there is nothing to go stale, and neither torch nor transformers is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.hidden import hidden

with hidden("openvino.tools.ovc"):  # a converter nobody needs, whose import would be reported to OpenVINO's makers
    from openvino import Core, InferRequest, Model, Node
    from openvino import opset13 as ops

#: Heads of attention, as config.json of MiniLM and of all-mpnet-base-v2 have them.
HEADS = 12
#: Pieces that are read at once at most, and the distance from which on MPNet tells no distances apart.
MOST, FARTHEST = 512, 128
#: In int8 so many numbers of a vector are rounded with one scale.
GROUP = 64
#: Texts are padded to a multiple of so many pieces: for every new shape OpenVINO makes code, for some 20 ms.
STEP = 16
#: Added to the attention on padding; exp(-10,000) is 0 in float32.
MASKED = np.float32(-10_000)

Array = NDArray[Any]
#: What Encoder.vectors gives.
TokenVectors = tuple[NDArray[np.float32], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a model's weights are named in transformers, and in what its kind differs.

    epsilon: the smallest variance. first_place: the number of the first piece's place. kinds, distances: the weights
    added by the kind of text, and to the attention by distance; "" where there are none.
    """

    epsilon: float
    attention: str
    parts: tuple[str, str, str]
    mixed: str
    normal: str
    first_place: int = 0
    kinds: str = ""
    distances: str = ""


BERT = Layout(
    1e-12,
    "self",
    ("query", "key", "value"),
    "output.dense",
    "output.LayerNorm",
    kinds="embeddings.token_type_embeddings.weight",
)
MPNET = Layout(
    1e-5,
    "attn",
    ("q", "k", "v"),
    "attn.o",
    "LayerNorm",
    first_place=2,
    distances="encoder.relative_attention_bias.weight",
)


class Encoder:
    """Token vectors of word pieces. precision: "bf16", "f32", or "int8": see fastest."""

    def __init__(self, weights: Mapping[str, Array], precision: str | None = None, layout: Layout = BERT) -> None:
        """weights: by the names of transformers' model; precision: the fastest exact one unless another is asked for.

        Raises RuntimeError where OpenVINO cannot run here, and KeyError where a weight is missing.
        """
        core = Core()
        self.precision = precision or fastest()
        self.width = int(weights["embeddings.LayerNorm.weight"].shape[0])
        # Two lots side by side, each on one thread, are done sooner than one after the other, each on two.
        at_once = threads()
        settings: dict[str, Any] = {
            "INFERENCE_PRECISION_HINT": "f32" if self.precision == "int8" else self.precision,
            "DYNAMIC_QUANTIZATION_GROUP_SIZE": GROUP if self.precision == "int8" else 0,
            "INFERENCE_NUM_THREADS": at_once,
            "NUM_STREAMS": at_once,
            "ENABLE_CPU_PINNING": False,  # a pinned thread waits for its core while another one idles
        }
        compiled = core.compile_model(
            graph(Constants(weights, rounded=self.precision == "int8"), layout), "CPU", settings
        )
        self._idle: SimpleQueue[InferRequest] = SimpleQueue()
        for _ in range(at_once):
            self._idle.put(compiled.create_infer_request())
        self._pool = ThreadPoolExecutor(at_once)

    def vectors(self, texts: Sequence[Sequence[int]]) -> TokenVectors:
        """Token vectors, shape (texts, longest, width), and which of them stand for a piece: 1, or 0 for padding.

        texts: word pieces, at least one text, each of 1 to 512 pieces.
        """
        longest = max(len(pieces) for pieces in texts)
        ids = np.zeros((len(texts), -(-longest // STEP) * STEP), np.int64)
        mask = np.zeros_like(ids)
        for row, pieces in enumerate(texts):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        request = self._idle.get()
        try:
            found = request.infer({0: ids, 1: mask})[0]
        finally:
            self._idle.put(request)
        return np.asarray(found, np.float32), mask

    def of_each(self, lots: Iterable[Sequence[Sequence[int]]]) -> Iterator[TokenVectors]:
        """`vectors` of each lot of texts, in order, as many of them at once as there are threads."""
        return self._pool.map(self.vectors, lots)


def fastest(*, exact: bool = True) -> str:
    """In which precision this processor is fastest; of those that give nearly equal vectors, where they have to be.

    bf16 where it has matrix units for it (AMX): without them it takes nearly twice as long as f32. Where vectors may
    differ a little, int8 where it has instructions for that (VNNI): it takes half as long as f32, or less.
    """
    told = Path("/proc/cpuinfo")  # Linux alone has it
    flags = set(told.read_text(encoding="utf-8").split()) if told.exists() else set()
    if "amx_bf16" in flags:
        return "bf16"
    return "int8" if not exact and {"avx512_vnni", "avx_vnni"} & flags else "f32"


def threads() -> int:
    """How many threads may run at once: OMP_NUM_THREADS, by which all other libraries here go, or one a processor."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted):
        return int(wanted)
    return (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )  # Linux alone has it


@dataclass(frozen=True, slots=True)
class Constants:
    """Weights as nodes of a graph. rounded: those that vectors are multiplied with are kept as int8, a scale a row."""

    weights: Mapping[str, Array]
    rounded: bool

    def exact(self, name: str) -> Node:
        return ops.constant(self.weights[name].astype(np.float32, copy=False), shared_memory=True)

    def factor(self, name: str) -> Node:
        if not self.rounded:
            return self.exact(name)
        exact = self.weights[name].astype(np.float32, copy=False)
        scale = np.maximum(np.abs(exact).max(1, keepdims=True) / 127, np.float32(1e-12))
        rounded = ops.convert(ops.constant(np.round(exact / scale).astype(np.int8)), np.float32)
        return ops.multiply(rounded, ops.constant(scale.astype(np.float32)))


def whole(*numbers: int) -> Node:
    """Whole numbers as a node: places, axes and shapes."""
    return ops.constant(np.array(numbers, np.int64))


def graph(constants: Constants, layout: Layout) -> Model:
    """The encoder as OpenVINO's operations: piece numbers and mask, both (texts, pieces), to (texts, pieces, width)."""
    ids, mask = (ops.parameter([-1, -1], np.int64, name=name) for name in ("ids", "mask"))
    width = constants.weights["embeddings.LayerNorm.weight"].shape[0]

    def linear(vectors: Node, name: str) -> Node:
        product = ops.matmul(vectors, constants.factor(f"{name}.weight"), transpose_a=False, transpose_b=True)
        return ops.add(product, constants.exact(f"{name}.bias"))

    def normal(vectors: Node, name: str) -> Node:
        even = ops.mvn(vectors, whole(-1), normalize_variance=True, eps=layout.epsilon, eps_mode="inside_sqrt")
        return ops.add(ops.multiply(even, constants.exact(f"{name}.weight")), constants.exact(f"{name}.bias"))

    def heads(vectors: Node, name: str) -> Node:
        parted = ops.reshape(linear(vectors, name), whole(0, 0, HEADS, width // HEADS), special_zero=True)
        return ops.transpose(parted, whole(0, 2, 1, 3))

    def attention(vectors: Node, name: str) -> Node:
        query, key, value = (heads(vectors, f"{name}.{part}") for part in layout.parts)
        near = ops.matmul(query, key, transpose_a=False, transpose_b=True)
        near = ops.multiply(near, ops.constant(np.float32((width // HEADS) ** -0.5)))
        mixed = ops.matmul(ops.softmax(ops.add(near, bias), -1), value, transpose_a=False, transpose_b=False)
        return ops.reshape(ops.transpose(mixed, whole(0, 2, 1, 3)), whole(0, 0, width), special_zero=True)

    pieces = ops.gather(ops.shape_of(ids), whole(1), whole(0))
    bias = attention_bias(constants, layout, mask, pieces)
    vectors = normal(embeddings(constants, layout, ids, pieces), "embeddings.LayerNorm")
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in constants.weights:
        name = f"encoder.layer.{layer}"
        seen = linear(attention(vectors, f"{name}.attention.{layout.attention}"), f"{name}.attention.{layout.mixed}")
        vectors = normal(ops.add(seen, vectors), f"{name}.attention.{layout.normal}")
        thought = linear(ops.gelu(linear(vectors, f"{name}.intermediate.dense"), "erf"), f"{name}.output.dense")
        vectors = normal(ops.add(thought, vectors), f"{name}.output.LayerNorm")
        layer += 1
    return Model([vectors], [ids, mask], "encoder")


def embeddings(constants: Constants, layout: Layout, ids: Node, pieces: Node) -> Node:
    """What stands for each piece at its place; pieces: how many there are in a text."""
    first = whole(layout.first_place)
    table = constants.exact("embeddings.position_embeddings.weight")
    places = ops.slice(table, first, ops.add(first, pieces), whole(1), whole(0))
    vectors = ops.add(ops.gather(constants.exact("embeddings.word_embeddings.weight"), ids, whole(0)), places)
    if not layout.kinds:
        return vectors
    kind = constants.weights[layout.kinds][0].astype(np.float32, copy=False)
    return ops.add(vectors, ops.constant(kind))


def attention_bias(constants: Constants, layout: Layout, mask: Node, pieces: Node) -> Node:
    """What is added to the attention: nearly nothing is left on padding; MPNet's depends on the distance as well."""
    kept = ops.unsqueeze(ops.convert(mask, "f32"), whole(1, 2))
    bias = ops.multiply(ops.subtract(ops.constant(np.float32(1)), kept), ops.constant(MASKED))
    if not layout.distances:
        return bias
    table = ops.constant(by_distance(constants.weights[layout.distances]))
    near = ops.slice(table, whole(0, 0), ops.concat([pieces, pieces], 0), whole(1, 1), whole(2, 3))
    return ops.add(bias, near)


def by_distance(weights: Array) -> Array:
    """What MPNet adds to the attention between two pieces by their distance, shape (1, heads, MOST, MOST).

    weights: of each bucket of distances a value a head. Half of the buckets are for pieces behind, half for those
    before; in each half the first are exact distances, the others grow as their logarithm, up to FARTHEST (Raffel et
    al., 2020).
    """
    half = len(weights) // 2
    exact = half // 2
    distance = np.arange(MOST)[None, :] - np.arange(MOST)[:, None]
    far = np.maximum(np.abs(distance), 1)
    grown = exact + (np.log(far / exact) / np.log(FARTHEST / exact) * (half - exact)).astype(np.int64)
    bucket = np.where(np.abs(distance) < exact, np.abs(distance), np.minimum(grown, half - 1)) + half * (distance > 0)
    return np.ascontiguousarray(weights[bucket].astype(np.float32).transpose(2, 0, 1))[None]
