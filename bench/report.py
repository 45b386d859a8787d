"""Markdown for a report: its parts in turn, tables, and where, when and on what it was made."""

from __future__ import annotations

import logging
import os
import platform
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

log = logging.getLogger(__name__)

PACKAGES = ("torch", "sentence-transformers", "openvino", "faiss-cpu")
#: The parts of a report by the name that --only knows them by: a heading, and what measures it.
Parts = Mapping[str, tuple[str, Callable[[], str]]]


class NotRun(Exception):  # noqa: N818 - a part that is not run is no error; the report says why
    """A part of the report that was not run; the message is the reason, in a few words."""


def measure(title: str, command: str, known: Parts, only: Sequence[str] | None, out: Path) -> None:
    """Measure the parts named in `only`, or all, and write the report so far after each; one that fails stops no other.

    command: the module that is run. Ends the process with a message where there is no part of a name in `only`, and,
    when all are through, where one has failed.
    """
    unknown = set(only or ()) - set(known)
    if unknown:
        sys.exit(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    out.parent.mkdir(parents=True, exist_ok=True)
    written, failed = [f"# {title}", origin(command)], list[str]()
    for name, (heading, part) in known.items():
        began = time.perf_counter()
        try:
            if only and name not in only:
                raise NotRun("it was not asked for (--only)")
            body = f"{part()}\n\n*{time.perf_counter() - began:.0f} s*"
        except NotRun as reason:
            body = f"Not run: {reason}."
        except Exception as error:
            log.exception(name)
            body = f"**Failed:** {type(error).__name__}; its log says more."
            failed.append(name)
        written.append(f"## {heading}\n\n{body}")
        out.write_text("\n\n".join(written) + "\n", encoding="utf-8")
        print(f"{name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


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


def origin(command: str) -> str:
    """Date, commit, machine, versions and command (a module of ours), as a Markdown list."""
    commit = run("git", "rev-parse", "--short", "HEAD") or "unknown"
    changed = " with changes that are not committed" if run("git", "status", "--porcelain") else ""
    return "\n".join(
        (
            f"- {datetime.now(UTC):%d %B %Y %H:%M} UTC, commit {commit}{changed}",
            f"- {os.cpu_count()} cores, {processor()}; load {os.getloadavg()[0]:.1f} when it began",
            f"- Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in PACKAGES),
            f"- `{shlex.join(('python', '-m', command, *sys.argv[1:]))}`",
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
