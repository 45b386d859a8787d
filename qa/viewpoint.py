"""Citations -> Viewpoints: the quotes of an answer under those who say them. No side is declared right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.side import side_of

if TYPE_CHECKING:
    from qa.answer import Citation


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """What one side says in an answer.

    side: a country or body that its speakers speak for ("NATO"), else the one who speaks ("Wan Chengcai"), else, where
        the article speaks itself, its outlet ("Xinhua"); "" where that is not known.
    own_voice: True where it is the outlet's own voice, which nobody is quoted with.
    citations: its quotes, in the order of the answer, at least one.
    """

    side: str
    own_voice: bool
    citations: tuple[Citation, ...]

    @property
    def head(self) -> str:
        """The words to stand above its quotes."""
        if not self.own_voice:
            return self.side
        return (
            f"{self.side}, in its own voice" if self.side else "An article whose outlet is not stated, in its own voice"
        )


def viewpoints(citations: Iterable[Citation]) -> tuple[Viewpoint, ...]:
    """The citations grouped by side, in the order in which each side first speaks, the outlets' own voices last."""
    groups: dict[tuple[bool, str], list[Citation]] = {}
    for citation in citations:
        if citation.speaker:
            key = (False, side_of(citation.speaker) or citation.speaker.name)
        else:
            key = (True, citation.document.outlet or "")
        groups.setdefault(key, []).append(citation)
    ordered = sorted(groups.items(), key=lambda group: group[0][0])
    return tuple(Viewpoint(side, own_voice, tuple(held)) for (own_voice, side), held in ordered)
