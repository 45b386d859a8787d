"""Who says, thinks or wants what, a piece of a sentence at a time; and what of it names the sentence's speaker."""

from __future__ import annotations

import pytest
from hypothesis import given

from index.cue import cues
from index.language import english
from index.sense import senses
from index.sentence import heard
from tests.property.strategies import ARTICLES, TEXTS, st, stable


def tellings(text: str) -> list[tuple[str, str, bool]]:
    """Speaker, what is told, whether it is put as said."""
    return [(one.speaker.name, text[one.start : one.end], one.said) for one in heard(text)[1]]


def speakers(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in heard(text)[0]]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Ann Lee wants to close the old bridge.", "Ann Lee", "to close the old bridge"),
        ("Ann Lee supports the new bridge.", "Ann Lee", "the new bridge"),
        ("Ann Lee plans to build a bridge.", "Ann Lee", "to build a bridge"),
    ],
)
def test_wishes_and_plans_are_tellings_but_name_no_speaker(text: str, who: str, what: str) -> None:
    assert (who, what, False) in tellings(text)
    if "support" not in text:
        assert speakers(text) == [None]


def test_sentence_tells_of_several_and_its_speaker_is_who_speaks() -> None:
    text = "Eva Lund opposes the old bridge, and Ann Lee said on Monday that it was safe and would stay open."
    assert speakers(text) == ["Ann Lee"]
    told = tellings(text)
    assert ("Eva Lund", "the old bridge", False) in told
    assert ("Ann Lee", "that it was safe and would stay open", True) in told


def test_name_and_colon_is_a_known_persons_speech() -> None:
    text = "Lee: The bridge is safe and will stay open.\n\nAnn Lee spoke in Halden on Monday."
    assert speakers(text) == ["Ann Lee", None]
    assert speakers("Weather: The rain will stay for all of the week.") == [None]


@pytest.mark.parametrize("text", ["The ferry crosses the strait twice a day.", "The bridge fell in 1998."])
def test_what_nobody_says_or_thinks_is_no_telling(text: str) -> None:
    assert tellings(text) == []


@pytest.mark.parametrize("text", ["Ann Lee believes that it is safe.", "Ann Lee praised the bridge."])
def test_verb_of_a_view_is_the_likeliest_cue(text: str) -> None:
    (sense,) = senses([text], cues().vector)
    likely = [cues().likely(token, sense, beside=False) for token in english()(text)]
    assert max(range(len(likely)), key=likely.__getitem__) == 2
    assert likely[2] > 0.6
    assert all(0 <= one <= 1 for one in likely)


@stable(40)
@given(text=st.one_of(TEXTS, ARTICLES))
def test_any_text_has_tellings_within_it_by_somebody_it_names(text: str) -> None:
    for one in heard(text)[1]:
        assert 0 <= one.start < one.end <= len(text)
        assert one.speaker.name in text
