"""Whoever deletes or renames a dossier is killed at any instant: it is whole under one name, or not there at all."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest

from index.dossier import Dossier
from index.place import dossiers
from index.whole import delete, rename, size_of
from tests.crash.writing import FILES, Letters, add_all, check, processes, write_files

#: Copies of uploaded files, so that removing them takes a while.
COPIES = 300


def rename_and_delete(store: Path, ready: object) -> None:
    """Renames a dossier there and back, then deletes it; `ready` is set before."""
    ready.set()  # type: ignore[attr-defined]
    other = store.with_name("other")
    for _ in range(3):
        rename(store, other)
        rename(other, store)
    delete(store, size_of(store))


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.long)])
def test_killed_at_random_moments_a_dossier_is_whole_or_gone(tmp_path: Path, kills: int) -> None:
    context, chance = processes(), random.Random(kills)
    write_files(tmp_path / "sources", 1)
    add_all(tmp_path / "made", tmp_path / "sources")
    (tmp_path / "made" / "files").mkdir()
    for number in range(COPIES):
        (tmp_path / "made" / "files" / f"{number}.txt").write_text("copy")
    home = tmp_path / "home"
    whole, outcomes = 1.0, set()
    for _ in range(kills):
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(tmp_path / "made", home / "store")
        ready = context.Event()
        process = context.Process(target=rename_and_delete, args=(home / "store", ready))
        process.start()
        ready.wait()
        began = time.monotonic()
        process.join(chance.uniform(0, whole))
        killed = process.is_alive()
        process.kill()
        process.join()
        if not killed:
            whole = time.monotonic() - began
        names = dossiers(home)
        assert len(names) <= 1
        assert killed or names == ()
        for name in names:
            assert check(home / name) == [1] * FILES
            assert len(list((home / name / "files").iterdir())) == COPIES
        outcomes.add((names, bool(list(home.glob(".deleted-*")))))
        with Dossier.writing(home / "next", Letters()):
            pass
        assert list(home.glob(".deleted-*")) == []
        assert sorted(dossiers(home)) == sorted([*names, "next"])
    assert len(outcomes) > 1
    assert kills < 100 or {(("store",), False), ((), True)} <= outcomes
