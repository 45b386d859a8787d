"""Where dossiers lie: a folder each, under the user's data folder and never beside the articles."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from platformdirs import user_data_path

from index.errors import DossierError

#: Names another data folder than the user's own.
SETTING = "DOSSIER_DATA"
DEFAULT = "articles"
#: Letters and digits of any script, spaces, hyphens and underscores: no name leads to another folder.
NAME = re.compile(r"[^\W_](?:[\w -]{0,62}\w)?")
#: Names of accounts of a page that is served to several: small ASCII letters and digits, parted by one of . _ @ -, so
#: that no two are one on a disk that takes capitals for small letters.
ACCOUNT = re.compile(r"(?=.{1,64}\Z)[a-z0-9]+(?:[._@-][a-z0-9]+)*")
#: What Windows keeps for devices.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
STORE = "dossier.sqlite"
#: How the folder of a deleted dossier is called until it is removed.
TRASH = ".deleted-"


def data_folder() -> Path:
    """The folder that holds all dossiers; it need not exist yet."""
    named = os.environ.get(SETTING, "").strip()
    return Path(named) if named else user_data_path("dossier-qa", appauthor=False) / "dossiers"


def home_of(account: str | None) -> Path:
    """The folder that holds the dossiers of an account, which no name of a dossier leads to; None: the user's own.

    Raises DossierError where it cannot be the name of an account.
    """
    if account is None:
        return data_folder()
    if not ACCOUNT.fullmatch(account):
        raise DossierError(
            f"{account!a} cannot be the name of an account. Use small letters and digits, parted by one of . _ @ -"
        )
    return data_folder() / f"@{account}"


def account_of(folder: Path) -> str | None:
    """The account that the dossier in a folder belongs to; None: the user's own, or one that lies elsewhere."""
    home = folder.parent
    return home.name[1:] if home.name.startswith("@") and home.parent == data_folder() else None


def place_of(name: str, home: Path | None = None) -> Path:
    """The folder of the dossier of that name, which need not exist yet. Raises DossierError where it is no name.

    home: as home_of gives it; None: the user's own.
    """
    if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
        raise DossierError(
            f"{name!a} cannot be the name of a dossier. Use up to 64 letters, digits, spaces, hyphens or underscores."
        )
    return (home or data_folder()) / name


def existing(name: str, home: Path | None = None) -> Path:
    """The folder of the dossier of that name in a home (see place_of). Raises DossierError where there is none."""
    place = recovered(place_of(name, home))
    if not (place / STORE).exists():
        known = ", ".join(dossiers(home)) or "none yet"
        raise DossierError(
            f"There is no dossier {name!r}; there is {known}. Make one with "
            f"`python -m qa add FILE-OR-FOLDER --dossier {name!r}`."
        )
    return place


def recovered(place: Path) -> Path:
    """The same folder, which is there again where a rebuilding ended between its last two steps."""
    rebuilt, _ = leftovers(place)
    if not place.exists() and rebuilt.exists():
        rebuilt.rename(place)
    return place


def leftovers(place: Path) -> tuple[Path, Path]:
    """Where the dossier of a folder is built again, before it takes the folder's place; where the old one goes then."""
    return place.with_name(f"~{place.name}"), place.with_name(f"~~{place.name}")


def sweep(home: Path) -> None:
    """Remove what is left of deleted dossiers; another system may hold files open: then the next one tries again."""
    for left in home.glob(f"{TRASH}*"):
        shutil.rmtree(left, ignore_errors=True)


def dossiers(home: Path | None = None) -> tuple[str, ...]:
    """The names of all dossiers in a home (see place_of), sorted."""
    folder = home or data_folder()
    found = sorted(path.parent.name for path in folder.glob(f"*/{STORE}")) if folder.is_dir() else []
    return tuple(name for name in found if NAME.fullmatch(name))
