"""Whether a question asks what happened, changed or was reported in a time: hardly a word in it but its Periods."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.terms import terms, words
from qa.period import Period, periods, without, years
from qa.question import Question
from qa.vague import ANYTHING

#: Of these alone a question is made that asks for whatever happened.
GENERAL = frozenset(
    words(
        "what which who's whats anything something everything all else was is were are has have had did do does be been"
        " happen happens happened happening occur occurred take takes took taken place places go going went on up"
        " change changes changed new news event events incident incidents development developments thing things"
        " important main major key big biggest notable the a an any some there here about tell me us show list give"
        " name describe find summarise summarize summary overview of to in this these our dossier article articles"
        " report reports reported reporting write written publish published say says said tell tells told mention"
        " mentioned know known that then will would may might could can time period year month day please and so but"
        " world or with for from"
    )
)
#: Asks what happened with regard to something.
OPENS = re.compile(
    r"^\W*(?:(?:and|so|but|then) )?(?:what(?:\W+(?:has|have|had|else|all))*\W+(?:happen|occurr|chang|went on\b"
    r"|(?:took|taken) place\b|(?:was|is|were) (?:going on|new|happening|different)\b)"
    r"|(?:what|which) (?:changes|events)\b"
    r"|how (?:did|has|have|had)\b.{0,80}\b(?:change|develop|evolve)d?\b)",
    re.IGNORECASE,
)
#: Asks what became different, and what was published, not what happened.
CHANGE = re.compile(r"\b(?:chang|differ|develop|evol)\w*\b", re.IGNORECASE)
REPORTED = re.compile(r"\b(?:report\w*|publish\w*|written|wrote|news)\b", re.IGNORECASE)
HAPPENED = re.compile(r"\b(?:happen\w*|occur\w*|place|chang\w*)\b", re.IGNORECASE)
#: Terms of the asking, not of what is asked about.
ASKS = ANYTHING | frozenset(terms("change happened occurred event development difference evolve go new"))


@dataclass(frozen=True, slots=True)
class DatedQuestion:
    """What a question asks to be told of a time.

    periods: the times it names, at least one.
    topic: terms of what else it names; empty where it asks for whatever happened.
    change: whether it asks what changed. reported: whether it asks what was published then.
    """

    periods: tuple[Period, ...]
    topic: tuple[str, ...]
    change: bool
    reported: bool

    @property
    def said(self) -> str:
        """The times as the answer calls them."""
        return " and ".join(dict.fromkeys(period.said for period in self.periods))


def dated_question(question: Question) -> DatedQuestion | None:
    """What `question` asks of a time; None where it names none, or asks for something else than what happened."""
    text = question.text
    asked = periods(text)
    rest = without(text, asked)
    if not asked:
        asked = years(text)
        rest = without(text, asked)
        if not is_general(rest):
            return None
    topic = tuple(dict.fromkeys(term for term in terms(rest) if term not in ASKS))
    if not asked or not (is_general(rest) or (topic and OPENS.search(rest))):
        return None
    reported = bool(REPORTED.search(rest)) and not HAPPENED.search(rest)
    return DatedQuestion(asked, () if is_general(rest) else topic, bool(CHANGE.search(rest)), reported)


def is_general(rest: str) -> bool:
    """Whether what a question says beside its times names nothing."""
    return GENERAL.issuperset(words(rest))
