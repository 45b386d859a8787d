"""The rules of the house that no linter knows: who imports whom, what is pinned, how long a file may be."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = {name: sorted((ROOT / name).rglob("*.py")) for name in ("index", "qa", "ui")} | {"app": [ROOT / "app.py"]}
FILES = [file for layer in LAYERS.values() for file in layer]
#: A layer, and the packages of ours that it may import besides itself.
MAY_IMPORT = {"index": set(), "qa": {"index"}, "ui": {"qa"}, "app": {"qa", "ui"}}
#: A package, and the only files that may import it.
KEPT_TO = {
    "faiss": {"index/dense.py"},
    "sqlite3": {f"index/{name}.py" for name in ("schema", "store", "dossier", "derived", "opened", "rebuild")},
    "filelock": {"index/lock.py"},
    "platformdirs": {"index/place.py", "qa/base.py"},
    "sentence_transformers": {"index/embed.py"},
    "torch": {"qa/network.py", "qa/reader.py"},
    "transformers": {"index/embed.py", "qa/network.py", "qa/reader.py"},
    "trafilatura": {"index/formats/webpage.py"},
    "pypdfium2": {"index/formats/pdf.py", "index/formats/pdf_glyphs.py", "index/formats/pdf_lines.py"},
    "mammoth": {"index/formats/word.py"},
    "safetensors": {"index/minilm.py", "qa/reader.py"},
    "openvino": {"index/bert.py"},
    "tokenizers": {"index/pieces.py"},
    "gradio": {"app.py", *(f"ui/{file.name}" for file in LAYERS["ui"])},
}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(file: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(file)} imports by dots"
            found.add((node.module or "").split(".")[0])
    return found


def test_every_layer_has_files() -> None:
    assert {name for name, files in LAYERS.items() if not all(file.is_file() for file in files) or not files} == set()


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_imports_go_from_app_to_qa_to_index_and_never_back(layer: str) -> None:
    ours = set(LAYERS) | {"bench", "tests"}
    wrong = {name_of(file): imported(file) & ours - MAY_IMPORT[layer] - {layer} for file in LAYERS[layer]}
    assert {file: names for file, names in wrong.items() if names} == {}


@pytest.mark.parametrize("package", KEPT_TO)
def test_dependency_is_imported_in_its_own_files_only(package: str) -> None:
    importers = {name_of(file) for file in FILES if package in imported(file)}
    assert importers <= KEPT_TO[package]
    assert importers != set()


def test_qa_returns_data_and_never_html() -> None:
    assert [name_of(file) for file in LAYERS["qa"] if "html" in imported(file)] == []
    assert [name_of(file) for file in LAYERS["qa"] if re.search(r"</\w+>", file.read_text(encoding="utf-8"))] == []


def test_every_file_the_architecture_names_exists() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+(?:\.(?:py|json|toml|txt|css|js)|/))`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert "index/dense.py" in named


def test_architecture_names_every_file_of_the_product() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    plumbing = {"__init__.py", "errors.py"}
    assert [name_of(file) for file in FILES if file.name not in plumbing and f"`{name_of(file)}`" not in text] == []


def test_every_requirement_is_pinned_and_torch_comes_first() -> None:
    lines = [line.strip() for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert wanted[0] == "torch==2.13.0"
    assert [line for line in wanted if not re.fullmatch(r"[A-Za-z0-9_.-]+==[\d.]+", line)] == []


@pytest.mark.parametrize("file", FILES + sorted((ROOT / "tests").rglob("*.py")), ids=name_of)
def test_file_has_fewer_than_300_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < 300
