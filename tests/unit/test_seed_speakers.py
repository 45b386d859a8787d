"""Whose words the sentences of the five articles are, read by eye: every speech sentence, and whom it must name."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.read import read_folder
from index.sentence import Sentence, sentences
from index.speaker import Speaker

#: Article, what only this sentence has, the speaker's name, its kind.
SPEECH = [
    ("000", "is calling on western allies", "Jens Stoltenberg", "person"),
    ("000", "reaffirmed Washington's unwavering commitment", "John Kerry", "person"),
    ("000", "said it might consider stepping up sanctions", "Washington", "institution"),
    ("000", "urged allies to keep sanctions pressure", "Jens Stoltenberg", "person"),
    ("000", "Sanctions are an important tool", "Jens Stoltenberg", "person"),
    ("000", "have expressed concerns", "Some Eastern European countries", "group"),
    ("000", "defended the move as a response", "Moscow", "institution"),
    ("000", "mutual containment policy", "Russian analysts", "group"),
    ("000", "we don't have a dialogue now", "Vladimir Evseev", "person"),
    ("000", "no one is seeking to reach an agreement", "Vladimir Evseev", "person"),
    ("000", "won't help resolve existing misunderstandings", "experts", "group"),
    ("000", "doesn't change its strategy towards Russia", "Pavel Zolotarev", "person"),
    ("000", "unlikely to overcome some key disagreements", "analysts", "group"),
    ("001", "only a tactical choice in nature", "analysts", "group"),
    ("001", "attempt more reconciliation with each other", "Wan Chengcai", "person"),
    ("001", "will hold parliamentary elections in September", "Wan Chengcai", "person"),
    ("001", "the situation in Russian-U.S. relations remain uneasy", "the Russian foreign ministry", "institution"),
    ("001", "series of confrontational steps", "the Russian foreign ministry", "institution"),
    ("001", "pragmatic cooperation is now a priority", "Wan Chengcai", "person"),
    ("001", "can be seen as a tactical adjustment", "Wan Chengcai", "person"),
    ("001", "might send such a signal", "Analysts", "group"),
    ("001", "highly unlikely to be completely isolated", "Wan Chengcai", "person"),
    ("001", "are interested in normalizing relations", "Zhang Zhengdong", "person"),
    ("001", "is facing many obstacles", "Zhang Zhengdong", "person"),
    ("001", "decided independently by the EU", "Zhang Zhengdong", "person"),
    ("002", "hopes to resume constructive relations", "Alexander Vershbow", "person"),
    ("002", "You may not be pleased", "Alexander Vershbow", "person"),
    ("002", "we would all hope to move back", "Alexander Vershbow", "person"),
    ("002", "with regard to Georgia, Moldova and Ukraine", "Alexander Vershbow", "person"),
    ("002", "rebuilding constructive relations could take years", "Alexander Vershbow", "person"),
    ("002", "accused Russia of involvement", "Western states and Kiev", "group"),
    ("002", "has repeatedly denied the accusations", "Moscow", "institution"),
    ("003", "was still not possible", "the alliance's chief", "person"),
    ("003", 'Moscow is "against an arms race"', "A Russian official", "person"),
    ("003", "no return to practical cooperation", "Jens Stoltenberg", "person"),
    ("003", "he also praised the atmosphere", "Jens Stoltenberg", "person"),
    ("003", "frank, serious and actually good meeting", "Jens Stoltenberg", "person"),
    ("003", "today's meeting did not change that", "Jens Stoltenberg", "person"),
    ("003", "actively supporting separatists", "Jens Stoltenberg", "person"),
    ("003", "Allies do not recognize Russia's illegal annexation", "Jens Stoltenberg", "person"),
    ("003", "deeply disturbing", "Jens Stoltenberg", "person"),
    ("003", "incidents targeting OSCE monitors", "Jens Stoltenberg", "person"),
    ("003", 'keep "channels of communication" open', "Jens Stoltenberg", "person"),
    ("003", "is taking precautionary measures", "Anatoly Antonov", "person"),
    ("003", "along the perimeter of the western borders", "Anatoly Antonov", "person"),
    ("003", "implemented in the missile defense sphere", "Anatoly Antonov", "person"),
    ("003", "defense spending is increasing", "Anatoly Antonov", "person"),
    ("003", "take the appropriate military-technical measures", "Anatoly Antonov", "person"),
    ("003", "no matter who imposes it on us", "Anatoly Antonov", "person"),
    ("003", "potential to unnecessarily escalate tensions", "the US military's Europe Command", "institution"),
    ("004", "all proposals from Moscow are falling on deaf ears", "Sergei Shoigu", "person"),
    ("004", "it is getting worse every year", "Sergei Shoigu", "person"),
    ("004", "very active cooperation", "Sergei Shoigu", "person"),
    ("004", "security space is getting narrower", "Sergei Shoigu", "person"),
    ("004", "is reluctant to work with Russia", "Sergei Shoigu", "person"),
    ("004", "faster and more effectively together", "Sergei Shoigu", "person"),
    ("004", "some kind of incident between our aviation", "Sergei Shoigu", "person"),
    ("004", "a lot of inertia in its work", "Andrei Kelin", "person"),
    ("004", "climate of confrontation", "Andrei Kelin", "person"),
    ("004", "accumulation of armaments along our borders", "Andrei Kelin", "person"),
    ("004", "large-scale conflict scenario is for the moment excluded", "Aleksandr Moiseev", "person"),
    ("004", "main factors for the destabilization", "Aleksandr Moiseev", "person"),
    ("004", "aggravation of existing contradictions", "Aleksandr Moiseev", "person"),
    ("004", "exercises in the region has doubled", "the Russian Ministry of Defense", "institution"),
]
#: What the article itself tells, and nobody in it.
OWN_VOICE = [
    ("000", "mulling widening restrictions on Russia"),
    ("000", "got a frosty reception in Moscow"),
    ("001", "has showed signs of thawing"),
    ("001", "plummeted to the lowest ebb"),
    ("001", "moved towards closer cooperation"),
    ("001", "the first of its kind so far this year"),
    ("001", "not the whole picture"),
    ("001", "locked on a collision course"),
    ("001", "issued an order to extend by one year"),
    ("001", "also visited Russia for talks"),
    ("001", "a much stronger desire than Washington"),
    ("002", "gave a lecture in the Spanish Centre"),
    ("002", "deteriorated over the escalation"),
    ("002", "has also been souring relations"),
    ("003", "an armed separatist insurgency erupted"),
    ("003", '"buzzed" over a US naval destroyer'),
]
ROLES = {
    "Jens Stoltenberg": "NATO Secretary General",
    "John Kerry": "US Secretary of State",
    "Vladimir Evseev": "deputy head of CIS Institute",
    "Wan Chengcai": "an expert on Russian foreign policy",
    "Alexander Vershbow": "NATO Deputy Secretary General",
    "Anatoly Antonov": "Russian Deputy Defense Minister",
    "Andrei Kelin": "Russia’s new ambassador to the United Kingdom",
    "Aleksandr Moiseev": "Vice Admiral and Commander of the Northern Fleet",
}


@pytest.fixture(scope="module")
def read() -> list[tuple[str, str, Sentence]]:
    """Article, sentence's text with plain spaces, sentence."""
    folder = Path(__file__).resolve().parents[2] / "seeds"
    return [
        (document.id[:3], document.text[one.start : one.end].replace("\u00a0", " "), one)
        for document in read_folder(folder).documents
        for one in sentences(document.text)
    ]


def speaker(read: list[tuple[str, str, Sentence]], article: str, snippet: str) -> Speaker | None:
    found = [one for where, text, one in read if where == article and snippet in text]
    assert len(found) == 1, snippet
    return found[0].speaker


def test_at_least_98_of_100_speech_sentences_name_their_speaker(read: list[tuple[str, str, Sentence]]) -> None:
    wrong = []
    for article, snippet, name, kind in SPEECH:
        found = speaker(read, article, snippet)
        if found is None or (found.name, found.kind) != (name, kind):
            wrong.append((article, snippet, str(found)))
    assert len(wrong) <= 0.02 * len(SPEECH), wrong


def test_the_articles_own_voice_names_nobody(read: list[tuple[str, str, Sentence]]) -> None:
    assert [(snippet, str(found)) for a, snippet in OWN_VOICE if (found := speaker(read, a, snippet))] == []


def test_table_names_every_sentence_that_has_a_speaker(read: list[tuple[str, str, Sentence]]) -> None:
    listed = [(article, snippet) for article, snippet, *_ in SPEECH]
    spoken = [(where, text) for where, text, one in read if one.speaker]
    assert [text for where, text in spoken if not any(a == where and snippet in text for a, snippet in listed)] == []


def test_persons_have_the_role_that_the_article_gives(read: list[tuple[str, str, Sentence]]) -> None:
    roles = {one.speaker.name: one.speaker.role for _, _, one in read if one.speaker and one.speaker.kind == "person"}
    assert {name: roles[name] for name in ROLES} == ROLES


def test_second_hand_speech_keeps_its_chain(read: list[tuple[str, str, Sentence]]) -> None:
    carried = speaker(read, "003", "defense spending is increasing")
    assert str(carried) == (
        "Anatoly Antonov, Russian Deputy Defense Minister, via Russia's state-owned TASS news agency"
    )
    talked = speaker(read, "004", "climate of confrontation")
    assert talked is not None
    assert talked.via == "RT"
