"""python -m bench.webpages FOLDER: how much of an article is read from a saved page, and how much else with it.

FOLDER is a copy of scrapinghub/article-extraction-benchmark (MIT): ground-truth.json and html/*.html.gz. The figures
are that benchmark's: of the runs of four words that are read, the share that is the article's (precision), and of the
article's the share that is read (recall), averaged over pages. Another library is compared by
passing its function to `score`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from time import process_time

from index.errors import DossierError
from index.formats.webpage import article_of

WORDS = 4


def ours(page: str) -> str:
    """The article as the product reads it."""
    try:
        return "\n".join(paragraph.text for paragraph in article_of(page).paragraphs)
    except DossierError:
        return ""


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text."""
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[start:] for start in range(WORDS)), strict=False))


def score(read: Callable[[str], str], pages: dict[str, str], truth: dict[str, str]) -> tuple[float, float]:
    """Precision and recall over the pages."""
    precision, recall = [], []
    for name, page in pages.items():
        found, wanted = runs(read(page)), runs(truth[name])
        shared = (found & wanted).total()
        if found:
            precision.append(shared / found.total())
        if wanted:
            recall.append(shared / wanted.total())
    return mean(precision), mean(recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    stated = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    truth = {name: one["articleBody"] for name, one in stated.items()}
    pages = {name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode() for name in truth}
    begun = process_time()
    precision, recall = score(ours, pages, truth)
    took = (process_time() - begun) / len(pages) * 1000
    f1 = 2 * precision * recall / (precision + recall)
    print(f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  {took:.0f} ms a page")


if __name__ == "__main__":
    main()
