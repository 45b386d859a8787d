"""Library: the dossiers that a visitor may ask: the demo, which everybody may, and those that are their own."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from qa import DossierError
from qa.latest import Latest
from qa.shelf import Shelf

if TYPE_CHECKING:
    from qa import Answer, Assistant
    from ui.background import BackgroundAssistant
    from ui.filters import Filters

#: Stands for the demo where a dossier's name is expected; no dossier is called so.
DEMO = ""
EMPTY = "This dossier has no articles yet. Add some first."


class Library:
    """One for the whole page. owner: the account of a visitor, None where the page has no accounts."""

    def __init__(self, demo: BackgroundAssistant, title: str, *, accounts: bool) -> None:
        """title: what the demo is called. accounts: whether visitors log in; then nobody is let in without a name."""
        self.demo = demo
        self.title = title
        self._accounts = accounts
        self._latest = Latest()
        self._shelves: dict[str | None, Shelf] = {}
        self._making, self._asking = Lock(), Lock()

    def shelf(self, owner: str | None) -> Shelf:
        """The dossiers of a visitor's own. Raises DossierError for one without an account, where there are accounts."""
        if self._accounts != (owner is not None):
            raise DossierError("Log in first.")
        with self._making:
            if owner not in self._shelves:
                self._shelves[owner] = Shelf(owner, self._latest)
            return self._shelves[owner]

    def get(self, owner: str | None, name: str) -> Assistant:
        """The Assistant of a dossier as it stands; waits for it. Raises DossierError where it cannot be had."""
        return self.demo.get() if name == DEMO else self.shelf(owner).open(name)

    def searched(self, owner: str | None, name: str) -> int | None:
        """How many articles a question searches; None until that is known."""
        return None if name == DEMO and self.demo.loading else len(self.get(owner, name).documents)

    def ask(
        self, owner: str | None, name: str, question: str, history: list[dict[str, str]], filters: Filters
    ) -> Answer:
        """The answer, after waiting for the Assistant and for other visitors' questions."""
        assistant = self.get(owner, name)
        if name != DEMO and not assistant.documents:
            raise DossierError(EMPTY)
        where = filters.keep if filters.limits_articles else None
        with self._asking:
            return assistant.ask(question, history=history, where=where, speaker=filters.speaker)
