"""Whatever byte of a stored file is changed: a DossierError that names the way out, or the very same answers."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from index.dossier import Dossier
from index.errors import DossierError
from index.intake import incoming
from index.place import STORE
from index.rebuild import rebuild
from index.schema import FORMAT
from tests.crash.writing import FILES, Letters, add_all, all_of, check, opened, write_files

REBUILD = "python -m qa rebuild --dossier"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damage")
    write_files(folder / "sources", 1)
    add_all(folder / "store", folder / "sources")
    return folder / "store"


@pytest.fixture
def copy(store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(store, tmp_path / "store"))


def generation(store: Path) -> list[Path]:
    return sorted(next(store.glob("generation-*")).iterdir())


def flip(file: Path, place: int, bits: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= bits
    file.write_bytes(content)


def test_each_derived_file_is_checked_when_it_is_opened(store: Path, copy: Path) -> None:
    chance = random.Random(1)
    for file in generation(copy):
        whole = file.read_bytes()
        for _ in range(3):
            flip(file, chance.randrange(len(whole)), 1 << chance.randrange(8))
            with pytest.raises(DossierError, match=REBUILD):
                opened(copy)
            file.write_bytes(whole)
        file.write_bytes(whole[:-1])
        with pytest.raises(DossierError, match=REBUILD):
            opened(copy)
        file.unlink()
        with pytest.raises(DossierError, match=REBUILD):
            opened(copy)
        file.write_bytes(whole)
    assert all_of(opened(copy)) == all_of(opened(store))


@pytest.mark.parametrize("flips", [50, pytest.param(3_000, marks=pytest.mark.long)])
@pytest.mark.parametrize("derived", [True, False])
def test_no_changed_byte_of_the_tables_gives_a_wrong_answer(store: Path, copy: Path, flips: int, derived: bool) -> None:
    expected = all_of(opened(store))
    chance = random.Random(flips)
    if not derived:
        drop_generation(copy)
    whole = (copy / STORE).read_bytes()
    written = [place for place, byte in enumerate(whole) if byte]
    told = 0
    for _ in range(flips):
        flip(copy / STORE, chance.choice(written), 1 << chance.randrange(8))
        try:
            assert all_of(opened(copy)) == expected
        except DossierError as error:
            assert "Traceback" not in str(error)  # noqa: PT017
            told += 1
        for left in copy.glob(f"{STORE}-*"):
            left.unlink()
        (copy / STORE).write_bytes(whole)
    assert told > flips // 10


def drop_generation(store: Path) -> None:
    """As a writer that was killed before it published would leave it."""
    sources = store.parent / "one-more"
    sources.mkdir()
    (sources / "late.txt").write_text("It was late.", encoding="utf-8")
    with Dossier.writing(store, Letters()) as dossier:
        for file in incoming([sources])[0]:
            dossier.add(file)
            dossier.remove(os.fsencode(file.path))


def test_table_cut_short_or_overwritten_is_told(copy: Path) -> None:
    whole = (copy / STORE).read_bytes()
    for content in (b"", whole[: len(whole) // 2], b"no database" * 999):
        (copy / STORE).write_bytes(content)
        with pytest.raises(DossierError):
            opened(copy)


def test_another_model_and_another_format_are_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Letters, "fingerprint", "other letters")
    with pytest.raises(DossierError, match="was indexed with another embedding model than the one in use"):
        opened(copy)
    with pytest.raises(DossierError, match=REBUILD):
        add_all_here(copy)
    monkeypatch.setattr("index.schema.FORMAT", FORMAT + 1)
    with pytest.raises(DossierError, match=rf"another version .*\(format {FORMAT}, this is format {FORMAT + 1}\)"):
        opened(copy)


def add_all_here(store: Path) -> None:
    with Dossier.writing(store, Letters()):
        pass


def test_rebuild_makes_it_good_and_names_what_is_lost(store: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generation(copy)[0].write_bytes(b"")
    assert rebuild(copy, Letters()) == ()
    assert check(copy) == [1] * FILES
    whole = (copy / STORE).read_bytes()
    place = whole.index(b"lay over strait 3")
    flip(copy / STORE, place, 1)
    with pytest.raises(DossierError, match=REBUILD):
        opened(copy)
    lost = rebuild(copy, Letters())
    assert [Path(path).name for path in lost] == ["ferry-3.txt"]
    assert len(opened(copy).documents) == FILES - 1
    monkeypatch.setattr(Letters, "fingerprint", "other letters")
    assert rebuild(copy, Letters()) == ()
    assert len(opened(copy).documents) == FILES - 1
