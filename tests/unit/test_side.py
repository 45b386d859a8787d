"""For which side a speaker speaks, and whether a speaker is the one asked about."""

from __future__ import annotations

import pytest

from index.speaker import Speaker
from qa.saying import is_by, parties
from qa.side import named_in, side_of


def person(name: str, role: str | None = None) -> Speaker:
    return Speaker(name, role, "person", None)


def group(name: str) -> Speaker:
    return Speaker(name, None, "group", None)


def institution(name: str) -> Speaker:
    return Speaker(name, None, "institution", None)


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        (person("Ana Brandt", "NATO Deputy Secretary General"), "NATO"),
        (person("Ola Lind", "Norway's ambassador to the United Nations"), "Norway"),
        (person("Kim Roe", "a senior Danish foreign ministry official"), "Denmark"),
        (person("Tom Hale", "U.S. Secretary of State"), "United States"),
        (person("Li Wan", "an expert on Russian foreign policy"), None),
        (person("Per Dahl", "former Swedish prime minister"), None),
        (person("Eva Holt", "a spokeswoman for the company"), None),
        (person("Eva Holt"), None),
        (institution("the Chilean foreign ministry"), "Chile"),
        (institution("Paris"), "France"),
        (institution("the White House"), "United States"),
        (institution("the European Commission"), "European Commission"),
        (group("EU diplomats"), "EU"),
        (group("Canadian officials"), "Canada"),
        (group("American officials"), "United States"),  # and not the Northern Mariana Islands
        (group("Indian diplomats"), "India"),
        (group("Canadian analysts"), None),
    ],
)
def test_a_speaker_speaks_for_what_the_article_states(speaker: Speaker, side: str | None) -> None:
    assert side_of(speaker) == side


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tehran", "Iran"),
        ("the Dutch government", "Netherlands"),
        ("the NATO-Russia Council", "NATO"),
        ("the mayor of a small town", None),
        ("A statement", None),
    ],
)
def test_a_country_is_named_by_its_people_and_its_capital_too(text: str, named: str | None) -> None:
    assert named_in(text) == named


def test_those_asked_about_are_told_apart() -> None:
    assert parties("NATO and the Russian government") == ("NATO", "the Russian government")
    assert parties("Ana Brandt") == ("Ana Brandt",)
    assert parties("") == ()


@pytest.mark.parametrize(
    ("asked", "speaker", "same"),
    [
        ("Brandt", person("Ana Brandt", "NATO Deputy Secretary General"), True),
        ("Ana Brandt", person("Ana Brandt"), True),
        ("Lind", person("Ana Brandt"), False),
        ("NATO", person("Ana Brandt", "NATO Deputy Secretary General"), True),
        ("the Norwegian defence minister", person("Ola Lind", "Norwegian Defense Minister"), True),
        ("the Norwegian defence minister", person("Ola Lind", "Norwegian Deputy Defense Minister"), False),
        ("the Norwegian deputy defence minister", person("Ola Lind", "Norwegian Deputy Defense Minister"), True),
        ("Oslo", person("Ola Lind", "Norwegian Defense Minister"), True),
        ("Norway", institution("the Norwegian foreign ministry"), True),
        ("Norway", person("Ada Moe", "a Norwegian historian"), False),
        ("analysts", group("Norwegian analysts"), True),
        ("Norwegian officials", person("Ola Lind", "Norwegian Defense Minister"), True),
        ("the Norwegian government", institution("Oslo"), True),
        ("NATO officials", person("Ana Brandt", "NATO Deputy Secretary General"), True),
        ("Norwegian officials", group("Norwegian analysts"), False),
        ("", person("Ana Brandt"), False),
    ],
)
def test_a_speaker_is_known_by_name_role_and_side(asked: str, speaker: Speaker, same: bool) -> None:
    assert is_by(speaker, asked) is same


def test_the_articles_own_voice_is_nobody_asked_about() -> None:
    assert not is_by(None, "NATO")
