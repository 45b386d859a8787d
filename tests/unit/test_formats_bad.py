"""Files that are damaged, disguised or made to do harm: each is named with the reason, and others are read."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image

from index.errors import DossierError
from index.formats import limits
from index.formats.apart import Reader
from index.formats.article import UnreadableError
from index.formats.kind import kind_of
from index.read import read_file, read_folder
from tests.unit.made_files import HEAD, PAGE, drawn, lines, read, word, zipped
from tests.unit.test_formats_mail import message
from tests.unit.test_formats_word import BOOK, REPORT

ROOT = Path(__file__).resolve().parents[2]
GOOD = "Town hall lift mended\n\nThe lift in the town hall was mended on Tuesday by two men.\n"
WORD = word(*REPORT)
PDF = drawn(lambda canvas: lines(canvas, ["The lift in the town hall was mended."]))
HTML = PAGE.format(head=HEAD, byline="").encode()


def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG")
    return stream.getvalue()


def locked(content: bytes) -> bytes:
    """The Word file behind a password, as Office makes it."""
    stream = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt("secret", stream)
    return stream.getvalue()


def bomb(name: str, parts: dict[str, str | bytes]) -> bytes:
    """An archive with a part that unpacks to 60 MB of spaces."""
    return zipped({**parts, name: b" " * 60_000_000})


def nested(depth: int) -> bytes:
    """A message in a message in a message."""
    mail = message("innermost", "Hello.")
    for level in range(depth):
        outer = message(f"level {level}", "See below.")
        outer.add_attachment(mail)
        mail = outer
    return mail.as_bytes()


def shelled(depth: int) -> bytes:
    """A message whose body lies in part within part, as no program makes it."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n' for level in range(depth))
    return f"From: a@b.example\nMIME-Version: 1.0\n{head}Content-Type: text/plain\n\nHello.\n".encode()


def enveloped(depth: int) -> bytes:
    """Messages that are nothing but each other's envelope."""
    head = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * depth
    return f"{head}From: a@b.example\n\nHello.\n".encode()


WORD_PARTS: dict[str, str | bytes] = {
    name: zipfile.ZipFile(io.BytesIO(WORD)).read(name) for name in zipfile.ZipFile(io.BytesIO(WORD)).namelist()
}
BAD = {
    "zero.pdf": (b"", "it is empty."),
    "zero.docx": (b"", "it is empty."),
    "picture.pdf": (picture(), "it is a picture, not text. Run text recognition (OCR) on it, or leave it out."),
    "locked.pdf": (
        drawn(lambda canvas: lines(canvas, ["Secret."]), password="secret"),
        "it is protected by a password. Save it without one.",
    ),
    "locked.docx": (locked(WORD), "it is protected by a password. Save it without one."),
    "cut.pdf": (PDF[:400], "it is damaged, or no PDF after all. Fetch or save it again."),
    "cut.docx": (WORD[: len(WORD) // 2], "it is a ZIP archive that is damaged (File is not a zip file)."),
    "bomb.docx": (bomb("word/document.xml", WORD_PARTS), "it unpacks from 0 MB to 6"),
    "bomb.epub": (bomb("OEBPS/text/one.xhtml", {**BOOK}), "it unpacks from 0 MB to 6"),
    "deep.eml": (nested(limits.MAIL_DEPTH + 1), "it holds mail within mail more than 10 deep."),
    "deeper.eml": (enveloped(5_000), "it holds mail within mail more than 10 deep."),
    "shells.eml": (shelled(5_000), "it holds mail within mail more than 10 deep."),
    "deep.html": (b"<html><body>" + b"<div>" * 100_000 + b"x", "no article was found in it."),
    "archive.html": (zipped({"a.txt": "text"}), "it is a ZIP archive, neither a Word file nor an EPUB."),
    "empty.html": (b"<!doctype html><html><body></body></html>", "no article was found in it."),
    "empty.epub": (zipped({"META-INF/container.xml": "<container/>"}), "it is an EPUB whose list of contents cannot"),
    "drm.epub": (
        zipped({**BOOK, "META-INF/encryption.xml": '<e><CipherReference URI="OEBPS/text/one.xhtml"/></e>'}),
        "it is protected against copying (DRM). Only an unprotected copy can be read.",
    ),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "it is an old Word file"),
    "rich.rtf": (rb"{\rtf1 Hello.}", "it is Rich Text (.rtf)."),
    "binary.md": (bytes(range(256)) * 9, "it is binary, not text."),
}


def reason(path: Path) -> str:
    with pytest.raises(DossierError) as raised:
        read_file(path)
    return str(raised.value)


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_named_with_the_reason(tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    (tmp_path / name).write_bytes(content)
    assert reason(tmp_path / name).startswith(f"{name} was left out: {said}")


def test_all_bad_files_at_once_keep_no_good_one_out(tmp_path: Path) -> None:
    for name, (content, _) in BAD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "loop.html").symlink_to(tmp_path / "loop.html")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "good.pdf").write_bytes(PDF)
    reading = read_folder(tmp_path)
    assert [document.id for document in reading.documents] == ["good.pdf", "good"]
    assert sorted(problem.split(" was left out: ")[0] for problem in reading.problems) == sorted(
        [*BAD, "x.pdf", "loop.html"]
    )
    assert "x.pdf was left out: it cannot be read (Is a directory)." in reading.problems
    assert "loop.html was left out: it cannot be read (Too many levels of symbolic links)." in reading.problems


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("pdf.txt", PDF, "The lift in the town hall was mended."),
        ("text.pdf", GOOD.encode(), "The lift in the town hall was mended on Tuesday by two men."),
        ("word.html", word(("Normal", "The lift was mended.")), "The lift was mended."),
        ("mail.txt", message("Lift", "The lift was mended.").as_bytes(), "The lift was mended."),
        ("word", word(("Normal", "The lift was mended.")), "The lift was mended."),
    ],
)
def test_content_decides_what_a_file_is_not_its_name(tmp_path: Path, name: str, content: bytes, text: str) -> None:
    assert read(tmp_path, name, content).text == text


def test_page_named_text_is_read_as_the_page_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, "page.txt", HTML).outlet == "Halden Post"


def test_file_without_permission_and_a_pipe_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "pipe.txt was left out: it is no ordinary file. Leave it out."
    if os.geteuid():  # root may read everything
        (tmp_path / "kept.txt").write_text(GOOD)
        (tmp_path / "kept.txt").chmod(0)
        assert reason(tmp_path / "kept.txt") == "kept.txt was left out: it cannot be read (Permission denied)."


def test_file_that_takes_too_long_is_named_and_the_next_is_read() -> None:
    reader = Reader(seconds=0.01)
    with pytest.raises(UnreadableError, match="reading it took too long"):
        reader.read(HTML, "page")
    reader = Reader()
    assert reader.read(HTML, "page").outlet == "Halden Post"
    reader.close()


def test_process_that_computes_without_end_is_ended_by_the_system() -> None:
    endless = "from index.formats.serve import allow; allow(0.2)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", endless], check=False, timeout=300, cwd=ROOT)
    assert ended.returncode == -signal.SIGPROF


def test_many_comments_before_no_page_are_looked_through_at_once() -> None:
    assert kind_of(b"<!---->" * 500 + b"<", ".html") == "text"


def test_message_as_deep_as_may_be_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, "deep.eml", nested(limits.MAIL_DEPTH))
    assert document.text.endswith("See below.\n\nHello.")
