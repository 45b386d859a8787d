"""An Assistant that loads in the background, so that the page is up before the model is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from qa import DossierError

if TYPE_CHECKING:
    from qa import Assistant

log = logging.getLogger(__name__)

BROKEN = "The articles could not be loaded because of a fault in this program; its log says more."


class BackgroundAssistant:
    """Loads an Assistant in a thread of its own; whoever needs it waits."""

    def __init__(self, load: Callable[[], Assistant]) -> None:
        self._load = load
        self._assistant: Assistant | None = None
        self._failure = ""
        self._thread = Thread(target=self._run, name="load the dossier", daemon=True)
        self._thread.start()

    @property
    def loading(self) -> bool:
        """True until loading has ended, well or badly."""
        return self._thread.is_alive()

    def get(self) -> Assistant:
        """The Assistant, after waiting for it; raises DossierError where it could not be loaded."""
        self._thread.join()
        if self._assistant is None:
            raise DossierError(self._failure)
        return self._assistant

    def _run(self) -> None:
        try:
            self._assistant = self._load()
        except DossierError as error:
            self._failure = str(error)
        except Exception:
            log.exception("Loading the articles failed")
            self._failure = BROKEN
