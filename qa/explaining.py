"""Whether a sentence says the very thing that a question asks the reason or the time of, and gives it."""

from __future__ import annotations

from qa.cause import is_hypothetical, states_cause
from qa.contradiction import concerns, judged
from qa.evidence import Evidence
from qa.presupposition import in_other_words, supposition
from qa.question import Question
from qa.synonym import with_alike


def explains(question: Question, one: Evidence) -> bool:
    """Whether the sentence states, of all that the question names, that it is so, and why; or, if asked so, when."""
    supposed = supposition(question.text) if question.kind in ("why", "when") else None
    if supposed is None or one.signs["names_missing"] or not gives(question, one) or is_hypothetical(one.text):
        return False
    wide = in_other_words(supposed)
    named = all(with_alike([term]) & set(one.sentence.terms) for term in supposed.phrase)
    return named and concerns(wide, one.text) and judged(wide, question, one.passage, one.number) > 0


def gives(question: Question, one: Evidence) -> bool:
    """Whether the sentence has what is asked for: a time that the question does not name, or a cause put outright."""
    return one.signs["typed"] > 0 if question.kind == "when" else states_cause(one.text) == 1.0
