"""What unit tests of dossiers on disk share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a test alone; dossiers lie in it."""
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"
