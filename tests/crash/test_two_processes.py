"""One process writes at a time, and readers see a finished state that does not change under them."""

from __future__ import annotations

from pathlib import Path

from index.dossier import Dossier
from tests.crash.writing import FILES, Letters, add_all, all_of, check, opened, processes, write_files


def test_reader_sees_whole_files_while_another_writes_and_keeps_what_it_opened(tmp_path: Path) -> None:
    context = processes()
    sources, store = tmp_path / "sources", tmp_path / "store"
    write_files(sources, 1)
    add_all(store, sources)
    first = opened(store)
    before = all_of(first)
    write_files(sources, 2)
    step, told = context.Semaphore(0), context.Queue()
    process = context.Process(target=add_all, args=(store, sources, None, told, step))
    process.start()
    seen = set()
    for _ in range(FILES):
        step.release()
        for _ in range(5):
            now = check(store)
            new = now.count(2)
            assert now == [2] * new + [1] * (FILES - new)
            seen.add(new)
    assert told.get(timeout=60) == ""
    process.join()
    assert len(seen) > 2
    assert check(store) == [2] * FILES
    assert all_of(first) == before


def test_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    context = processes()
    sources, store = tmp_path / "sources", tmp_path / "store"
    write_files(sources, 1)
    told = context.Queue()
    with Dossier.writing(store, Letters()):
        process = context.Process(target=add_all, args=(store, sources, None, told))
        process.start()
        assert told.get(timeout=60) == (
            "Another process is changing the dossier 'store'. Wait until it is done and try again; "
            "questions can be asked meanwhile."
        )
        process.join()
    add_all(store, sources)
    assert check(store) == [1] * FILES
