"""What bench/speed.py measures with, on examples worked by hand; what it measures is reported, not tested."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import faiss
import numpy as np
import pytest

from bench.recall import real, rows
from bench.report import NotRun, measure
from bench.spent import Spent, spent, spread
from bench.texts import passages, sentences, split


def test_sentences_are_parted_by_signs_and_short_ones_left_out() -> None:
    text = "The old bridge has rusted away. Cables broke.\nWho closed it on Monday? “It was not me alone,” he said."
    assert list(split(text)) == [
        "The old bridge has rusted away.",
        "Who closed it on Monday?",
        "“It was not me alone,” he said.",
    ]
    assert list(split("Menu of the old harbour town")) == []


def test_every_different_sentence_of_files_is_read_once(tmp_path: Path) -> None:
    told, asked = "The ferry was late again today.", "Why was the ferry so late?"
    (tmp_path / "below").mkdir()
    (tmp_path / "one.json").write_text(json.dumps({"data": [{"context": told.split(), "id": 7}, [asked, None]]}))
    (tmp_path / "below" / "two.jsonl").write_text(f"{json.dumps({'text': f'{told} {asked}'})}\n{{broken\n")
    (tmp_path / "three.txt").write_text("the fog lay over the strait .\n")
    (tmp_path / "four.md").write_text("This file is not looked at.\n")
    assert sentences([tmp_path, tmp_path / "three.txt"]) == [told, asked, "the fog lay over the strait ."]


def test_passages_come_evenly_from_the_sets_and_no_more_than_there_are(tmp_path: Path) -> None:
    for name in ("xquad", "nq", "mtrag"):
        (tmp_path / name).mkdir()
        lines = [{"title": name, "text": "word " * 250}, {"text": "last"}]
        (tmp_path / name / "documents.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert [text.split("\n")[0] for text in passages(tmp_path, 5)] == ["xquad", "nq", "nq", "mtrag", "mtrag"]
    assert [len(text.split()) for text in passages(tmp_path, 100)] == [121, 121, 11, 1] * 3


def test_what_was_spent_is_what_both_clocks_went_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, processor = iter([10.0, 10.5]), iter([3.0, 3.25])
    both = SimpleNamespace(perf_counter=lambda: next(clock), process_time=lambda: next(processor))
    monkeypatch.setattr("bench.spent.time", both)
    assert spent(lambda: None) == Spent(wall=0.5, cpu=0.25)
    assert spread([Spent(0.001 * n, 0.002) for n in range(1, 22)]) == ("11.0", "20.0", "2.0")


def test_report_names_what_was_not_run_and_why(tmp_path: Path) -> None:
    def absent() -> str:
        raise NotRun("there is no set")

    out = tmp_path / "new" / "report.md"
    known = {"a": ("First", lambda: "| 1 |"), "b": ("Second", absent), "c": ("Third", lambda: "never")}
    measure("Title", "bench.speed", known, ["a", "b"], out)
    written = out.read_text(encoding="utf-8")
    assert written.startswith("# Title\n\n- ")
    assert "## First\n\n| 1 |\n\n*0 s*" in written
    assert "## Second\n\nNot run: there is no set." in written
    assert "## Third\n\nNot run: it was not asked for (--only)." in written
    broken = {"a": ("First", lambda: str(1 // 0)), "c": ("Third", lambda: "measured")}
    with pytest.raises(SystemExit, match="failed: a"):
        measure("Title", "bench.speed", broken, None, out)
    written = out.read_text(encoding="utf-8")
    assert "**Failed:** ZeroDivisionError" in written
    assert "## Third\n\nmeasured" in written
    with pytest.raises(SystemExit, match="there is no part d; there are a, b, c"):
        measure("Title", "bench.speed", known, ["d"], out)


def test_recall_of_an_index_that_looks_everywhere_is_one_and_of_one_that_does_not_is_less() -> None:
    drawn = np.random.default_rng(0).standard_normal((1_020, 16), np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    vectors, queries = drawn[:1_000], drawn[1_000:]
    true = np.argsort(-(queries @ vectors.T), axis=1)[:, :10]
    faiss.omp_set_num_threads(1)
    (flat,) = rows("Flat", vectors, queries, true)
    assert flat[:3] == ("Flat", "–", "1.000")
    found = [float(row[2]) for row in rows("IVF128,Flat", vectors, queries, true)]
    assert found == sorted(found)
    assert found[0] < found[-1] == 1.0


def test_too_few_real_sentences_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotRun, match="hold 0 sentences and 0 questions"):
        real([tmp_path], 10)
