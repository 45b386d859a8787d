"""The models begin to load in threads of their own while the rest of the program is still being imported."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from threading import Thread

#: The file and name of what loads each model that a question needs.
LOADERS = (("index.embed", "default_embedder"), ("qa.reader", "default_readers"))


def load_ahead() -> None:
    """Begin to load the default models, and return at once; whoever asks for one meanwhile waits until it is there.

    What goes wrong is silent here: it is raised, in words, where the model is asked for.
    """
    for file, name in LOADERS:  # no daemons: a process that ends while OpenVINO is at work in one could crash
        Thread(target=_load, args=(file, name)).start()


def _load(file: str, name: str) -> None:
    with suppress(Exception):
        getattr(import_module(file), name)()
