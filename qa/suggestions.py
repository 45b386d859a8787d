"""Questions that a dossier can answer, for one who did not say what is meant: from who speaks in it, and of what."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.passage import Passage
from index.sentence import Entity
from index.terms import WORD, terms

#: So many are made; fewer are offered (see decline.py).
MADE = 8
#: OntoNotes labels of what one can ask about: what is done or made first, then places.
TOPICS, PLACES = frozenset({"ORG", "EVENT", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"}), frozenset({"GPE", "LOC"})
SPOKE = r"(?:said|says|told|tells|adds|added|noted|stressed|warned|warns|argued|argues|explained|claimed|insisted)"
SPEAKING = re.compile(SPOKE)
#: A name as it is written: each word with a capital, but for particles.
NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|of|the|al|bin|el|la)){0,4}")
#: A name of more words is seldom how one asks.
WORDS = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a whole sentence.

    name: as it is written. terms, label: as in index.sentence.Entity. speaks: whether a verb of saying stands by it.
    document: the id of its document. sentence: its sentence, counted through the passages.
    """

    name: str
    terms: tuple[str, ...]
    label: str
    speaks: bool
    document: str
    sentence: int


def suggestions(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Up to MADE whole questions, the best first; the names in each stand in one whole sentence. Deterministic."""
    groups = grouped(list(mentions(passages)))
    topics = [group for labels in (TOPICS, PLACES) for group in groups if label_of(group) in labels]
    said = [question for question in (about_speech(group, topics) for group in spread(groups)) if question]
    about = [f"What do the articles say about {called(group)}?" for group in topics]
    return tuple([*said[:2], *about[:1], *said[2:4], *about[1:], *said[4:]][:MADE])


def mentions(passages: Sequence[Passage]) -> Iterator[Mention]:
    """Each person, thing and place named in a whole sentence, in order."""
    number = 0
    for passage in passages:
        for sentence in passage.sentences:
            number += 1
            text = passage.document.text[sentence.start : sentence.end]
            for entity in sentence.entities if sentence.whole else ():
                name = as_written(entity, text) if entity.label in TOPICS | PLACES | {"PERSON"} else ""
                if name:
                    said = entity.label == "PERSON" and speaks(name, text)
                    yield Mention(name, entity.terms, entity.label, said, passage.document.id, number)


def as_written(entity: Entity, text: str) -> str:
    """The name as `text` has it, without a possessive ending; "" where it is not written as a name."""
    found = list(WORD.finditer(text))
    for first, begin in enumerate(found):
        if terms(begin[0]) != entity.terms[:1]:
            continue
        for last in found[first : first + len(entity.terms) + 2]:
            name = re.sub(r"['’]s?$", "", text[begin.start() : last.end()])
            if terms(name) == entity.terms:
                article = "the " if text[: begin.start()].lower().endswith("the ") else ""
                return article + name if NAME.fullmatch(name) else ""
    return ""


def speaks(name: str, text: str) -> bool:
    """Whether a verb of saying stands beside the name."""
    if not SPEAKING.search(text):
        return False
    who = re.escape(name)
    return bool(re.search(rf"\b{who}(?: \w+){{0,2}}? {SPOKE}\b|\b{SPOKE}(?: [\w’'.-]+){{0,6}}? {who}\b", text))


def grouped(found: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each one together ("Stoltenberg" with "Jens Stoltenberg"), the most salient first.

    Salience counts documents, then sentences; of equals the first in the dossier leads.
    """
    full: dict[str, tuple[str, ...]] = {}
    for mention in found:
        if mention.label == "PERSON" and len(mention.terms) > 1:
            for term in (mention.terms[0], mention.terms[-1]):
                full.setdefault(term, mention.terms)
    groups: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in found:
        alone = len(mention.terms) == 1
        groups[full.get(mention.terms[0], mention.terms) if alone else mention.terms].append(mention)
    return sorted(groups.values(), key=lambda group: (-len({one.document for one in group}), -len(group)))


def spread(groups: Sequence[list[Mention]]) -> list[list[Mention]]:
    """Those who speak, each article's most quoted before anyone's second."""
    speakers = [group for group in groups if label_of(group) == "PERSON" and any(one.speaks for one in group)]
    speakers.sort(key=lambda group: -sum(one.speaks for one in group))
    heard: Counter[str] = Counter()
    turns = []
    for group in speakers:
        where = next(one.document for one in group if one.speaks)
        turns.append(heard[where])
        heard[where] += 1
    return [group for _, group in sorted(zip(turns, speakers, strict=True), key=lambda pair: pair[0])]


def about_speech(speaker: Sequence[Mention], topics: Sequence[Sequence[Mention]]) -> str:
    """What X said about Y, as a question; Y is the most salient topic of what X says. "" where there is none."""
    spoken = {one.sentence for one in speaker if one.speaks}
    for topic in topics:
        if any(one.sentence in spoken for one in topic):
            return f"What did {called(speaker)} say about {called(topic)}?"
    return ""


def label_of(group: Sequence[Mention]) -> str:
    """The label that most mentions have."""
    return Counter(one.label for one in group).most_common(1)[0][0]


def called(group: Sequence[Mention]) -> str:
    """The fullest name of at most WORDS words, the most common of these: "Jens Stoltenberg", not "Stoltenberg"."""
    often = Counter(one.name for one in group)
    length = {name: len(name.removeprefix("the ").split()) for name in often}
    return max(often, key=lambda name: (length[name] <= WORDS, length[name], often[name]))
