"""Follow-ups are made whole from the turns before them, the answer says how; a question of its own is left alone."""

from __future__ import annotations

import numpy as np
import pytest

from qa import Answer, Assistant
from qa.followup import CONTEXT_WEIGHT, came_before, completed, drawn, told
from qa.question import understand


def talk(*contents: str) -> list[dict[str, str]]:
    """Turns of both sides in turn, the user's first."""
    return [{"role": ("user", "assistant")[number % 2], "content": text} for number, text in enumerate(contents)]


KERRY = talk("What did Kerry say about Ukraine?", "“The truce in Ukraine must hold, John Kerry said.” [1]")
ANTONOV = talk("Who is Anatoly Antonov?", "“Deputy Defense Minister Anatoly Antonov told Russian media.” [1]")
TIES = talk("Are relations between Norway and Sweden good?", "No: relations between Norway and Sweden deteriorated.")
MAYOR = talk("Did the mayor close the bridge?")
BRIDGE = talk("Why was the Halden bridge closed?", "“Rust had weakened its cables.” [1]")


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (ANTONOV, "What did he say about an arms race?", "What did Anatoly Antonov say about an arms race?"),
        (ANTONOV, "Where is his office?", "Where is Anatoly Antonov’s office?"),
        (KERRY, "And what did he say about Syria?", "What did John Kerry say about Syria?"),
        (TIES, "What do they want?", "What do Norway and Sweden want?"),
        (TIES, "When did they get worse?", "When did relations between Norway and Sweden get worse?"),
        (BRIDGE, "When was it built?", "When was the Halden bridge built?"),
        (BRIDGE, "What are its dimensions?", "What are the Halden bridge’s dimensions?"),
        (TIES, "What did Denmark say to that?", "What did Denmark say about relations between Norway and Sweden?"),
        (KERRY, "Who lives there?", "Who lives in Ukraine?"),
    ],
)
def test_pronoun_gives_way_to_what_it_stands_for(history: list[dict[str, str]], question: str, whole: str) -> None:
    assert completed(question, history) == whole


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (KERRY, "What about Syria?", "What did Kerry say about Syria?"),
        (KERRY, "And Moldova?", "What did Kerry say about Moldova?"),
        (KERRY, "And Chad?", "What did Kerry say about Chad?"),
        (KERRY, "how about the Americans?", "What did Kerry say about the Americans?"),
        (KERRY, "And Lavrov?", "What did Lavrov say about Ukraine?"),
        (KERRY, "Syria?", "What did Kerry say about Syria?"),
        (KERRY, "and in 2014?", "What did Kerry say about Ukraine in 2014?"),
        (KERRY, "I mean Syria", "What did Kerry say about Syria?"),
        (KERRY, "no, Lavrov", "What did Lavrov say about Ukraine?"),
        (KERRY, "Anything else about Syria?", "What did Kerry say about Syria?"),
        (KERRY, "what else?", "What else did Kerry say about Ukraine?"),
        (KERRY, "why?", "Why did Kerry say that about Ukraine?"),
        (KERRY, "And when was that?", "When did Kerry say that about Ukraine?"),
        (TIES, "And why is that?", "Why did relations between Norway and Sweden deteriorate?"),
        (TIES, "what is the reason?", "Why did relations between Norway and Sweden deteriorate?"),
        (TIES, "since when?", "Since when are relations between Norway and Sweden good?"),
        (TIES, "and Finland?", "Are relations between Finland and Sweden good?"),
        (MAYOR, "Why?", "Why did the mayor close the bridge, or why not?"),
        (MAYOR, "Why not?", "Why did the mayor not close the bridge?"),
        (MAYOR, "for how long?", "For how long did the mayor close the bridge?"),
        (MAYOR, "Did Omar Lie?", "Did Omar Lie close the bridge?"),
        (MAYOR, "really?", "Really: did the mayor close the bridge?"),
        (talk("Does NATO recognise Crimea?"), "And the Americans?", "Do the Americans recognise Crimea?"),
        (talk("Who leads the choir?", "“Mira Sand leads it.” [1]"), "Why?", "Why does Mira Sand lead the choir?"),
        (talk("Describe the treaty."), "What are the main obstacles?", "What are the main obstacles of the treaty?"),
    ],
)
def test_fragment_is_fitted_into_the_last_question(history: list[dict[str, str]], question: str, whole: str) -> None:
    assert completed(question, history) == whole


@pytest.mark.parametrize("word", ["why?", "And why is that?", "how come?", "What are the causes?", "why not"])
def test_bare_why_is_seen_as_asking_for_reasons(word: str) -> None:
    for history in (KERRY, TIES, MAYOR):
        assert understand(completed(word, history)).kind == "why"


@pytest.mark.parametrize(
    "question",
    [
        "Where does the river rise?",
        "Why did Merkel say she would stay?",
        "What did Merkel say about her visit?",
        "Is it true that the mayor resigned?",
        "Is it safe to swim in the Tista?",
        "How long does it take to build a bridge?",
        "Is there a harbour in Halden?",
        "Who said that the harbour is windy?",
        "What is that treaty about?",
        "Which ship had that captain?",
        "Spousal support",
        "Great Depression after World War I",
        "thanks!",
        "Thank you very much, good to know.",
        "Hello",
        "?",
        "…",
    ],
)
def test_what_stands_on_its_own_is_left_exactly_as_it_is(question: str) -> None:
    for history in (KERRY, TIES, MAYOR, BRIDGE):
        assert completed(question, history) == question


def test_nothing_is_made_up_where_nobody_was_spoken_of() -> None:
    for history in ([], talk("Where is the harbour?"), talk("thanks", "You are welcome.")):
        assert completed("What did he say?", history) == "What did he say?"


def test_chain_of_five_follow_ups_keeps_its_topic() -> None:
    history = list(KERRY)
    for place in ("Syria", "Poland", "Libya", "Iran"):
        history += talk(f"And what about {place}?", f"“{place} was on the agenda.” [1]")
    assert completed("What about Germany?", history) == "What did Kerry say about Germany?"
    assert completed("And when did he say that?", history) == "When did Kerry say that about Iran?"


def test_chain_of_pronouns_goes_back_to_the_first_name() -> None:
    asked = ("What did Mira Sand find?", "Where does she live?", "Who employs her?", "What did she study?")
    history = [{"role": "user", "content": one} for one in asked]
    assert completed("And what does she say about the bridge?", history) == "What does Mira Sand say about the bridge?"


def test_new_topic_is_where_later_pronouns_point() -> None:
    history = [*KERRY, *talk("What did Omar Lie open?", "“Headmaster Omar Lie opened it with a concert.” [1]")]
    assert completed("Where was he born?", history) == "Where was Omar Lie born?"
    assert completed("Where does the river rise?", history) == "Where does the river rise?"


def test_thanks_and_greetings_leave_the_last_question_asked() -> None:
    history = [*KERRY, *talk("thanks!", "You are welcome."), *talk("ok", "")]
    assert completed("and Syria?", history) == "What did Kerry say about Syria?"


def test_names_typed_small_are_known_from_the_dossier() -> None:
    history = talk("what did kerry say about ukraine")
    names = {"kerri", "ukrain", "lavrov"}
    assert completed("and lavrov?", history, names) == "What did Lavrov say about Ukraine?"
    assert completed("when did he say that?", history, names) == "When did Kerry say that about Ukraine?"


def test_answers_are_read_without_marks_lead_and_reasons_for_declining() -> None:
    listed = "The articles say:\n\n- “Lavrov told “the press” so.” [1]\n\n- “Kyiv agreed.” [2]"
    assert told(listed) == "Lavrov told “the press” so. Kyiv agreed."
    assert told("The articles do not hold the answer: none of them mentions “Biden”.") == ""
    assert told("Jens Stoltenberg leads it [3].") == "Jens Stoltenberg leads it."
    declined = talk("Where is Finland?", "The articles do not hold the answer: none of them mentions “Finland”.")
    assert completed("Do they say so?", talk("Hm?", declined[1]["content"])) == "Do they say so?"
    assert completed("And Sweden?", declined) == "Where is Sweden?"


def test_quotes_of_an_answer_tell_who_was_asked_for() -> None:
    told_of = "“On that day the German minister Frank-Walter Steinmeier also went to Moscow to see Vladimir Putin.” [1]"
    history = talk("Which minister went to Moscow?", told_of)
    assert completed("Who did he meet there?", history) == "Who did Frank-Walter Steinmeier meet in Moscow?"


@pytest.mark.parametrize(
    "history",
    [
        [],
        [{"role": "assistant", "content": "Ask me anything."}],
        [{"role": "user", "content": ""}, {"role": "assistant", "content": ""}],
        [{"role": "user", "content": "\ud800 \x00"}],
        [{"role": "user", "content": "?!"}] * 40,
        [{"role": "assistant", "content": "“” [1]"}] * 2,
        [{"role": "user", "content": "who " * 4_000}],
    ],
)
def test_odd_history_does_no_harm(history: list[dict[str, str]]) -> None:
    assert completed("Where is the harbour?", history) == "Where is the harbour?"
    assert isinstance(completed("and why is that?", history), str)
    assert isinstance(came_before(history), str)


def test_vague_question_is_drawn_towards_what_was_told_and_a_new_topic_is_not() -> None:
    question, near, far = (np.array(one, np.float32) for one in ([1, 0, 0], [0.6, 0.8, 0], [0, 0, 1]))
    vector = drawn(question, near)
    assert np.isclose(np.linalg.norm(vector), 1)
    assert np.isclose(vector[1] / vector[0], CONTEXT_WEIGHT * 0.8 / (1 + CONTEXT_WEIGHT * 0.6))
    assert (drawn(question, far) == question).all()


def spaced(answer: Answer) -> str:
    return " ".join(" ".join(citation.quote for citation in answer.citations).split())


def conversation(assistant: Assistant, *questions: str) -> Answer:
    """The answer to the last question, each asked after the answers to those before it."""
    history: list[dict[str, str]] = []
    for question in questions:
        answer = assistant.ask(question, history=history)
        history += talk(question, answer.text)
    return answer


@pytest.mark.parametrize(
    ("questions", "understood", "quoted"),
    [
        (
            ("Did Steinmeier visit Russia?", "Who did he meet there?"),
            "Who did Frank-Walter Steinmeier meet in Russia?",
            "for talks with President Vladimir Putin",
        ),
        (
            ("What does Wan Chengcai say about cooperation?", "And about the sanctions?", "what about Zhang?"),
            "What does Zhang say about the sanctions?",
            "the sanctions have caused heavy economic losses for the two sides",
        ),
        (
            ("Did Russian warplanes buzz a destroyer?", "What did the US military say about it?"),
            "What did the US military say about a destroyer?",
            '"potential to unnecessarily escalate tensions,"',
        ),
        (
            ("What did Stoltenberg say about the meeting?", "And about Crimea?"),
            "What did Stoltenberg say about Crimea?",
            "would not recognize Russia's administration of Crimea",
        ),
        (
            ("What did Vershbow criticize?", "And what does he think of rebuilding ties?"),
            "What does Vershbow think of rebuilding ties?",
            "rebuilding constructive relations could take years",
        ),
        (
            ("Did Obama extend sanctions against Russia?", "thanks", "For how long?"),
            "For how long did Obama extend sanctions against Russia?",
            "extend by one year a series of sanctions",
        ),
    ],
)
def test_conversation_about_the_five_articles(
    seeds: Assistant, questions: tuple[str, ...], understood: str, quoted: str
) -> None:
    answer = conversation(seeds, *questions)
    assert answer.understood == understood
    assert quoted in spaced(answer)
    assert str(answer).startswith(f"Understood as: {understood}\n\n")


def test_why_is_that_asks_for_the_reasons_of_what_was_told(seeds: Assistant) -> None:
    history = talk("Are ties between Russia and NATO good?", "Relations between Russia and NATO have deteriorated.")
    answer = seeds.ask("Why is that?", history=history)
    assert answer.understood == "Why have relations between Russia and NATO deteriorated?"
    assert "souring relations between the alliance and Moscow" in spaced(answer)


def test_question_of_its_own_gets_the_same_quotes_with_a_history(seeds: Assistant) -> None:
    question = "Where did Vershbow give his lecture?"
    answer = seeds.ask(question, history=ANTONOV)
    assert answer.understood is None
    assert answer.citations == seeds.ask(question).citations


def test_search_takes_the_same_history(seeds: Assistant) -> None:
    found = seeds.search("What did he say about an arms race?", history=ANTONOV, k=3)
    assert found == seeds.search("What did Anatoly Antonov say about an arms race?", k=3)
