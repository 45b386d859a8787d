"""Whatever bytes a file holds, reading it gives an article or a reason in words, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DossierError
from index.formats.article import joined
from index.formats.decoding import decoded
from index.formats.extract import READERS, extract
from index.formats.kind import SUFFIXES, Kind, kind_of
from index.formats.plain import read_plain
from tests.property.strategies import ANY_TEXT, stable
from tests.unit.made_files import HEAD, PAGE, drawn, lines, word, zipped
from tests.unit.test_formats_mail import WRAPPED, message
from tests.unit.test_formats_text import NOTE
from tests.unit.test_formats_word import BOOK, REPORT

WHOLE: dict[Kind, bytes] = {
    "markdown": NOTE.encode(),
    "page": PAGE.format(head=HEAD, byline="").encode(),
    "archived page": message("Saved", PAGE).as_bytes(),
    "mail": message("Bridge", WRAPPED).as_bytes(),
    "PDF": drawn(*[lambda canvas: lines(canvas, ["The bridge was closed.", "It will open in autumn."])] * 3),
    "Word": word(*REPORT),
    "EPUB": zipped(BOOK),
}


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file of which a part is cut away, overwritten or said twice."""
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 400)))
    between = draw(st.sampled_from([b"", whole[start:end] * 2]) | st.binary(max_size=40))
    return whole[:start] + between + whole[end:]


def tried(read: Callable[[], Any]) -> Any:
    """What `read` gives; None where it gives a reason, which is made of whole sentences."""
    said = "."
    try:
        return read()
    except DossierError as error:
        said = str(error)
    assert said.endswith((".", ")."))
    return None


def check(content: bytes, kind: Kind) -> None:
    """It is read into clean text whose places stand in order within it, or a reason is given."""
    article = tried(lambda: read_plain(content) if kind == "text" else extract(content, kind))
    if article is None:
        return
    text, places = joined(article.paragraphs)
    assert text.strip()
    text.encode()
    starts = [place.start for place in places]
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)
    if kind != "text":
        assert "\n\n\n" not in text
        assert not {"\0", "\xad", "\r"} & set(text)


@pytest.mark.parametrize("kind", READERS)
@stable(30)
@given(data=st.data())
def test_damaged_file_of_any_format_is_read_or_given_a_reason(kind: Kind, data: st.DataObject) -> None:
    check(data.draw(damaged(WHOLE[kind])), kind)


@pytest.mark.parametrize("kind", READERS)
@stable(20)
@given(content=st.binary(max_size=300) | ANY_TEXT.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_read_or_given_a_reason(kind: Kind, content: bytes) -> None:
    check(content, kind)


@stable(200)
@given(content=st.binary(max_size=300), suffix=st.sampled_from([*SUFFIXES, "", ".doc", ".xyz"]))
def test_any_bytes_are_of_some_kind_or_given_a_reason(content: bytes, suffix: str) -> None:
    kind = tried(lambda: kind_of(content, suffix))
    if kind is not None:
        check(content, kind)


@stable(200)
@given(text=ANY_TEXT)
def test_text_in_utf_8_and_with_a_mark_in_utf_16_is_decoded_as_it_was(text: str) -> None:
    plain = text.encode("utf-8", "replace").decode().replace("\0", "").lstrip("\ufeff")
    assert decoded(plain.encode("utf-8-sig")) == plain
    assert decoded(plain.encode("utf-16")) == plain
    assert decoded(plain.encode()) == plain
