"""What the articles date to the time a question asks about: sentences found by the times they name, not by likeness.

When something happened and when it was published are two things: a sentence without a time of its own, in an article
published then, answers only as what was reported then. Which of the sentences found are quoted is told by telling.py.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from index.calendar import Dated
from index.index import Index
from index.moment import Moment
from index.terms import terms
from qa.change import tells_of_change
from qa.choose import quoted_terms
from qa.dated import DatedQuestion
from qa.evidence import Evidence
from qa.saying import is_by
from qa.search import Scope, Search
from qa.timely import timely_rows

#: The share of a topic's terms, by rarity, that must stand in a sentence's passage or headline, beside all its names.
HELD = 0.6
#: How sure an answer is, by what the code checked: that a sentence names its time with the year; that its time is
#: counted from the day of publication; that it was only published then, or its time is longer than the one asked about.
STATED, COUNTED, NOT_STATED = 0.9, 0.8, 0.5
#: Of the times around the one asked about, none longer is told of than a year and a day.
AROUND_DAYS = 366


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The sentences that may answer, in the order of the articles; each stands in one list only.

    told: they name a time within the one asked about. around: a longer time that takes in some of it.
    expected: a time within it that was still to come when the article was published.
    reported: they name no time, or it was asked what was published, in an article published then.
    """

    told: tuple[Dated, ...] = ()
    around: tuple[Dated, ...] = ()
    expected: tuple[Dated, ...] = ()
    reported: tuple[Dated, ...] = ()

    @property
    def all(self) -> tuple[Dated, ...]:
        return self.told + self.around + self.expected + self.reported

    def confidence(self, asked: DatedQuestion) -> float:
        """By a fixed rule: STATED, COUNTED, NOT_STATED, or 0 where nothing was found."""
        if not self.told:
            return NOT_STATED if self.all else 0.0
        stated = any(not moment.relative for one in self.told for moment in moments_in_time(one, asked))
        return STATED if stated else COUNTED


def chronicle(asked: DatedQuestion, search: Search, scope: Scope, index: Index) -> Chronicle:
    """What is found for the question in what is searched."""
    heard = [
        one
        for one in index.calendar.sentences(timely_rows(asked.periods, search.allowed, index))
        if what_it_tells(one, asked) and (scope.speaker is None or is_by(one.sentence.speaker, scope.speaker))
    ]
    if not asked.topic:
        return sorted_out(heard, asked)
    wide = sorted_out([one for one in heard if is_about(reach_of(one), asked, search, index)], asked)
    near = sorted_out([one for one in heard if is_about(quoted_with(one), asked, search, index)], asked)
    return near if near.told or near.expected or near.reported else wide


def sorted_out(found: list[Dated], asked: DatedQuestion) -> Chronicle:
    """The sentences under what they tell of the time asked about; those that tell nothing of it are left out."""
    lists: dict[str, list[Dated]] = {"told": [], "around": [], "expected": [], "reported": []}
    for one in found:
        name = what_it_tells(one, asked)
        if name:
            lists[name].append(one)
    if asked.reported and lists["reported"]:
        return Chronicle(reported=tuple(lists["reported"]))
    if lists["told"]:
        lists["around"] = []
    return Chronicle(**{name: tuple(listed) for name, listed in lists.items()})


def what_it_tells(one: Dated, asked: DatedQuestion) -> str | None:
    """The list of a Chronicle that a sentence belongs to."""
    then = any(period.has(one.published) for period in asked.periods)
    if asked.reported and then:
        return "reported"
    within = moments_in_time(one, asked)
    if within:
        ahead = all(one.published and moment.start > one.published for moment in within)
        return "expected" if ahead else "told"
    if not one.moments:
        return "reported" if then and is_news(one, asked) else None
    return "around" if any(takes_in(moment, asked) for moment in one.moments) else None


def is_news(one: Dated, asked: DatedQuestion) -> bool:
    """Whether a sentence without a time can answer as what was reported then: understood alone, and of a change.

    Whether it tells of the time before or after an event cannot be known.
    """
    alone = not (one.sentence.leans or one.sentence.quoting or any(period.of_event for period in asked.periods))
    return alone and (not asked.change or tells_of_change(one.text))


def moments_in_time(one: Dated, asked: DatedQuestion) -> list[Moment]:
    """The times of a sentence that lie within one of those asked about."""
    return [moment for moment in one.moments if any(period.holds(moment) for period in asked.periods)]


def takes_in(moment: Moment, asked: DatedQuestion) -> bool:
    """Whether a time has days within those asked about and is not too long to say anything of them."""
    short = not moment.onward and (moment.end - moment.start).days <= AROUND_DAYS
    return short and any(period.meets(moment) for period in asked.periods)


def begins(one: Dated, asked: DatedQuestion) -> date:
    """The first day told of, as far as it was asked about; of what was reported, the day of publication."""
    if asked.reported and any(period.has(one.published) for period in asked.periods):
        return one.published or date.max
    meeting = [moment.start for moment in one.moments if any(period.meets(moment) for period in asked.periods)]
    return min(meeting, default=one.published or date.max)


def is_about(reach: Collection[str], asked: DatedQuestion, search: Search, index: Index) -> bool:
    """Whether all names of the topic and HELD of its terms are in reach."""
    named = set(asked.topic).intersection(search.question.names)
    weights = {term: index.rarity(term, search.allowed) for term in asked.topic}
    held = sum(weight for term, weight in weights.items() if term in reach)
    return named.issubset(reach) and held >= HELD * sum(weights.values())


def reach_of(one: Dated) -> frozenset[str]:
    """The terms of a sentence's passage and headline."""
    return frozenset(terms(one.passage.document.title)).union(*(own.terms for own in one.passage.sentences))


def quoted_with(one: Dated) -> frozenset[str]:
    """The terms of all that would be quoted for a sentence."""
    return quoted_terms(evidence_of(one))


def evidence_of(one: Dated) -> Evidence:
    """A sentence as evidence; it was found by its time and has no score."""
    return Evidence(one.passage, one.number, 0.0)
