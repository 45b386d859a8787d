"""Desk: which dossier one visitor has before them, and what they have asked each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.conversation import Conversation
from ui.library import DEMO


@dataclass(slots=True)
class Desk:
    """One for every session; Gradio copies an empty one. chosen: a dossier's name, or DEMO.

    opened: raised by every article that is opened, so that the page sees each as new.
    """

    chosen: str = DEMO
    talks: dict[str, Conversation] = field(default_factory=dict)
    opened: int = 0

    @property
    def talk(self) -> Conversation:
        """The conversation about the chosen dossier."""
        return self.talks.setdefault(self.chosen, Conversation())
