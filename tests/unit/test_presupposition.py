"""A question that takes for granted what the articles contradict is declined; one that does not is left alone."""

from __future__ import annotations

import pytest

from qa import Assistant
from qa.presupposition import supposition

FALSE = [
    "Why did Vershbow praise Russia's policy towards Georgia?",
    "Why has NATO recognised the annexation of Crimea?",
    "Why is the defence spending of NATO countries falling?",
    "Why did Moscow confirm the accusations about the military conflict in Ukraine?",
    "Why has the number of NATO exercises in the Arctic fallen since 2015?",
    "Why does Antonov favour an arms race?",
    "Why did NATO close its channels of communication with Russia?",
    "Why did Russia reduce its military presence near the borders of Eastern Europe?",
    "When did tensions in the Arctic region ease?",
    "Why did Kerry abandon Washington's commitment to NATO?",
    "Why is Russia unwilling to work with NATO?",
    "When did NATO return to practical cooperation with Moscow?",
    "Who eased the tensions in the Arctic?",
    "Why did Stoltenberg criticise the atmosphere of the meeting?",
    "Why were the restrictions on Russia narrowed by Washington?",
    "Why does Moscow accept the accusations of Western states?",
    "When did the dialogue between NATO and Russia stop?",
]
TRUE = [
    "Why did relations between Moscow and the West deteriorate?",
    "Why is NATO reluctant to work with Russia?",
    "Why did Vershbow criticise Russian policy?",
    "Why did Obama extend the sanctions against Russia?",
    "Why did Moscow deny the accusations?",
    "Why does NATO refuse to recognise the annexation of Crimea?",
    "Why did Russia-U.S. relations plummet?",
    "When did the armed insurgency break out in eastern Ukraine?",
    "Why might the EU want to ease ties with Moscow?",
    "Why did relations between Moscow and Washington improve?",
    "When did Russian warplanes buzz the destroyer?",
    "Why did Western states introduce sanctions?",
    "Why does NATO keep channels of communication open?",
    "Who is against an arms race?",
    "Why do Eastern European countries fear Russia's military presence?",
    "Why did the number of NATO exercises in the Arctic double?",
    "Why is Russia ready to work with NATO?",
    "Why won't NATO return to practical cooperation?",
]
OPPOSITE = "What comes nearest speaks of the opposite; see below."


@pytest.mark.parametrize("question", FALSE)
def test_false_supposition_is_declined(seeds: Assistant, question: str) -> None:
    answer = seeds.ask(question)
    assert (answer.answered, answer.confidence) == (False, 0.0)
    assert answer.reason
    assert answer.reason.endswith(OPPOSITE)
    assert answer.nearest


@pytest.mark.parametrize("question", TRUE)
def test_true_supposition_is_not_called_false(seeds: Assistant, question: str) -> None:
    assert OPPOSITE not in (seeds.ask(question).reason or "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why did Moscow confirm the accusations?", "Moscow did confirm the accusations"),
        ("When were the bridges closed?", "the bridges were closed"),
        ("When did tensions in the region ease?", "tensions in the region did ease"),
        ("Who opened the school?", "anyone opened the school"),
    ],
)
def test_supposition_is_worded_with_the_words_of_the_question(question: str, said: str) -> None:
    found = supposition(question)
    assert found
    assert found.said == said


@pytest.mark.parametrize("question", ["Did Moscow lift the sanctions?", "sanctions", "What is a sanction?", "Why?"])
def test_nothing_is_taken_for_granted(question: str) -> None:
    assert supposition(question) is None
