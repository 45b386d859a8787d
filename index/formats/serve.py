"""What runs in the process that apart.py starts: reads the files that are sent to it, until none comes any more."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from dataclasses import asdict

from index.formats import limits
from index.formats.article import UnreadableError
from index.formats.extract import extract

try:
    import resource
except ImportError:  # Windows, where nothing bounds a process's memory from inside
    resource = None  # type: ignore[assignment]


def allow(seconds: float) -> None:
    """From now on, let this process compute so long and no longer; 0 is without end. The system sees to it."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_PROF, seconds)


def serve() -> None:
    """Answer each file, in JSON on one line: the fields of its Article, or the reason why it cannot be read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for who started this process; it ends when nothing comes
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries log of a damaged file is said once, by us
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    for line in asked:
        wanted = json.loads(line)
        content = asked.read(wanted["bytes"])
        allow(limits.SECONDS)
        try:
            said = asdict(extract(content, wanted["kind"]))
        except UnreadableError as error:
            said = {"reason": str(error)}
        allow(0)
        answers.write(json.dumps(said).encode() + b"\n")
        answers.flush()
