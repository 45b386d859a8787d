"""FAISS indexes against exact search: recall@10, milliseconds a search, seconds to build, megabytes.

    python -m bench.recall --vectors 100000

The vectors are drawn around centres (bench/synthetic.py), and so are the queries; one thread.
"""

from __future__ import annotations

import argparse
import time
from statistics import median, quantiles

import faiss
import numpy as np

from bench.synthetic import WIDTH, Drawn

QUERIES, K = 200, 10
KINDS = ("Flat", "SQ8", "IVF{lists},Flat", "IVF{lists},SQ8")
PROBES = (8, 16, 32, 64, 128)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", type=int, default=100_000)
    many = parser.parse_args().vectors
    faiss.omp_set_num_threads(1)
    drawn = Drawn()
    vectors, queries = drawn.vectors(many), drawn.vectors(QUERIES)
    exact = faiss.IndexFlatIP(WIDTH)
    exact.add(vectors)
    _, true = exact.search(queries, K)
    lists = int(4 * many**0.5)
    print(f"{many:,} vectors, {QUERIES} queries, one thread\n")
    print("| index | build s | MB | probes | recall@10 | ms p50 | ms p95 |\n|---|---|---|---|---|---|---|")
    for kind in KINDS:
        began = time.perf_counter()
        index = faiss.index_factory(WIDTH, kind.format(lists=lists), faiss.METRIC_INNER_PRODUCT)
        index.train(vectors)
        index.add(vectors)
        built, size = time.perf_counter() - began, faiss.serialize_index(index).nbytes / 1e6
        for probes in PROBES:
            if "IVF" in kind:
                faiss.ParameterSpace().set_index_parameter(index, "nprobe", probes)
            times, hits = [], 0
            for query, wanted in zip(queries, true, strict=True):
                began = time.perf_counter()
                _, found = index.search(query.reshape(1, -1), K)
                times.append((time.perf_counter() - began) * 1000)
                hits += len(np.intersect1d(found, wanted))
            p95 = quantiles(times, n=20)[-1]
            told = probes if "IVF" in kind else "-"
            print(
                f"| {kind.format(lists=lists)} | {built:.1f} | {size:.0f} | {told} | {hits / true.size:.3f} | "
                f"{median(times):.1f} | {p95:.1f} |",
                flush=True,
            )
            if told == "-":
                break


if __name__ == "__main__":
    main()
