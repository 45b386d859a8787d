"""FAISS indexes against exact search: recall@10, what searching and building cost, megabytes; drawn and real vectors.

    python -m bench.recall --vectors 100000 --texts ../shared/eval /path/to/more

Drawn vectors lie around centres (bench/synthetic.py), and so do their queries. Real ones are those of all different
sentences in the files given by path; people's questions in them are the queries, and are not searched. They are
embedded once and kept under build/. All times are CPU time: to find the K nearest, and to find all that are near enough
to be counted for the coverage line, which every question asks as well.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import faiss
import numpy as np

from bench.report import NotRun, table
from bench.spent import spent, spread
from bench.synthetic import Drawn
from bench.texts import sentences
from index.embed import Vectors, default_embedder, fingerprint_of
from index.index import SHARED_WEIGHT
from qa.coverage import NEAR

QUERIES, K = 200, 10
KINDS = ("Flat", "SQfp16", "SQ8", "IVF{lists},Flat", "IVF{lists},SQ8")
PROBES = (8, 16, 32, 64, 128)
#: A passage with a lower cosine is not near, whatever words it shares (Index.near).
LEAST = NEAR - SHARED_WEIGHT
KEPT = Path("build/vectors")


def part(many: int, texts: Sequence[Path]) -> str:
    """A table for drawn vectors, and one for the real ones of these files, at most `many` of each."""
    drawn = Drawn()
    parts = [f"{many:,} drawn vectors, {QUERIES} drawn queries:", measured(drawn.vectors(many), drawn.vectors(QUERIES))]
    try:
        vectors, queries = real(texts, many)
        about = f"The vectors of {len(vectors):,} sentences, {len(queries)} questions of people:"
        parts += [about, measured(vectors, queries)]
    except NotRun as reason:
        parts.append(f"Real vectors: not run, {reason}.")
    return "\n\n".join(parts)


def real(paths: Sequence[Path], many: int) -> tuple[Vectors, Vectors]:
    """The vectors of the sentences in these files, `many` at most, and of QUERIES questions; always the same ones.

    Raises NotRun where the files hold too few of either.
    """
    found = sentences(paths)
    np.random.default_rng(0).shuffle(found)
    questions = [one for one in found if one.endswith("?")][:QUERIES]
    told = [one for one in found if not one.endswith("?")][:many]
    if len(questions) < QUERIES or len(told) < 1_000:
        raise NotRun(f"{', '.join(map(str, paths))} hold {len(told):,} sentences and {len(questions)} questions")
    name = hashlib.sha256("\n".join((fingerprint_of(None), *told, *questions)).encode()).hexdigest()[:16]
    file = KEPT / f"{name}.npy"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        np.save(file, default_embedder().embed([*told, *questions]))
    vectors: Vectors = np.load(file)
    return vectors[: len(told)], vectors[len(told) :]


def measured(vectors: Vectors, queries: Vectors) -> str:
    """The table of every kind of index, on one thread."""
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        exact = faiss.IndexFlatIP(vectors.shape[1])
        exact.add(vectors)
        _, true = exact.search(queries, K)
        kinds = [kind.format(lists=int(4 * len(vectors) ** 0.5)) for kind in KINDS]
        header = ("index", "probes", f"recall@{K}", "search ms p50", "p95", "all near ms p50", "build s", "MB")
        return table(header, [row for kind in kinds for row in rows(kind, vectors, queries, true)])
    finally:
        faiss.omp_set_num_threads(threads)


def rows(kind: str, vectors: Vectors, queries: Vectors, true: np.ndarray) -> Iterator[tuple[str, ...]]:
    """The row of one kind; of one that looks into some lists only, a row for each number of them."""
    index = faiss.index_factory(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    built = spent(lambda: (index.train(vectors), index.add(vectors)))
    size = faiss.serialize_index(index).nbytes / 1e6
    for probes in PROBES if "IVF" in kind else (None,):
        if probes:
            faiss.ParameterSpace().set_index_parameter(index, "nprobe", probes)
        taken = [spent(partial(index.search, query.reshape(1, -1), K)) for query in queries]
        near = [spent(partial(index.range_search, query.reshape(1, -1), LEAST)) for query in queries[::4]]
        found = index.search(queries, K)[1]
        hits = sum(len(np.intersect1d(*pair)) for pair in zip(found, true, strict=True))
        p50, p95, _ = spread([one._replace(wall=one.cpu) for one in taken])
        all_near, _, _ = spread([one._replace(wall=one.cpu) for one in near])
        yield kind, str(probes or "–"), f"{hits / true.size:.3f}", p50, p95, all_near, f"{built.cpu:.1f}", f"{size:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--vectors", type=int, default=100_000)
    parser.add_argument("--texts", type=Path, nargs="+", default=[Path("../shared/eval")])
    options = parser.parse_args()
    print(part(options.vectors, options.texts))


if __name__ == "__main__":
    main()
