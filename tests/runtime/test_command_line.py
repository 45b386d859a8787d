"""python -m qa ask, as a real process: its exit status, its two streams, and the JSON it prints."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from qa import __main__ as command

ROOT = Path(__file__).resolve().parents[2]
Run = subprocess.CompletedProcess[str]
ARTICLE = (
    "New bells for the abbey of Corrin\n\nBy Ann Lee\n3 May 2021\n\n"
    "The abbey of Corrin hung four new bells on Monday because the old ones had cracked.\n"
)
#: Each start takes seconds, so every way of asking is asked once, two at a time.
WAYS = {
    "text": ["ask", "why did relations deteriorate?"],
    "folder": ["ask", "--json", "--folder", "{folder}", "Why did the abbey of Corrin hang new bells?"],
    "no question": ["ask"],
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "bells.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "bad [x].txt").write_bytes(b"Caf\0")

    def run(arguments: list[str]) -> Run:
        filled = [part.format(folder=folder) for part in arguments]
        return subprocess.run(
            [sys.executable, "-m", "qa", *filled], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
        )

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(WAYS, pool.map(run, WAYS.values()), strict=True))


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_answer_is_printed_with_its_sources_and_nothing_else(runs: dict[str, Run]) -> None:
    run = runs["text"]
    assert (run.returncode, run.stderr) == (0, "")
    printed = spaced(run.stdout)
    assert printed.startswith("The articles give these reasons: “")
    cause = (
        "“Relations between Moscow and the West deteriorated over the escalation of the Ukrainian crisis in 2014.” ["
    )
    assert cause in printed
    assert printed.partition(cause)[2][1:].startswith("] Sputnik · undated · NATO Hopes to Return to Constructive")
    assert "in early 2014.” [1] Xinhua · 25 March 2016 · News Analysis:" in printed


def test_json_has_the_fields_of_the_answer(runs: dict[str, Run]) -> None:
    run = runs["folder"]
    assert run.returncode == 0
    answer = json.loads(run.stdout)
    quote = "The abbey of Corrin hung four new bells on Monday because the old ones had cracked."
    origin = {
        "id": "bells",
        "title": "New bells for the abbey of Corrin",
        "outlet": None,
        "also": [],
        "published": "2021-05-03",
        "author": "Ann Lee",
        "url": None,
    }
    assert 0.5 < answer.pop("confidence") <= 1
    assert answer == {
        "question": "Why did the abbey of Corrin hang new bells?",
        "understood": None,
        "readers": "quick",
        "answered": True,
        "text": f"“{quote}” [1]",
        "reason": None,
        "suggestions": [],
        "citations": [
            {
                "number": 1,
                "quote": quote,
                "start": 0,
                "end": len(quote),
                "place": None,
                "cautions": [],
                "tells_of": [{"from": "2021-05-03", "to": "2021-05-03", "said": "Monday"}],
                "speaker": None,
                "document": origin,
            }
        ],
        "nearest": [],
    }


def test_file_that_cannot_be_read_is_named_on_stderr_and_the_answer_stays(runs: dict[str, Run]) -> None:
    assert spaced(runs["folder"].stderr) == (
        "bad [x].txt was left out: it is binary, not text. Save it as plain text in UTF-8."
    )


@pytest.fixture
def within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command inside this process, where the model is loaded already, asked of one article."""
    monkeypatch.setattr(command, "keep_offline_and_quiet", lambda: None)  # it sets what would outlast the test
    (tmp_path / "bells.txt").write_text(ARTICLE, encoding="utf-8")
    return lambda *asked: CliRunner().invoke(command.app, ["ask", "--folder", str(tmp_path), *asked])


def test_declining_has_its_own_status_and_gives_the_reason(within: Callable[..., Result]) -> None:
    run = within("What is the capital of France?")
    assert (run.exit_code, run.stderr) == (1, "")
    reason = "The articles do not hold the answer: none of them mentions “capital” or “France”."
    assert spaced(run.stdout).startswith(reason)
    assert "Nearest, but not an answer: outlet not stated · 3 May 2021 · New bells" in spaced(run.stdout)


def test_declining_in_json_has_a_reason_and_what_is_nearest(within: Callable[..., Result]) -> None:
    run = within("--json", "What is the capital of France?")
    answer = json.loads(run.stdout)
    assert (run.exit_code, answer["answered"], answer["citations"]) == (1, False, [])
    assert answer["reason"] == "The articles do not hold the answer: none of them mentions “capital” or “France”."
    assert [near["document"]["id"] for near in answer["nearest"]] == ["bells"]


def test_question_that_was_mended_is_shown_as_understood(within: Callable[..., Result]) -> None:
    run = within("Why did the abbey of Corrin hang new belss and crackd ones?")
    assert spaced(run.stdout).startswith("Understood as: Why did the abbey of Corrin hang new bells and cracked ones?")


@pytest.mark.parametrize("question", [" ", "x" * 2001, "caf\udce9"])
def test_question_that_cannot_be_asked_is_an_error_in_words(within: Callable[..., Result], question: str) -> None:
    run = within(question)
    assert (run.exit_code, run.stdout) == (2, "")
    assert re.fullmatch(r"The question [^\n]+\.\n", run.stderr)


def test_missing_folder_is_an_error_in_words(within: Callable[..., Result], tmp_path: Path) -> None:
    run = within("Why?", "--folder", str(tmp_path / "nowhere"))
    assert (run.exit_code, run.stdout) == (2, "")
    place = tmp_path / "nowhere"
    assert run.stderr.startswith(f"There is no folder {place}. Name a folder that holds the articles (.docx, .eml, ")


def test_missing_question_is_an_error_in_words(runs: dict[str, Run]) -> None:
    run = runs["no question"]
    assert (run.returncode, run.stdout) == (2, "")
    assert "Missing argument 'question'" in run.stderr


@pytest.mark.parametrize("way", WAYS)
def test_nobody_sees_a_traceback(runs: dict[str, Run], way: str) -> None:
    assert "Traceback" not in runs[way].stderr + runs[way].stdout
