"""A process for which there is no network at all answers as ever, without any setting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CUT_OFF = """
import socket

def refuse(*arguments, **options):
    print("REACHED FOR THE NETWORK", arguments[1:], flush=True)
    raise OSError("there is no network")

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)

import qa

answer = qa.ask("why did relations deteriorate?")
print(answer.answered, sorted({citation.document.outlet for citation in answer.citations[:2]}), answer.readers)
"""


def test_answers_without_a_network_and_without_a_setting(tmp_path: Path) -> None:
    setting = ("HF_", "TRANSFORMERS_", "GRADIO_", "DOSSIER_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(setting)}
    # A home of its own: nothing that an earlier run may have fetched lies in it.
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", CUT_OFF],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        timeout=120,
        check=False,
    )
    assert run.stdout == "True ['Sputnik', 'Xinhua'] quick\n", run.stderr[-2000:]
    assert run.returncode == 0
    assert "Traceback" not in run.stderr
