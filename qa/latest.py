"""Assistants for stored dossiers as they stand last: each stays in memory until its dossier has changed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from index.embed import Embedder
from index.opened import identity_in, state_in
from qa.assistant import Assistant

#: So many stay open, those asked last: one of 1,000 passages takes some 10 MB beside the models, a large one hundreds.
KEPT = 8


@dataclass(frozen=True, slots=True)
class Held:
    """identity: of the dossier, which another one of the same name has not. state: of its articles."""

    identity: tuple[int, int]
    state: tuple[int, bytes]
    assistant: Assistant


class Latest:
    """Opens dossiers; several threads may ask it."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self._held: OrderedDict[Path, Held] = OrderedDict()
        self._lock = Lock()

    def of(self, folder: Path) -> Assistant:
        """The Assistant of the dossier in `folder`.

        While files are being added it is the one from before, where that is at hand: searching would
        have to be prepared after every file. Raises DossierError as Assistant.open.
        """
        with self._lock:
            for gone in [one for one in self._held if not one.exists()]:
                del self._held[gone]
            identity, state = identity_in(folder), state_in(folder)
            held = self._held.get(folder)
            if held is None or held.identity != identity or (held.state != state.held and state.published):
                held = Held(identity, state.held, Assistant.open(folder, embedder=self._embedder))
            self._held[folder] = held
            self._held.move_to_end(folder)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
            return held.assistant

    def forget(self, folder: Path) -> None:
        """Let go of a dossier: what is open in this process cannot be renamed or removed on every system."""
        with self._lock:
            self._held.pop(folder, None)
