"""What a browser says it uploaded is looked at before it is believed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from qa import DossierError
from qa.drop import Offered, Result
from qa.shelf import Upload
from ui.shelf import line_of, summary
from ui.uploads import offered, to_the_end, uploads


@pytest.fixture
def arrived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file where Gradio leaves uploads."""
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "gradio"))
    (tmp_path / "gradio" / "0a1b").mkdir(parents=True)
    path = tmp_path / "gradio" / "0a1b" / "77"
    path.write_text("text")
    return path


def test_upload_is_taken_with_its_name(arrived: Path) -> None:
    assert uploads([{"path": str(arrived), "name": "../a.txt"}]) == [Upload(arrived, "../a.txt")]
    assert offered([{"name": "a.txt", "size": 3}]) == [Offered("a.txt", 3)]


@pytest.mark.parametrize("path", ["/etc/passwd", "{}/../../../secret", "{}/../..", "", "\0", "link"])
def test_path_that_was_made_up_is_refused(arrived: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("mine")
    (arrived.parent / "link").symlink_to(tmp_path / "secret")
    path = str(arrived.parent / "link") if path == "link" else path.format(arrived)
    with pytest.raises(DossierError, match="These files did not arrive"):
        uploads([{"path": path, "name": "a.txt"}])
    assert (tmp_path / "secret").read_text() == "mine"


@pytest.mark.parametrize("said", [None, [], 3, [3], [{"path": "x"}], "x"])
def test_nonsense_is_refused(arrived: Path, said: Any) -> None:
    with pytest.raises(DossierError, match="These files did not arrive"):
        uploads(said)


def test_a_drop_is_read_to_its_end_when_nobody_looks_on() -> None:
    seen: list[int] = []
    ended = Event()

    def items() -> Iterator[int]:
        for number in range(5):
            seen.append(number)
            yield number
        ended.set()

    listened = to_the_end(items())
    assert next(listened) == 0
    listened.close()
    assert ended.wait(10)
    assert seen == [0, 1, 2, 3, 4]


def test_what_goes_wrong_is_raised_where_it_is_listened_to() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise DossierError("The disk is full.")

    listened = to_the_end(items())
    assert next(listened) == 1
    with pytest.raises(DossierError, match=r"The disk is full\."):
        next(listened)


def test_a_line_says_what_became_of_a_file() -> None:
    results = [
        Result("a.pdf", "added", 14),
        Result("b.pdf", "added", 0, "a.pdf"),
        Result("c.pdf", "replaced", 1),
        Result("d.pdf", "unchanged", 2),
        Result("e.txt", "added", 1, None, "e.txt: the date can be read in two ways."),
        Result("f.pdf", "left out", problem="f.pdf was left out: it is a scan."),
    ]
    assert list(map(line_of, results)) == [
        "a.pdf: 14 passages",
        "b.pdf: the same text as a.pdf, shown as one source",
        "c.pdf: 1 passage, in place of its old version",
        "d.pdf: already there, 2 passages",
        "e.txt: 1 passage. Mind: the date can be read in two ways.",
        "f.pdf was left out: it is a scan.",
    ]
    assert summary(results) == "4 files added, 1 already there, 1 left out"
