"""Text -> Sentences with what parsing tells of them. How they are packed into passages stands in passage.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from index.cue import Cues
from index.language import english
from index.speaker import Speaker
from index.speech import Speech, Telling
from index.terms import terms

#: spaCy reads a paragraph at a time; one longer than this is cut at white space (memory grows with the length).
PARAGRAPH_CHARACTERS = 20_000
PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*(?:\n[^\S\n]*\n|\Z))", re.DOTALL)
#: Ends like a sentence: a full stop in any script, perhaps inside closing marks.
CLOSED = re.compile(r"[.!?…。！？؟।][\"'”’»›)\]\s]*$")
#: "MADRID (Sputnik) — ", "MOSCOW – ": where and by whom a report was filed, not part of its first sentence.
DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w. ]{2,20})?\s?(?:\([^()\n]{2,30}\)\s?)?(?:--|[—–-])(?:\s+|$)")
#: A fragment of at most this many words that does not close like a sentence is a heading.
HEADING_WORDS = 12
#: Openings that point back: nobody can tell what "he", "such" or "however" means without the sentence before.
POINTS_BACK = re.compile(
    r"[\"“'‘]?(?:(?:he|she|it|they|his|her|its|their|this|these|that|those|such|such a|the (?:former|latter))\b"
    r"(?! (?:is|was) (?:no|not|clear|unclear|said|thought|likely|unlikely|possible|time)\b)"
    r"|(?:however|but|and|or|nor|yet|so|also|moreover|furthermore|besides|therefore|thus|hence|instead|still|then"
    r"|nevertheless|nonetheless|otherwise|additionally|likewise|similarly|consequently|accordingly"
    r"|not (?:at least|only that)|as (?:are|is|were|was)|in (?:addition|contrast|turn)|as (?:a result|such)"
    r"|for (?:example|instance|this reason)|by contrast|on the (?:other hand|contrary)|at the same time)\b)",
    re.IGNORECASE,
)
#: What a report calls again what it has just told: "defended the move", "denied the accusations".
NAMES_AGAIN = re.compile(
    r"\b(?:the|this|these|those) (?:move|decision|remark|comment|accusation|allegation|claim|announcement"
    r"|incident|man(?:o?eu|eu)ver|proposal|step|measure|charge|criticism|report)s?\b"
    r"(?! (?:of|to|that|by|on|against|in|about|from)\b)",
    re.IGNORECASE,
)
OPENING_MARKS, CLOSING_MARKS = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, number or date: its terms (see terms.py) and its label as in OntoNotes (PERSON, GPE, DATE, …)."""

    terms: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or heading; `start` and `end` (exclusive) are offsets into the text it was found in.

    terms: its content words, stemmed, in order.
    entities: its names, numbers and dates, in order.
    leans: True where it points back, so that it needs the sentence before to be understood.
    quoting: True where it begins inside a quotation that an earlier sentence opened.
    whole: False for a heading or a dateline, which is never quoted.
    speaker: whose words it tells; None for the article's own voice or where unknown.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    entities: tuple[Entity, ...]
    leans: bool
    quoting: bool
    whole: bool
    speaker: Speaker | None = None


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs of `text`, in order; together they hold all of it but white space."""
    for match in PARAGRAPH.finditer(text):
        start, stop = match.span()
        while stop - start > PARAGRAPH_CHARACTERS:
            cut = text.rfind(" ", start + 1, start + PARAGRAPH_CHARACTERS)
            cut = cut if cut > start else start + PARAGRAPH_CHARACTERS
            yield start, cut
            start = cut
        yield start, stop


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text`, in order; together they hold all of it but white space."""
    yield from heard(text)[0]


def heard(text: str) -> tuple[list[Sentence], list[Telling]]:
    """The sentences of `text`, and all that it tells of somebody's words, thoughts and wishes, nested ones too."""
    speech, found = listened(text)
    return named(speech, found), speech.tellings


def listened(text: str, cues: Cues | None = None) -> tuple[Speech, list[Sentence]]:
    """What `text` tells of who speaks, and its sentences without speakers; other cues than ours may be given."""
    places = list(paragraphs(text))
    speech = Speech(text, places, cues)
    found: list[Sentence] = []
    parsed = english().pipe(text[start:stop] for start, stop in places)
    for (offset, _), paragraph in zip(places, parsed, strict=True):
        speech.hear(paragraph, offset)
        found.extend(split(paragraph, offset))
    return speech, found


def named(speech: Speech, found: list[Sentence]) -> list[Sentence]:
    """The sentences with their speakers; headings have none."""
    speakers = speech.speakers([(one.start, one.end) for one in found])
    return [replace(one, speaker=who) if one.whole else one for one, who in zip(found, speakers, strict=True)]


def split(paragraph: Doc, offset: int) -> Iterator[Sentence]:
    """The sentences of a parsed paragraph that begins at `offset`, as yet without speakers."""
    quoting = False
    spans = merged(list(paragraph.sents))
    for number, span in enumerate(spans):
        body = span.text
        start = offset + span.start_char + len(body) - len(body.lstrip())
        body = body.strip()
        if not body:
            continue
        dateline = DATELINE.match(body) if number == 0 else None
        if dateline:
            filed = len(body[: dateline.end()].rstrip())
            yield Sentence(start, start + filed, (), (), leans=False, quoting=False, whole=False)
            start, body = start + dateline.end(), body[dateline.end() :]
            if not body:
                continue
        yield Sentence(
            start,
            start + len(body),
            terms(body),
            tuple(Entity(terms(e.text), e.label_) for e in span.ents if terms(e.text)),
            leans=bool(POINTS_BACK.match(body) or NAMES_AGAIN.search(body)),
            quoting=quoting,
            whole=len(spans) > 1 or bool(CLOSED.search(body)) or len(body.split()) > HEADING_WORDS,
        )
        quoting = still_quoting(body, quoting)


def merged(spans: list[Span]) -> list[Span]:
    """Spans with what spaCy split off by mistake (a tail in lower case, stray marks) put back where it belongs."""
    whole: list[Span] = []
    for span in spans:
        text = span.text.strip()
        stray = not any(character.isalnum() for character in text) or text[0].islower()
        if whole and stray:
            whole.append(span.doc[whole.pop().start : span.end])
        else:
            whole.append(span)
    return whole


def still_quoting(sentence: str, quoting: bool) -> bool:
    """Whether a quotation is open at the end of `sentence`, if `quoting` says whether one was at its start."""
    for character in sentence:
        if character == '"':
            quoting = not quoting
        elif character in OPENING_MARKS:
            quoting = True
        elif character in CLOSING_MARKS:
            quoting = False
    return quoting
