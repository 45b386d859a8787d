"""Where dossiers lie: a folder each, under the user's data folder and never beside the articles."""

from __future__ import annotations

import os
import re
from pathlib import Path

from platformdirs import user_data_path

from index.errors import DossierError

#: Names another data folder than the user's own.
SETTING = "DOSSIER_DATA"
DEFAULT = "articles"
#: Letters and digits of any script, spaces, hyphens and underscores: no name leads to another folder.
NAME = re.compile(r"[^\W_](?:[\w -]{0,62}\w)?")
#: What Windows keeps for devices.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
STORE = "dossier.sqlite"


def data_folder() -> Path:
    """The folder that holds all dossiers; it need not exist yet."""
    named = os.environ.get(SETTING, "").strip()
    return Path(named) if named else user_data_path("dossier-qa", appauthor=False) / "dossiers"


def place_of(name: str) -> Path:
    """The folder of the dossier of that name, which need not exist yet. Raises DossierError where it is no name."""
    if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
        raise DossierError(
            f"{name!a} cannot be the name of a dossier. Use up to 64 letters, digits, spaces, hyphens or underscores."
        )
    return data_folder() / name


def existing(name: str) -> Path:
    """The folder of the dossier of that name. Raises DossierError where there is none."""
    place = place_of(name)
    rebuilt = rebuilding(place)
    if not place.exists() and rebuilt.exists():  # a rebuild ended between its last two steps
        rebuilt.rename(place)
    if not (place / STORE).exists():
        known = ", ".join(dossiers()) or "none yet"
        raise DossierError(
            f"There is no dossier {name!r}; there is {known}. Make one with "
            f"`python -m qa add FILE-OR-FOLDER --dossier {name!r}`."
        )
    return place


def rebuilding(place: Path) -> Path:
    """Where the dossier of a folder is built again, before it takes the folder's place."""
    return place.with_name(f"~{place.name}")


def dossiers() -> tuple[str, ...]:
    """The names of all dossiers, sorted."""
    folder = data_folder()
    found = sorted(path.parent.name for path in folder.glob(f"*/{STORE}")) if folder.is_dir() else []
    return tuple(name for name in found if NAME.fullmatch(name))
