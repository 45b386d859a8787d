"""Speaker: whose words a sentence tells, in the article's own words. How one is found stands in speech.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "institution", "group"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it; every string stands word for word in the article.

    name: the fullest name the article gives ("Jens Stoltenberg"), or what it calls the unnamed ("Russian analysts").
    role: what the article says a named person is ("NATO Secretary General"); None where it does not say.
    kind: "group" is several people or bodies, named or not.
    via: who carried the words, where the article has them at second hand ("TASS").
    """

    name: str
    role: str | None
    kind: Kind
    via: str | None

    def __str__(self) -> str:
        told = f"{self.name}, {self.role}" if self.role else self.name
        return f"{told}, via {self.via}" if self.via else told
