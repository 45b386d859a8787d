"""Where sentences end, and what is known of each: whether it leans on another, goes on quoting, or is no sentence."""

from __future__ import annotations

import pytest

from index.passage import passages
from index.sentence import Sentence, sentences
from qa import Document


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


def only(text: str) -> Sentence:
    (sentence,) = sentences(text)
    return sentence


@pytest.mark.parametrize(
    "parts",
    [
        ["The U.S. envoy met Mr. Berg at 5 p.m. on Friday.", "They talked about St. Petersburg."],
        ["Prices rose by 3.5 percent.", "Nobody had expected that!", "Why did they rise?"],
        ["“It is late,” she said.", "The ferry left."],
        ["The fog lifted.\n\n", "A heading of its own\n\n", "The ferry left."],
    ],
)
def test_text_is_split_where_its_sentences_end(parts: list[str]) -> None:
    assert split(" ".join(parts)) == [part.strip() for part in parts]


def test_dateline_is_a_part_of_its_own_and_is_never_quoted() -> None:
    text = "LINDHOLM (Reuters) — The ferry sank on Monday."
    dateline, report = sentences(text)
    assert text[dateline.start : dateline.end] == "LINDHOLM (Reuters) —"
    assert text[report.start : report.end] == "The ferry sank on Monday."
    assert (dateline.whole, report.whole) == (False, True)


def test_heading_is_no_whole_sentence() -> None:
    assert only("A word about the ferry").whole is False
    assert only("The ferry sank.").whole is True


@pytest.mark.parametrize(
    "text",
    [
        "He added that nobody was hurt.",
        "However, the ferry sailed.",
        "“They were late,” said Lund.",
        "Moscow denied the accusations.",
        "This is why the harbour closed.",
    ],
)
def test_sentence_that_points_back_leans(text: str) -> None:
    assert only(text).leans is True


@pytest.mark.parametrize(
    "text", ["The ferry sailed on Friday.", "It is unclear who called.", "The claim that the ferry sank was denied."]
)
def test_sentence_that_stands_alone_does_not_lean(text: str) -> None:
    assert only(text).leans is False


def test_sentence_inside_a_quotation_goes_on_quoting() -> None:
    found = list(sentences("“We waited for hours. Then the fog lifted,” said Lund. The ferry left."))
    assert [sentence.quoting for sentence in found] == [False, True, False]


def test_quotation_ends_with_its_paragraph() -> None:
    found = list(sentences('"We waited for hours.\n\nThe ferry left.'))
    assert [sentence.quoting for sentence in found] == [False, False]


def test_terms_are_stems_without_stop_words() -> None:
    assert only("The Russian ferries were sailing to the U.S.").terms == ("russ", "ferri", "sail", "us")


def test_entities_carry_their_kind() -> None:
    found = {entity.label: entity.terms for entity in only("Angela Merkel visited Paris in 2014.").entities}
    assert (found["PERSON"], found["GPE"], found["DATE"]) == (("angela", "merkel"), ("pari",), ("2014",))


def test_sentence_that_leans_stays_in_the_passage_of_the_one_before() -> None:
    plain = "The harbour of Lindholm was closed on Monday for the repair of its wooden pier. "
    text = plain * 8 + "He added that it would open soon."
    (first, *rest) = passages(Document("a", "", text))
    assert len(plain.split()) * 8 == 120
    assert (first.text, rest) == (text, [])
    after = list(passages(Document("a", "", plain * 8 + "Fishermen wait.")))
    assert [passage.text for passage in after] == [(plain * 8).strip(), "Fishermen wait."]
