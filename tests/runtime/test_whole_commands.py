"""rename and delete on the command line, and the rebuild of a dossier that an account made on the page."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from index.lock import locked
from index.place import STORE, dossiers, home_of
from qa import DossierError
from qa import __main__ as command
from qa.latest import Latest
from qa.shelf import Shelf, Upload

BELLS = "New bells\n\nThe abbey of Corrin hung four new bells on Monday because the old ones had cracked.\n"
WHY = "Why did the abbey of Corrin hang new bells?"


@pytest.fixture
def within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A command inside this process, where the model is loaded already; answers: what is typed at its questions."""
    monkeypatch.setattr(command, "keep_offline_and_quiet", lambda: None)  # it sets what would outlast the test
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "data"))
    (tmp_path / "bells.txt").write_text(BELLS, encoding="utf-8")

    def run(*arguments: str, answers: str = "") -> Result:
        return CliRunner().invoke(command.app, arguments, input=answers)

    assert run("add", str(tmp_path / "bells.txt"), "--dossier", "abbey").exit_code == 0
    return run


def test_renamed_dossier_is_asked_under_its_new_name(within: Callable[..., Result]) -> None:
    run = within("rename", "abbey", " convent ")
    assert (run.exit_code, run.stdout, run.stderr) == (0, "The dossier 'abbey' is called 'convent' now.\n", "")
    assert within("ask", WHY, "--dossier", "convent").exit_code == 0
    assert within("list", "--dossier", "abbey").stderr.startswith("There is no dossier 'abbey'; there is convent. ")


def test_dossier_is_deleted_once_that_was_confirmed(within: Callable[..., Result], tmp_path: Path) -> None:
    question = "Delete the dossier 'abbey' with 1 article, and the copies it keeps of uploaded files? [y/N]: "
    kept = within("delete", "abbey", answers="n\n")
    assert kept.exit_code == 1
    assert kept.stdout.endswith("Nothing was deleted.\n")  # after what was typed, which the runner repeats
    assert kept.stderr.rstrip() == question.rstrip()
    unasked = within("delete", "abbey")
    assert unasked.exit_code == 2
    assert unasked.stderr.endswith("Nothing was deleted: nobody answered. Say --yes where nobody can be asked.\n")
    assert dossiers() == ("abbey",)
    assert within("delete", "abbey", answers="y\n").stdout.endswith("The dossier 'abbey' is deleted.\n")
    assert list((tmp_path / "data").iterdir()) == []
    assert (tmp_path / "bells.txt").exists()


def test_damaged_dossier_can_be_deleted_and_nobody_need_be_asked(within: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "data" / "abbey" / STORE).write_bytes(b"no database" * 999)
    assert "'abbey' whose articles cannot be read, and" in within("delete", "abbey", answers="n\n").stderr
    assert within("delete", "abbey", "--yes").exit_code == 0
    assert dossiers() == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rename", "abbey", "abbey"], r"The name 'abbey' is taken already\. Choose another\.\n"),
        (["rename", "abbey", "a/b"], r"'a/b' cannot be the name of a dossier\. [^\n]+\n"),
        (["rename", "none", "other"], r"There is no dossier 'none'; there is abbey\. [^\n]+\n"),
        (["delete", "none", "--yes"], r"There is no dossier 'none'; there is abbey\. [^\n]+\n"),
        (["delete", "../abbey", "--yes"], r"'\.\./abbey' cannot be the name of a dossier\. [^\n]+\n"),
        (["rebuild", "--account", "Eva"], r"'Eva' cannot be the name of an account\. [^\n]+\n"),
    ],
)
def test_mistake_is_one_sentence(within: Callable[..., Result], arguments: list[str], sentence: str) -> None:
    run = within(*arguments)
    assert (run.exit_code, run.stdout) == (2, "")
    assert re.fullmatch(sentence, run.stderr)
    assert dossiers() == ("abbey",)


def test_dossier_that_is_being_written_is_left_alone(within: Callable[..., Result], tmp_path: Path) -> None:
    with locked(tmp_path / "data" / "abbey"):
        for arguments in (("rename", "abbey", "convent"), ("delete", "abbey", "--yes")):
            run = within(*arguments)
            assert run.exit_code == 2
            assert run.stderr.startswith("Another process is changing the dossier 'abbey'. Wait until it is done")


@pytest.mark.parametrize("how", ["as the page says", "in the account's folder"])
def test_dossier_of_an_account_is_built_again(
    within: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    hers = Shelf("eva", Latest())
    hers.create("Bells")
    (tmp_path / "upload").write_text(BELLS, encoding="utf-8")
    list(hers.add("Bells", [Upload(tmp_path / "upload", "bells.txt")]))
    hers.correct("Bells", "bells", "Bells of Corrin", "Post", "2021-05-03")
    before = hers.open("Bells").documents
    (terms,) = (home_of("eva") / "Bells").glob("generation-*/terms.txt")
    terms.write_text("other words", encoding="utf-8")
    with pytest.raises(DossierError) as told:
        Shelf("eva", Latest()).open("Bells")
    named = re.search(r"`python -m qa (.+?)`", str(told.value))
    assert named
    assert named[1] == "rebuild --dossier 'Bells' --account eva"
    if how == "as the page says":
        run = within(*shlex.split(named[1]))
    else:
        monkeypatch.setenv("DOSSIER_DATA", str(home_of("eva")))
        run = within("rebuild", "--dossier", "Bells")
        monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "data"))
    assert (run.exit_code, run.stdout, run.stderr) == (0, "The dossier 'Bells' is built again.\n", "")
    assert hers.open("Bells").documents == before
    assert [path.read_text() for path in (home_of("eva") / "Bells" / "files").iterdir()] == [BELLS]
    assert hers.open("Bells").ask(WHY).answered
