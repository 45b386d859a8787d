"""sources.toml: what a person knows of the articles' origin beyond what their files state."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from index.errors import DossierError

SOURCES = "sources.toml"
CORRECTABLE = frozenset({"title", "outlet", "published", "author", "url"})


def read_sources(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """File name -> the fields of Document that a person states for it. Raises DossierError naming what is wrong."""
    if not path.exists():
        return {}
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DossierError(f"{path.name} was not used: it is not valid TOML ({error}).") from error
    for name, fields in stated.items():
        if not isinstance(fields, dict) or not set(fields) <= CORRECTABLE:
            raise DossierError(
                f'{path.name} was not used: ["{name}"] may state {", ".join(sorted(CORRECTABLE))} and nothing else.'
            )
        for field, value in fields.items():
            wanted = date if field == "published" else str
            if type(value) is not wanted:
                raise DossierError(
                    f"{path.name} was not used: {field} of {name} must be "
                    + ("a date such as 2016-12-09." if wanted is date else "a text in quotes.")
                )
    return stated
