"""bench/named.py and bench/polnear.py on examples worked by hand: whose name a source is, what is right and wrong."""

from __future__ import annotations

import pytest

from bench.named import named, names, same
from bench.people import votes
from bench.polnear import Counts, Marked, count, fit, given, marked
from index.sentence import Sentence
from index.speaker import Speaker
from index.speech import Telling

LEE = Speaker("Ann Lee", "mayor", "person", None)
LUND = Speaker("Eva Lund", None, "person", None)
TEXT = "Ann Lee said that it was safe. The ferry left. Eva Lund agreed."


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("the mayor, Ann Lee", ["Ann Lee"]),
        ("Ann Lee, a friend of Eva Lund", ["Ann Lee"]),
        ("Ann Lee of Halden", ["Ann Lee"]),
        ("critics of Ann Lee", []),
        ("Lee's aides", []),
        ("Lee aides", []),
        ("a poll released Sunday", []),
        ("Ann Lee and Eva Lund", ["Ann Lee", "Eva Lund"]),
        ("he", []),
        ("", []),
    ],
)
def test_names_of_a_source(source: str, found: list[str]) -> None:
    assert names(source) == found


def test_names_are_the_same_by_their_last_word() -> None:
    assert same("Ann Lee", "Mr. Lee")
    assert same("Lee", "the mayor, Ann Lee")
    assert not same("Ann Lee", "Eva Lund")
    assert not same("the mayor", "the mayor"), "no name"


def test_speaker_is_the_source_by_last_name_or_fuller() -> None:
    assert named(LEE, "Lee")
    assert named(LEE, "Ann"), "of a person, any word of the name"
    assert not named(Speaker("Lee Foundation", None, "institution", None), "Lee")
    assert not named(LUND, "Lee")
    assert not named(None, "Lee")


def test_standoff_is_read_with_parts_and_line_breaks() -> None:
    standoff = "T1\tSource 0 7\tAnn Lee\nT2\tCue 8 12\tsaid\nT3\tContent 13 20;22 29\tthat it\nwas safe\n"
    assert marked(standoff + "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n") == [
        Marked(((0, 7),), ((8, 12),), ((13, 20), (22, 29)))
    ]
    assert marked("") == []


def test_pieces_agree_by_the_characters_they_share() -> None:
    assert fit([(0, 10)], [(0, 10)]) == 1.0
    assert fit([(0, 10)], [(5, 10), (20, 25)]) == 0.5
    assert fit([(0, 10)], [(10, 20)]) == 0.0


def sentence(start: int, end: int, speaker: Speaker | None) -> Sentence:
    return Sentence(start, end, (), (), leans=False, quoting=False, whole=True, speaker=speaker)


def test_content_is_given_to_the_piece_that_fits_it_best() -> None:
    found = [sentence(0, 30, LEE)]
    assert given([(13, 29)], found, []) == LEE
    assert given([(13, 29)], found, [Telling(13, 29, LUND, said=True)]) == LUND
    assert given([(40, 46)], [], []) is None


def test_right_other_and_wrong_names_are_counted() -> None:
    marks = [Marked(((0, 7),), ((8, 12),), ((13, 29),))]
    for first, second, right, other, wrong in (
        (LEE, None, 1, 0, 0),
        (LUND, None, 0, 1, 0),
        (None, None, 0, 0, 0),
        (LEE, LUND, 1, 0, 0.5),
    ):
        spans, whole = Counts(), Counts()
        found = [sentence(0, 30, first), sentence(31, 46, None), sentence(47, 63, second)]
        count(TEXT, marks, (found, []), spans, whole)
        assert (whole.right, whole.other) == ([right], [other])
        assert sum(whole.wrong) / len(whole.wrong) == wrong
        assert spans.right == whole.right
        assert whole.said == whole.right, "said is a plain verb of speech"
        assert whole.quoted == []


def test_people_vote_on_each_others_contents() -> None:
    first, same_name, somebody_else, nothing = (
        [Marked(((0, 7),), ((8, 12),), ((13, 29),))],
        [Marked(((0, 7),), ((8, 12),), ((18, 29),))],
        [Marked(((47, 55),), ((56, 62),), ((13, 29),))],
        [],
    )
    right, wrong = votes(TEXT, [first, same_name, nothing])
    assert right == [1, 1], "each content of two people, found by one of two others"
    assert wrong == [0, 0, 0, 0, 2, 0, 0], "the first sentence is unmarked by the third alone, and told by both others"
    assert votes(TEXT, [first, somebody_else])[0] == [0, 0]
