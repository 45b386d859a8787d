"""Why a question is declined: what the code checked and found missing, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from index.dense import Rows
from index.index import Hit, Index
from index.terms import STOPPED, stem, words
from qa.answer import Answer
from qa.question import Question

#: Passages offered as nearest.
NEAREST = 2
#: A list of missing words names at most this many.
NAMED = 3


def declined(asked: str, question: Question, reason: str, hits: Sequence[Hit], sure: float) -> Answer:
    """The Answer that says the dossier does not hold it, and why; `nearest` are the best hits."""
    return Answer(
        question=asked,
        text=reason,
        answered=False,
        citations=(),
        confidence=sure,
        reason=reason,
        nearest=tuple(hit.passage for hit in hits[:NEAREST]) if question.terms else (),
        understood=None if question.text == " ".join(asked.split()) else question.text,
    )


def reason_for(question: Question, index: Index, allowed: Rows | None) -> str:
    """One or two sentences; each states only what was looked up."""
    if allowed is not None and not len(allowed):
        return "No article was searched: the choice of articles leaves none."
    if not any(character.isalnum() for character in question.text):
        return "The question has no words in it. Ask about something the articles may tell."
    if not question.terms:
        return "The question does not say what it is about. Name a person, a place or an event."
    return what_is_missing(question, index, allowed)


def what_is_missing(question: Question, index: Index, allowed: Rows | None) -> str:
    """Which of the question's names or words no article has; else that nothing near it answers."""
    absent = absent_words(question, index, allowed)
    names = [word for word in absent if word.isdigit() or stem(word.lower()) in question.names]
    if names:
        return f"The articles do not hold the answer: none of them mentions {listed(names)}."
    if len(absent) == len(question.terms):
        return f"The articles do not hold the answer: none of them contains {listed(absent)}."
    if absent:
        return (
            "The articles come near this question, but no sentence in them answers it; "
            f"none of them contains {listed(absent)}."
        )
    return "The articles come near this question, but no sentence in them answers it."


def absent_words(question: Question, index: Index, allowed: Rows | None) -> list[str]:
    """The content words of the question that no article searched holds, as they are written, in order."""
    absent = {term for term in question.terms if not index.holds(term, allowed)}
    written = {word.lower(): word for word in question.text.replace("?", " ").split()}
    found = [word for word in words(question.text) if word not in STOPPED and stem(word) in absent]
    return [written.get(word, word) for word in dict.fromkeys(found)]


def listed(some: Sequence[str]) -> str:
    """“a”, “b” or “c”."""
    quoted = [f"“{word}”" for word in some[:NAMED]]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
