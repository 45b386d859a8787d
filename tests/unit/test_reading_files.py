"""A file that cannot be read is named with what to do; the files beside it are read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.read import read_folder
from qa import Assistant, DossierError

GOOD = "Town hall lift mended\n\nThe lift in the town hall was mended on Tuesday by two men.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def problem_of(folder: Path) -> str:
    """The one problem of a folder whose good article is read."""
    reading = read_folder(folder)
    (good,) = reading.documents
    assert (good.id, good.title) == ("good", "Town hall lift mended")
    assert good.text == "The lift in the town hall was mended on Tuesday by two men."
    (problem,) = reading.problems
    assert problem.endswith((".", ")."))
    return problem


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfeT\x01h\x01e", "bad.txt was left out: byte 7 is not UTF-16-LE, although it begins as such."),
        (b"", "bad.txt was left out: it is empty."),
        (b" \n\t\n\xc2\xa0\n", "bad.txt was left out: it is empty."),
        (b"\xef\xbb\xbf", "bad.txt was left out: it is empty."),
        (b"PK\x03\x04\x00\x00text", "bad.txt was left out: it is a ZIP archive that is damaged"),
        (b"The end.\x00", "bad.txt was left out: it is binary, not text."),
    ],
)
def test_file_that_is_no_text_is_named(folder: Path, content: bytes, said: str) -> None:
    (folder / "bad.txt").write_bytes(content)
    assert problem_of(folder).startswith(said)


def test_huge_file_is_named_with_its_size(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as stream:
        stream.truncate(12_000_000)
    assert problem_of(folder).startswith(
        "huge.txt was left out: it has 12 MB, more than the 10 MB an article may have."
    )


def test_file_of_exactly_ten_megabytes_is_not_too_large(folder: Path) -> None:
    with (folder / "full.txt").open("wb") as stream:
        stream.truncate(10_000_000)
    assert problem_of(folder).startswith("full.txt was left out: it is binary")


def test_folder_named_like_an_article_is_named(folder: Path) -> None:
    (folder / "drawer.txt").mkdir()
    assert problem_of(folder).startswith("drawer.txt was left out: it cannot be read (Is a directory).")


def test_link_to_nothing_is_named(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    assert problem_of(folder).startswith("gone.txt was left out: it cannot be read (No such file or directory).")


def test_other_files_and_folders_below_are_not_read(folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG\x00")
    (folder / "below").mkdir()
    (folder / "below" / "deep.txt").write_text(GOOD, encoding="utf-8")
    reading = read_folder(folder)
    assert ([document.id for document in reading.documents], reading.problems) == (["good"], ())


def test_files_are_read_in_the_order_of_their_names_and_a_suffix_in_capitals_counts(folder: Path) -> None:
    (folder / "zebra.TXT").write_text(GOOD, encoding="utf-8")
    (folder / "ant.txt").write_text(GOOD, encoding="utf-8")
    assert [document.id for document in read_folder(folder).documents] == ["ant", "good", "zebra"]


def test_byte_order_mark_and_line_ends_of_windows_are_no_part_of_the_text(folder: Path) -> None:
    (folder / "good.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    (good,) = read_folder(folder).documents
    assert (good.title, good.text) == (
        "Town hall lift mended",
        "The lift in the town hall was mended on Tuesday by two men.",
    )


def test_file_whose_name_is_no_unicode_is_read_under_a_name_that_can_be_printed(folder: Path) -> None:
    Path(bytes(folder).decode() + "/caf\udce9.txt").write_text(GOOD, encoding="utf-8")
    assert "caf\\udce9" in {document.id for document in read_folder(folder).documents}


def test_empty_file_whose_name_is_no_unicode_is_named_in_words_that_can_be_printed(folder: Path) -> None:
    Path(bytes(folder).decode() + "/caf\udce9.txt").write_bytes(b"")
    assert "caf" in problem_of(folder).encode("utf-8").decode("utf-8")


def test_assistant_of_a_folder_keeps_its_problems(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    assistant = Assistant.from_folder(str(folder))
    assert assistant.problems == ("bad.txt was left out: it is empty.",)
    assert assistant.ask("When was the lift mended?").citations[0].document.id == "good"


@pytest.mark.parametrize("kind", ["missing", "file", "empty", "nothing readable"])
def test_folder_without_an_article_is_refused_by_its_name(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "dossier"
    if kind == "file":
        folder.write_text(GOOD, encoding="utf-8")
    elif kind != "missing":
        folder.mkdir()
    if kind == "nothing readable":
        (folder / "bad.txt").write_bytes(b"\x00")
    with pytest.raises(DossierError, match=str(folder)) as raised:
        Assistant.from_folder(folder)
    assert ("bad.txt was left out: it is binary" in str(raised.value)) is (kind == "nothing readable")
