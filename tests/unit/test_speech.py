"""Whose words a sentence is, a pattern at a time: where the verb stands, who is meant, how far a quotation reaches."""

from __future__ import annotations

import pytest
from hypothesis import given

from index.sentence import sentences
from index.speaker import Speaker
from tests.property.strategies import ARTICLES, TEXTS, st, stable


def speakers(text: str) -> list[str | None]:
    """Of each sentence the speaker as it is shown, or None."""
    return [str(one.speaker) if one.speaker else None for one in sentences(text)]


def kinds(text: str) -> list[str | None]:
    return [one.speaker.kind if one.speaker else None for one in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said, “The bridge is safe.”",
        "“The bridge,” Ann Lee said, “is safe.”",
        "“The bridge is safe,” Ann Lee said.",
        "“The bridge is safe,” said Ann Lee.",
        '"The bridge is safe," said Ann Lee.',
        "''The bridge is safe,'' said Ann Lee.",
        "Ann Lee said on Monday that the bridge was safe.",
        "The bridge is safe, Ann Lee said.",
        "According to Ann Lee, the bridge is safe.",
        "Ann Lee believes that the bridge is safe.",
        "Ann Lee denied the accusations.",
        "Ann Lee refused to comment on the bridge.",
    ],
)
def test_speech_verb_before_between_and_after(text: str) -> None:
    assert speakers(text) == ["Ann Lee"]


def test_quotation_over_several_sentences_is_one_speakers() -> None:
    text = "“We waited for two hours. Then the fog lifted. We sailed,” Eva Lund said. The strait is narrow."
    assert speakers(text) == ["Eva Lund"] * 3 + [None]


def test_quotation_goes_on_behind_its_verb() -> None:
    text = "“We won,” said Ann Lee, the mayor of Halden. “It was close. Nobody slept.” The square was empty."
    assert speakers(text) == ["Ann Lee, the mayor of Halden"] * 3 + [None]


def test_quotation_over_paragraphs_has_the_speaker_named_in_any_of_them() -> None:
    text = "Ann Lee, the mayor, spoke on Monday.\n\n“The first reason is money.\n\n“The second is time,” she said."
    assert speakers(text) == [None, "Ann Lee, the mayor", "Ann Lee, the mayor"]


def test_question_split_from_its_verb_is_the_askers() -> None:
    text = "Ann Lee opened the bridge. “Is it safe?” Lee asked."
    assert speakers(text)[1:] == ["Ann Lee", "Ann Lee"]


def test_pronouns_and_short_names_become_the_fullest_name() -> None:
    text = (
        "Wu Cheng, an expert on rivers, said the dam would hold. Wu noted that it was new. He added that it was dear."
    )
    assert speakers(text) == ["Wu Cheng, an expert on rivers"] * 3


def test_fullest_name_may_stand_later_in_the_article() -> None:
    text = "Lund said the engine had failed.\n\nCaptain Eva Lund commands the ferry."
    assert speakers(text) == ["Eva Lund, Captain", None]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hugh Hill, a doctor, said the clinic would close.", "Hugh Hill, a doctor"),
        ("NATO Secretary General Jens Berg said it was late.", "Jens Berg, NATO Secretary General"),
        (
            "Norway’s new ambassador to London, Ann Lee, said it was late.",
            "Ann Lee, Norway’s new ambassador to London",
        ),
        ("“Not today,” said a spokesman for the harbour.", "a spokesman for the harbour"),
    ],
)
def test_roles_are_the_articles_words(text: str, shown: str) -> None:
    assert speakers(text) == [shown]


def test_role_stands_for_its_holder() -> None:
    text = "Prime Minister Ann Lee visited Halden. The prime minister said the bridge was safe."
    assert speakers(text) == [None, "Ann Lee, Prime Minister"]


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("Norwegian fishermen fear that the cod will not return.", "Norwegian fishermen", "group"),
        ("The bridge is safe, analysts said.", "analysts", "group"),
        ("Ann Lee and Eva Lund said the bridge was safe.", "Ann Lee and Eva Lund", "group"),
        ("The Norwegian foreign ministry said that talks had failed.", "The Norwegian foreign ministry", "institution"),
        ("According to the Norwegian Ministry of Transport, it closed.", "the Norwegian Ministry of Transport", None),
        ("Moscow defended the move as a response.", "Moscow", "institution"),
        ("A Norwegian official said the bridge was safe.", "A Norwegian official", "person"),
    ],
)
def test_groups_institutions_and_the_unnamed(text: str, shown: str, kind: str | None) -> None:
    assert speakers(text) == [shown]
    assert kinds(text) == [kind or "institution"]


def test_body_is_called_by_its_last_word_again() -> None:
    text = "The foreign ministry of Norway protested. The ministry said it would reply."
    assert speakers(text) == [None, "The foreign ministry of Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Lund said in comments carried by NTB that the engine had failed.",
        "Eva Lund said that the engine had failed, NTB reported.",
        "Eva Lund said the engine had failed, according to NTB.",
        "NTB quoted Eva Lund as saying that the engine had failed.",
        "Eva Lund said in an interview with NTB that the engine had failed.",
    ],
)
def test_second_hand_speech_keeps_its_chain(text: str) -> None:
    assert speakers(text) == ["Eva Lund, via NTB"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to Lindholm was delayed because fog lay over the strait.",
        "I think that the bridge is safe.",
        "It is said that the bridge is haunted.",
        "Ann Lee would say that the bridge was safe.",
        "Ann Lee visited the harbour on Friday.",
        "The play “The Seagull” opened on Friday in Halden, and the mayor was there.",
        "“The bridge is safe.”",
    ],
)
def test_articles_own_voice_is_no_speaker(text: str) -> None:
    assert speakers(text) == [None]


def test_pronoun_that_nobody_fits_names_nobody() -> None:
    assert speakers("He said that the bridge was safe.") == [None]


def test_heading_has_no_speaker() -> None:
    assert speakers("Lee: “no more bridges”\n\nAnn Lee said that it was late.") == [None, "Ann Lee"]


def test_speaker_is_shown_with_role_and_chain() -> None:
    assert str(Speaker("Ann Lee", "the mayor", "person", "NTB")) == "Ann Lee, the mayor, via NTB"
    assert str(Speaker("analysts", None, "group", None)) == "analysts"


@stable(60)
@given(text=st.one_of(TEXTS, ARTICLES))
def test_any_text_is_read_and_no_word_of_a_speaker_is_invented(text: str) -> None:
    for one in sentences(text):
        if one.speaker is not None:
            assert one.speaker.name.strip()
            assert [
                part for part in (one.speaker.name, one.speaker.role, one.speaker.via) if part and part not in text
            ] == []
