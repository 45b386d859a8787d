"""The encoder of a BERT model on OpenVINO: its graph is built here, straight from the weights, in memory.

Nothing is exported, stored or converted, so there is nothing to go stale, and neither torch nor transformers is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.hidden import hidden

with hidden("openvino.tools.ovc"):  # a converter nobody needs, whose import would be reported to OpenVINO's makers
    from openvino import Core, InferRequest, Model, Node
    from openvino import opset13 as ops

#: Heads of attention and the smallest variance, as config.json of the packaged MiniLM has them.
HEADS, EPSILON = 12, 1e-12
#: Texts are padded to a multiple of so many pieces: for every new shape OpenVINO makes code, for some 20 ms.
STEP = 16
#: Added to the attention on padding; exp(-10,000) is 0 in float32.
MASKED = np.float32(-10_000)

Array = NDArray[Any]
#: What Encoder.vectors gives.
TokenVectors = tuple[NDArray[np.float32], NDArray[np.int64]]


class Encoder:
    """Token vectors of word pieces. precision: "bf16" where the processor counts in it, else "f32"."""

    def __init__(self, weights: Mapping[str, Array], precision: str | None = None) -> None:
        """weights: by the names of transformers' BertModel; another precision than the fastest may be asked for.

        Raises RuntimeError where OpenVINO cannot run here, and KeyError where a weight is missing.
        """
        core = Core()
        able = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        self.precision = precision or ("bf16" if able else "f32")
        self.width = int(weights["embeddings.LayerNorm.weight"].shape[0])
        # Two lots side by side, each on one thread, are done sooner than one after the other, each on two.
        at_once = threads()
        settings: dict[str, Any] = {
            "INFERENCE_PRECISION_HINT": self.precision,
            "INFERENCE_NUM_THREADS": at_once,
            "NUM_STREAMS": at_once,
            "ENABLE_CPU_PINNING": False,  # a pinned thread waits for its core while another one idles
        }
        compiled = core.compile_model(graph(weights), "CPU", settings)
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


def threads() -> int:
    """How many threads may run at once: OMP_NUM_THREADS, by which all other libraries here go, or one a processor."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted):
        return int(wanted)
    return (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )  # Linux alone has it


def graph(weights: Mapping[str, Array]) -> Model:
    """BERT as OpenVINO's operations: piece numbers and mask, both (texts, pieces), to (texts, pieces, width)."""
    ids, mask = (ops.parameter([-1, -1], np.int64, name=name) for name in ("ids", "mask"))
    width = weights["embeddings.LayerNorm.weight"].shape[0]

    def whole(*numbers: int) -> Node:
        return ops.constant(np.array(numbers, np.int64))

    def weight(name: str) -> Node:
        return ops.constant(weights[name].astype(np.float32, copy=False), shared_memory=True)

    def linear(vectors: Node, name: str) -> Node:
        product = ops.matmul(vectors, weight(f"{name}.weight"), transpose_a=False, transpose_b=True)
        return ops.add(product, weight(f"{name}.bias"))

    def normal(vectors: Node, name: str) -> Node:
        even = ops.mvn(vectors, whole(-1), normalize_variance=True, eps=EPSILON, eps_mode="inside_sqrt")
        return ops.add(ops.multiply(even, weight(f"{name}.weight")), weight(f"{name}.bias"))

    def heads(vectors: Node, name: str) -> Node:
        parted = ops.reshape(linear(vectors, name), whole(0, 0, HEADS, width // HEADS), special_zero=True)
        return ops.transpose(parted, whole(0, 2, 1, 3))

    def attention(vectors: Node, name: str) -> Node:
        query, key, value = (heads(vectors, f"{name}.{part}") for part in ("query", "key", "value"))
        near = ops.matmul(query, key, transpose_a=False, transpose_b=True)
        near = ops.multiply(near, ops.constant(np.float32((width // HEADS) ** -0.5)))
        mixed = ops.matmul(ops.softmax(ops.add(near, padding), -1), value, transpose_a=False, transpose_b=False)
        return ops.reshape(ops.transpose(mixed, whole(0, 2, 1, 3)), whole(0, 0, width), special_zero=True)

    kept = ops.unsqueeze(ops.convert(mask, "f32"), whole(1, 2))
    padding = ops.multiply(ops.subtract(ops.constant(np.float32(1)), kept), ops.constant(MASKED))
    pieces = ops.gather(ops.shape_of(ids), whole(1), whole(0))
    places = ops.slice(weight("embeddings.position_embeddings.weight"), whole(0), pieces, whole(1), whole(0))
    kind = ops.constant(weights["embeddings.token_type_embeddings.weight"][0].astype(np.float32, copy=False))
    words = ops.gather(weight("embeddings.word_embeddings.weight"), ids, whole(0))
    vectors = normal(ops.add(ops.add(words, places), kind), "embeddings.LayerNorm")
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in weights:
        name = f"encoder.layer.{layer}"
        seen = linear(attention(vectors, f"{name}.attention.self"), f"{name}.attention.output.dense")
        vectors = normal(ops.add(seen, vectors), f"{name}.attention.output.LayerNorm")
        thought = linear(ops.gelu(linear(vectors, f"{name}.intermediate.dense"), "erf"), f"{name}.output.dense")
        vectors = normal(ops.add(thought, vectors), f"{name}.output.LayerNorm")
        layer += 1
    return Model([vectors], [ids, mask], "bert")
