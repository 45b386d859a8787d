"""A peer to measure beside: txtai (Apache-2.0), with the packaged model, on the torch, transformers and FAISS we use.

`make bench` installs what bench/peer.txt pins into a folder of its own, without what it depends on, all of which we
have: nothing of it enters the environment that the product runs in, and no other version of torch blurs the comparison.
"""

from __future__ import annotations

import importlib
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.report import NotRun
from index.embed import packaged_minilm
from index.minilm import MOST_PIECES

FOLDER = Path("build/peer")


def txtai() -> Any:
    """Its Embeddings as they come, but for the length of what is read of a text. Raises NotRun where it is missing."""
    folder = str(FOLDER.resolve())
    if folder not in sys.path:
        sys.path.append(folder)  # behind all else, so that nothing of ours is replaced
    try:
        module = importlib.import_module("txtai")
    except ImportError as error:
        raise NotRun(f"{FOLDER} holds no txtai ({error}); `make bench` installs it there") from error
    return module.Embeddings(path=str(packaged_minilm()), maxlength=MOST_PIECES, gpu=False)


def name() -> str:
    """What it is called in a report."""
    return f"txtai {version('txtai')}"
