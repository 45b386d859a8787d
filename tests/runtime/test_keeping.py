"""add, remove, list and rebuild, once as real processes with the real model, and their sentences within this one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from qa import __main__ as command

ROOT = Path(__file__).resolve().parents[2]
BELLS = (
    "New bells for the abbey of Corrin\n\nBy Ann Lee\n3 May 2021\n\n"
    "The abbey of Corrin hung four new bells on Monday because the old ones had cracked.\n"
)
WHY = "Why did the abbey of Corrin hang new bells?"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "bells.txt").write_text(BELLS, encoding="utf-8")
    (folder / "bad [x].txt").write_bytes(b"Caf\0.")
    return folder


def test_articles_are_added_asked_and_removed_from_the_shell(tmp_path: Path, sources: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "qa", *arguments, "--dossier", "abbey"],
            env={**os.environ, "DOSSIER_DATA": str(tmp_path / "data")},
            capture_output=True, text=True, cwd=ROOT, timeout=300, check=False,
        )  # fmt: skip

    added = run("add", str(sources))
    assert added.returncode == 1
    assert added.stdout == (
        "added      bells  1 passage\n"
        "The dossier 'abbey' holds 1 article. Ask it: python -m qa ask QUESTION --dossier 'abbey'\n"
    )
    assert added.stderr == "bad [x].txt was left out: it is binary, not text. Save it as plain text in UTF-8.\n"
    asked = run("ask", WHY)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "because the old ones had cracked.” [1]" in " ".join(asked.stdout.split())
    removed = run("remove", "bells")
    assert (removed.returncode, removed.stdout, removed.stderr) == (0, "removed  bells\n", "")
    assert sorted(path.name for path in sources.iterdir()) == ["bad [x].txt", "bells.txt"]


@pytest.fixture
def within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A command inside this process, where the model is loaded already."""
    monkeypatch.setattr(command, "keep_offline_and_quiet", lambda: None)  # it sets what would outlast the test
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "data"))
    return lambda *arguments: CliRunner().invoke(command.app, list(map(str, arguments)))


def test_list_names_what_it_is_and_whether_its_file_is_still_there(
    within: Callable[..., Result], sources: Path
) -> None:
    (sources / "bad [x].txt").write_text(BELLS, encoding="utf-8")
    assert within("add", sources).exit_code == 0
    (sources / "bells.txt").unlink()
    origin = "outlet not stated · 3 May 2021 · New bells for the abbey of Corrin"
    assert within("list").stdout == (
        f"bad [x]  {origin}  1 passage  {sources}/bad [x].txt\n"
        f"bells  {origin}  the same text as bad [x]  {sources}/bells.txt "
        "(no longer there; the article stays until it is removed)\n"
    )


def test_one_outlet_or_one_speaker_can_be_asked(within: Callable[..., Result], sources: Path) -> None:
    (sources / "bad [x].txt").unlink()
    (sources / "sources.toml").write_text('["bells.txt"]\noutlet = "Corrin Post"\n', encoding="utf-8")
    assert within("add", sources, "--dossier", "abbey").exit_code == 0
    assert within("ask", WHY, "--dossier", "abbey", "--outlet", "corrin post").exit_code == 0
    other = within("ask", WHY, "--dossier", "abbey", "--outlet", "Echo")
    assert (other.exit_code, other.stdout) == (2, "")
    assert other.stderr == "No article is of the outlet 'Echo'. The outlets are: Corrin Post.\n"
    assert within("ask", WHY, "--dossier", "abbey", "--speaker", "Eva Lund").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask", WHY, "--dossier", "none"], r"There is no dossier 'none'; there is none yet\. Make one with [^\n]+\n"),
        (["ask", WHY, "--dossier", "../x"], r"'\.\./x' cannot be the name of a dossier\. [^\n]+\n"),
        (["ask", WHY, "--dossier", "a", "--folder", "."], r"Both --dossier and --folder are given\. [^\n]+\n"),
        (["list"], r"There is no dossier 'articles'; [^\n]+\n"),
        (["remove", "bells"], r"There is no dossier 'articles'; [^\n]+\n"),
        (["rebuild"], r"There is no dossier 'articles'; [^\n]+\n"),
        (["add", "nowhere.txt"], r"nowhere\.txt was left out: it cannot be read \(No such file or directory\)\.\n"),
    ],
)
def test_mistake_is_one_sentence(within: Callable[..., Result], arguments: list[str], sentence: str) -> None:
    run = within(*arguments)
    assert run.exit_code == (1 if arguments[0] == "add" else 2)
    assert re.fullmatch(sentence, run.stderr)


def test_damaged_dossier_is_told_and_built_again(within: Callable[..., Result], sources: Path, tmp_path: Path) -> None:
    within("add", sources)
    (terms,) = (tmp_path / "data" / "articles").glob("generation-*/terms.txt")
    terms.write_text("other words", encoding="utf-8")
    run = within("ask", WHY, "--dossier", "articles")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.endswith("Run `python -m qa rebuild --dossier 'articles'` to build it again from its articles.\n")
    assert within("rebuild").stdout == "The dossier 'articles' is built again.\n"
    assert within("ask", WHY, "--dossier", "articles").exit_code == 0
    assert within("remove", "other").stderr.startswith("The dossier 'articles' has no article 'other'")
