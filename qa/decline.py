"""Why a question is declined: what the code looked up and did not find, in one to three sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.index import Hit, Index
from index.passage import Passage
from index.sentence import Sentence
from index.terms import terms
from qa.absent import Lookup, look_up
from qa.answer import Answer
from qa.dated import DatedQuestion
from qa.outside import not_told, out_of_time
from qa.period import periods
from qa.question import Kind
from qa.saying import is_by, parties
from qa.search import Search
from qa.timely import dated_to, timely_rows

#: Passages shown as nearest.
NEAREST = 2
#: A list of names or words has at most this many.
NAMED = 3
NEAR = "The articles come near this question, but no sentence was found that answers it"
#: What an answer of a kind gives.
GIVES: dict[Kind, str] = {
    "when": "gives a date",
    "where": "names a place",
    "who": "names a person or an organisation",
    "number": "gives a number",
}


def declined(asked: str, search: Search, reason: str, nearest: Iterable[Passage], sure: float) -> Answer:
    """The Answer that says the dossier does not hold it, and why; of `nearest` the first are shown."""
    return Answer(
        question=asked,
        text=reason,
        answered=False,
        citations=(),
        confidence=sure,
        reason=reason,
        nearest=tuple(dict.fromkeys(nearest))[:NEAREST] if search.question.terms else (),
        understood=None if search.question.text == " ".join(asked.split()) else search.question.text,
        searched=search.documents,
    )


def unclear(asked: str, search: Search, offered: Sequence[str]) -> Answer:
    """Declined for saying nothing that can be looked up (see vague.py), with the questions offered in its place."""
    wordless = not any(character.isalnum() for character in search.question.text)
    says = "The question has no words in it." if wordless else "The question does not say what it is about."
    asks = f", or ask {listed(offered)}." if offered else "."
    reason = f"{says} Name a person, a place or an event{asks}"
    return replace(declined(asked, search, reason, (), 0.0), suggestions=tuple(offered))


def not_held(asked: str, search: Search, index: Index, hits: Sequence[Hit], sure: float) -> Answer:
    """Declined because nothing found answers; the reason states only what was looked up."""
    if search.allowed is not None and not len(search.allowed):
        reason = "No article was searched: the choice of articles leaves none."
        return declined(asked, search, reason, (), sure)
    near = [hit.passage for hit in hits[:NEAREST]]
    found = look_up(search, index)
    missing = what_is_missing(found, search, near)
    time = out_of_time(search.question.text, index, search.allowed) or none_then(search, index)
    reasons = (missing, unheard(found, search, index), time)
    return declined(asked, search, " ".join(filter(None, reasons)), near, sure)


def unheard(found: Lookup, search: Search, index: Index) -> str:
    """A sentence on those whose words are asked for, where the articles mention them and never give any; else ""."""
    mentioned = set(terms(" ".join(found.present)))
    silent = [
        party
        for party in parties(search.question.whose_words)
        if terms(party)[-1] in mentioned and not any(is_by(speaker, party) for speaker in index.speakers)
    ]
    return f"They give no words of {listed(silent)}." if silent else ""


def none_then(search: Search, index: Index) -> str:
    """A sentence on the time that the question names where no sentence is dated to it; "" where one is."""
    asked = periods(search.question.text)
    if not asked or dated_to(asked, search.allowed, index):
        return ""
    return f"No sentence was found that tells of anything {' or '.join(dict.fromkeys(one.said for one in asked))}."


def nothing_then(asked: str, search: Search, dated: DatedQuestion, index: Index) -> Answer:
    """Declined because no sentence tells of the time asked about; nearest are the passages that tell of one near it."""
    if search.allowed is not None and not len(search.allowed):
        return not_held(asked, search, index, (), 0.0)
    rows = timely_rows(dated.periods, search.allowed, index)
    times = [(moment, one.passage) for one in index.calendar.sentences(rows) for moment in one.moments]
    near = sorted(times, key=lambda time: min(period.apart(time[0]) for period in dated.periods))
    told = [moment for moment, _ in times] if rows is search.allowed else None
    reason = not_told(dated.said, index.documents_of(search.allowed), told)
    return declined(asked, search, reason, (passage for _, passage in near), 0.0)


def what_is_missing(found: Lookup, search: Search, near: Sequence[Passage]) -> str:
    """Which names or words of the question no article has; else what is there, and what is not beside it."""
    none = "none of them" if search.allowed is None else "none of those searched"
    missing = found.nouns or found.others
    if found.absent:
        named = sorted([*found.absent, *found.nouns], key=search.question.text.find)
        first = f"The articles do not hold the answer: {none} mentions {listed(named)}."
    elif missing and found.nothing:
        named = sorted([*found.nouns, *found.others], key=search.question.text.find)
        first = f"The articles do not hold the answer: {none} contains {listed(named)}."
    elif missing:
        first = f"{NEAR}; {none} contains {listed(missing)}."
    elif not found.partly:
        return what_is_there(found, search, near)
    else:
        first = f"{NEAR}."
    if found.partly:
        whole, last = found.partly[0]
        return f"{first} They mention “{last}”, but not “{whole}”."
    return f"{first} They do speak of {listed(found.present, 'and')}." if found.present else first


def what_is_there(found: Lookup, search: Search, near: Sequence[Passage]) -> str:
    """The reason where every word of the question stands somewhere: what was not found beside the names."""
    gives = GIVES.get(search.question.kind, "")
    if not found.present:
        return f"{NEAR}."
    called = listed(found.present, "and")
    if not gives or any(holds_kind(sentence, passage, search) for passage in near for sentence in passage.sentences):
        return f"The articles speak of {called}, but no sentence was found that answers this question."
    either = listed(found.present, "or")
    return (
        f"The articles speak of {called}, but no sentence was found that answers this question: "
        f"in the passages nearest to it, none that names {either} {gives}."
    )


def holds_kind(sentence: Sentence, passage: Passage, search: Search) -> bool:
    """Whether a sentence with a name of the question has what is asked for: a date, a place, a person, a number."""
    if not set(search.question.names) & set(sentence.terms):
        return False
    own = set(search.question.terms)
    text = passage.document.text[sentence.start : sentence.end]
    figures = search.question.kind in ("when", "number") and any(character.isdigit() for character in text)
    return figures or any(
        entity.label in search.question.wanted and not set(entity.terms) <= own for entity in sentence.entities
    )


def listed(some: Sequence[str], joined: str = "or") -> str:
    """“a”, “b” or “c”."""
    quoted = [f"“{word}”" for word in some[:NAMED]]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + f" {joined} " + quoted[-1]
