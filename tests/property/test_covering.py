"""Passages cover the text in order, and so do their sentences: nothing is lost, doubled or moved."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from index.passage import passages
from index.sentence import paragraphs, sentences
from qa import Document
from tests.property.strategies import ARTICLES, TEXTS, stable

#: Long enough for several passages.
LONG = st.lists(ARTICLES, min_size=2, max_size=3).map("\n\n".join)


def covered(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether `spans` are in order, apart, unpadded, within `text`, and all between them is white space."""
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert text[place:start].strip() == ""
        place = end
    assert text[place:].strip() == ""
    return True


@stable(40)
@given(text=TEXTS)
@example(text="")
@example(text="\u2028 \x1c\n\n \x85")
@example(text="a" * 45_000)
@example(text="one two. " * 6_000)
def test_paragraphs_and_sentences_cover_the_text_in_order(text: str) -> None:
    assert all(text[start:end].strip() for start, end in paragraphs(text))
    assert covered(text, [(sentence.start, sentence.end) for sentence in sentences(text)])


@stable(15)
@given(text=LONG)
def test_passages_cover_the_text_with_whole_sentences_in_order(text: str) -> None:
    found = list(passages(Document("a", "Title", text)))
    assert covered(text, [(passage.start, passage.end) for passage in found])
    for passage in found:
        assert passage.text == text[passage.start : passage.end]
        assert (passage.sentences[0].start, passage.sentences[-1].end) == (passage.start, passage.end)
    packed = [sentence for passage in found for sentence in passage.sentences]
    assert packed == list(sentences(text))


@stable(15)
@given(text=LONG)
def test_passage_is_no_longer_than_its_limit_unless_it_is_one_sentence(text: str) -> None:
    for passage in passages(Document("a", "Title", text)):
        words = len(passage.text.split())
        leaning = any(sentence.leans or sentence.quoting for sentence in passage.sentences[1:])
        assert len(passage.sentences) == 1 or words <= (200 if leaning else 120)
