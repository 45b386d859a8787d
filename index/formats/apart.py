"""Reads files in a process of its own, so that a damaged one can neither hang this one nor take its memory or its life.

The process is started once and reads file after file; one that takes too long is ended, and the next starts another.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from time import monotonic
from typing import Any

from index.document import Place
from index.formats import limits
from index.formats.article import Article, Paragraph, UnreadableError
from index.formats.kind import Kind

ROOT = Path(__file__).resolve().parents[2]
TOO_LONG = "reading it took too long. Split it, or save its text on its own."
BROKE = "reading it broke the program that reads it, so it is damaged or too large. Save its text on its own."


class Reader:
    """The other process, and the lock that lets one file at a time to it."""

    def __init__(self, seconds: float = limits.SECONDS * limits.WAITING) -> None:
        """seconds: how long one file may take by the clock."""
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, content: bytes, kind: Kind) -> Article:
        """What a file of that kind holds. Raises UnreadableError where it cannot be read, in time or at all."""
        with self._lock:
            process = self._started()
            begun = monotonic()
            timer = threading.Timer(self._seconds, process.kill)
            timer.start()
            try:
                answer = self._asked(process, content, kind)
            finally:
                timer.cancel()
            if not answer:
                ended = process.wait()
                self.close()
                late = monotonic() - begun >= self._seconds or ended == -getattr(signal, "SIGPROF", 0)
                raise UnreadableError(TOO_LONG if late else BROKE)
        said = json.loads(answer)
        if "reason" in said:
            raise UnreadableError(said["reason"])
        return _article(said)

    def close(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", "from index.formats.serve import serve; serve()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": paths},
            )
        return self._process

    @staticmethod
    def _asked(process: subprocess.Popen[bytes], content: bytes, kind: Kind) -> bytes:
        """The process's answer; b"" where it ended before it gave one."""
        if process.stdin is None or process.stdout is None:
            return b""
        try:
            process.stdin.write(json.dumps({"kind": kind, "bytes": len(content)}).encode() + b"\n" + content)
            process.stdin.flush()
        except OSError:
            return b""
        answer = process.stdout.readline()
        return answer if answer.endswith(b"\n") else b""


def _article(said: dict[str, Any]) -> Article:
    """An Article from its fields as JSON has them."""
    paragraphs = tuple(
        Paragraph(one["text"], tuple(Place(**place) for place in one["places"])) for one in said.pop("paragraphs")
    )
    return Article(paragraphs, **{**said, "notes": tuple(said["notes"])})


reader = Reader()
atexit.register(reader.close)
