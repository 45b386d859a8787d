"""bench/speaking.py: what it leaves out is all that speakers cost, and it prints both times and their ratio."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from bench import speaking
from index.sentence import heard

TEXT = "Ann Lee said that the bridge was safe.\n\nThe ferry left at noon."


def test_in_silence_the_same_sentences_have_no_speaker() -> None:
    loud, _ = heard(TEXT)
    with patch("index.sentence.Speech", speaking.Silence):
        silent, tellings = heard(TEXT)
    assert [(one.start, one.end) for one in silent] == [(one.start, one.end) for one in loud]
    assert [one.speaker is None for one in loud] == [False, True]
    assert [one.speaker for one in silent] == [None, None]
    assert tellings == []


def test_both_times_and_their_ratio_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bridge.txt").write_text(f"The bridge\n\n{TEXT}", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["bench.speaking", str(tmp_path), "--rounds", "1"])
    speaking.main()
    printed = capsys.readouterr().out
    assert "| without speakers |" in printed
    assert "| with speakers |" in printed
    found = re.search(r"([\d.]+) times by CPU time, ([\d.]+) by the clock; promised: at most 2", printed)
    assert found is not None
    assert 0.1 < float(found[1]) < 100
