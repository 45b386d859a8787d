"""What somebody types into the shelf: the name of a dossier, a line about an article, a day."""

from __future__ import annotations

import unicodedata
from datetime import date

from index.errors import DossierError
from index.origin import stated_day

#: Characters of a title or an outlet.
TYPED = 300


def name_of(typed: str) -> str:
    """The name of a dossier, without what stands around it; whether it can be one is for place_of to say."""
    return unicodedata.normalize("NFC", typed).strip()


def tidy(typed: str) -> str:
    """What was typed, on one line and of a sane length."""
    return " ".join(typed.encode("utf-8", "replace").decode().split())[:TYPED]


def day_of(typed: str) -> date | None:
    """The day, None for nothing. Raises DossierError where it is none, or may be either of two."""
    if not (typed := tidy(typed)):
        return None
    day, _ = stated_day(typed)
    if day is None:
        raise DossierError(
            f"“{typed}” is no date, or reads in two ways. Write it as 2016-12-09 or 9 December 2016, or leave it empty."
        )
    return day
