"""A whole dossier is renamed or deleted in one step; whoever reads it goes on or gets one sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from index.dossier import Dossier
from index.errors import DossierError
from index.lock import locked
from index.opened import rows_in, state_in
from index.place import STORE, existing
from index.whole import delete, rename
from tests.crash.writing import FILES, Letters, add_all, all_of, check, opened, write_files


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    write_files(folder / "sources", 1)
    add_all(folder / "made", folder / "sources")
    return folder / "made"


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    """A dossier `Fjord` with the copy of an uploaded file, alone in its home."""
    folder = Path(shutil.copytree(made, tmp_path / "home" / "Fjord"))
    (folder / "files").mkdir()
    (folder / "files" / "copy.txt").write_text("copy")
    return folder


def left(store: Path) -> list[str]:
    return sorted(path.name for path in store.parent.iterdir())


def test_renamed_dossier_is_all_there_under_its_new_name_only(store: Path) -> None:
    new = store.with_name("Strait")
    rename(store, new)
    assert check(new) == [1] * FILES
    assert (new / "files" / "copy.txt").read_text() == "copy"
    assert "Fjord" not in left(store)
    rename(new, new.with_name("strait"))
    assert "strait" in left(store)
    assert "Strait" not in left(store)


def test_deleted_dossier_leaves_nothing(store: Path) -> None:
    shutil.copytree(store, store.with_name("Strait"))
    delete(store, FILES)
    assert [name for name in left(store) if not name.startswith("Strait")] == []
    assert check(store.with_name("Strait")) == [1] * FILES


@pytest.mark.parametrize("new", ["Strait", "strait", "Fjord", "file", "full"])
def test_taken_name_is_refused_and_nothing_changes(store: Path, new: str) -> None:
    shutil.copytree(store, store.with_name("Strait"))
    store.with_name("file").write_text("")
    (store.with_name("full") / "other").mkdir(parents=True)
    with pytest.raises(DossierError, match=rf"^The name '{new}' is taken already\. Choose another\.$"):
        rename(store, store.with_name(new))
    assert check(store) == [1] * FILES


def test_folder_that_an_unfinished_writer_left_is_not_taken(store: Path) -> None:
    store.with_name("Strait").mkdir()
    rename(store, store.with_name("Strait"))
    assert check(store.with_name("Strait")) == [1] * FILES


@pytest.mark.parametrize("busy", ["Fjord", "Strait"])
def test_dossier_that_is_being_written_stays_as_it_is(store: Path, busy: str) -> None:
    with locked(store.with_name(busy)):
        with pytest.raises(DossierError, match=f"^Another process is changing the dossier '{busy}'"):
            rename(store, store.with_name("Strait"))
        if busy == "Fjord":
            with pytest.raises(DossierError, match=r"^Another process is changing"):
                delete(store, FILES)
    assert check(store) == [1] * FILES


def test_dossier_that_grew_meanwhile_is_not_deleted(store: Path) -> None:
    for seen in (FILES - 1, None):
        with pytest.raises(DossierError, match=r"^The dossier 'Fjord' has changed meanwhile\. Look at it before"):
            delete(store, seen)
    assert check(store) == [1] * FILES
    (store / STORE).write_bytes(b"no database" * 999)
    delete(store, None)
    assert left(store) == []


def test_reader_goes_on_with_what_it_opened_and_the_next_is_told(store: Path) -> None:
    index = opened(store)
    before = all_of(index)
    delete(store, FILES)
    assert all_of(opened_again := index) == before
    assert len(opened_again.passages) >= FILES
    acts: list[Callable[[], object]] = [lambda: state_in(store), lambda: rows_in(store), lambda: rename(store, store)]
    for act in (*acts, lambda: delete(store, 0), lambda: add_nothing(store)):
        with pytest.raises(DossierError, match=r"^There is no dossier 'Fjord' any more: it was renamed or deleted\."):
            act()
    assert [name for name in left(store) if not name.endswith(".lock")] == []


def add_nothing(store: Path) -> None:
    with Dossier.writing(store, Letters(), make=False):
        pass


def test_what_a_killed_rebuilding_left_does_not_come_back(store: Path) -> None:
    for name in ("~Fjord", "~~Fjord"):
        shutil.copytree(store, store.with_name(name))
    rename(store, store.with_name("Strait"))
    with pytest.raises(DossierError, match="There is no dossier 'Fjord'"):
        existing("Fjord", store.parent)
    strait = store.with_name("Strait")
    strait.rename(store.with_name("~Strait"))  # as a rebuilding leaves it between its last two steps
    shutil.copytree(store.with_name("~Strait"), store)
    with pytest.raises(DossierError, match="'Strait' is taken already"):
        rename(store, strait)
    assert check(strait) == [1] * FILES


def test_leftovers_of_a_killed_deleting_are_swept_by_the_next_writer(store: Path) -> None:
    store.rename(store.with_name(".deleted-1"))
    with Dossier.writing(store.with_name("Strait"), Letters()):
        pass
    assert "Strait" in left(store)
    assert ".deleted-1" not in left(store)


def test_readers_of_a_dossier_that_is_renamed_all_the_time_get_it_whole_or_a_sentence(store: Path) -> None:
    new = store.with_name("Strait")
    ended = False

    def to_and_fro() -> None:
        while not ended:
            rename(store, new)
            rename(new, store)

    thread = Thread(target=to_and_fro)
    thread.start()
    told, seen = 0, 0
    try:
        for _ in range(200):
            try:
                seen += len(opened(store).documents) == FILES
            except DossierError as error:
                assert "\n" not in str(error)  # noqa: PT017
                assert "damaged" not in str(error)  # noqa: PT017
                told += 1
    finally:
        ended = True
        thread.join()
    assert seen + told == 200
    assert check(store) == [1] * FILES
