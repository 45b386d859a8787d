"""Markdown for a report: tables, and where, when and on what it was made."""

from __future__ import annotations

import os
import platform
import shlex
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("torch", "sentence-transformers", "openvino", "faiss-cpu")


def table(header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """A Markdown table; a share is written with two digits or three, an unknown as "–"."""
    lines = [header, ["---"] * len(header), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(value: str | float | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return value.replace("|", "\\|")
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"


def origin() -> str:
    """Date, commit, machine, versions and command, as a Markdown list."""
    commit = run("git", "rev-parse", "--short", "HEAD") or "unknown"
    changed = " with changes that are not committed" if run("git", "status", "--porcelain") else ""
    return "\n".join(
        (
            f"- {datetime.now(UTC):%d %B %Y %H:%M} UTC, commit {commit}{changed}",
            f"- {os.cpu_count()} cores, {processor()}; load {os.getloadavg()[0]:.1f} when it began",
            f"- Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in PACKAGES),
            f"- `{shlex.join(('python', '-m', 'bench.quality', *sys.argv[1:]))}`",
        )
    )


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - ours alone


def processor() -> str:
    """The processor's name as Linux tells it, else what the platform module knows."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or "unknown processor"
