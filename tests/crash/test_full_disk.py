"""A disk that fills up while files are added: a sentence, nothing lost, and it goes on when there is room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.writing import FILES, add_all, check, processes, write_files


@pytest.mark.parametrize("limit", [0, 20_000, 100_000, 150_000, 200_000, 250_000, 300_000, 350_000])
def test_full_disk_is_told_and_loses_nothing(tmp_path: Path, limit: int) -> None:
    context = processes()
    sources, store = tmp_path / "sources", tmp_path / "store"
    write_files(sources, 1)
    add_all(store, sources)
    before = max(file.stat().st_size for file in store.iterdir() if file.is_file())
    write_files(sources, 2)
    told = context.Queue()
    process = context.Process(target=add_all, args=(store, sources, limit, told))
    process.start()
    sentence = told.get(timeout=60)
    process.join()
    now = check(store)
    new = now.count(2)
    assert now == [2] * new + [1] * (FILES - new)
    if sentence:
        assert sentence.startswith("The dossier 'store' could not be written")
        assert sentence.endswith("Free some space and try again.")
    else:
        assert new == FILES
        assert limit > before
    add_all(store, sources)
    assert check(store) == [2] * FILES
