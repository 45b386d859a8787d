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

    def renamed(self, old: str, new: str) -> None:
        """A dossier has another name; what was asked of it stays."""
        if old in self.talks:
            self.talks[new] = self.talks.pop(old)
        if self.chosen == old:
            self.chosen = new

    def deleted(self, name: str) -> None:
        """A dossier is no more, and what was asked of it goes along."""
        self.talks.pop(name, None)
        if self.chosen == name:
            self.chosen = DEMO
