"""Sentences of a document -> the Speaker of each: what the grammar tells (attribution.py), carried along quotations.

A sentence may tell of several: Lee says what Lund thinks. Each is a Telling; the sentence's speaker is whose speech or
stated view most of it is. A wish or a deed that the article reports ("Lee wants a bridge") is a Telling and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from index.attribution import Attribution, attributions
from index.cast import Cast
from index.cue import Cues, cues
from index.mention import Mention, mentions
from index.quotation import Quotation, quotations
from index.sense import senses
from index.speaker import Speaker

#: The main clause of a sentence tells whose it is, unless much more is told beside it.
MAIN = 1.5
#: Shorter words in quotation marks are a name or a term rather than somebody's words.
QUOTED_CHARACTERS = 20
#: A verb so many characters away from a quotation is half as likely to belong to it as one beside it.
NEAR = 40


@dataclass(frozen=True, slots=True)
class Telling:
    """That somebody says, thinks, wants or judges what stands at start:end of a document.

    said: whether the words are put as theirs, rather than what they think or want as the article tells it.
    """

    start: int
    end: int
    speaker: Speaker
    said: bool


class Speech:
    """What a document's paragraphs tell of who speaks; hand them over one by one, then ask for the speakers."""

    def __init__(self, text: str, places: Sequence[tuple[int, int]], known: Cues | None = None) -> None:
        """places: the paragraphs' offsets into `text`. known: other cues than those that come with the project."""
        self.text = text
        self.places = places
        self.cues = known or cues()
        read = senses([text[start:end] for start, end in places], self.cues.vector)
        self.senses = {start: sense for (start, _), sense in zip(places, read, strict=True)}
        self.quotations = quotations(text, places)
        self.quoted = [part for quotation in self.quotations for part in quotation.parts]
        self.mentions: list[Mention] = []
        self.attributions: list[Attribution] = []
        self.tellings: list[Telling] = []

    def hear(self, paragraph: Doc, offset: int) -> None:
        """Take in what a parsed paragraph that begins at `offset` tells; the parse is not kept."""
        end = offset + len(paragraph.text)
        quoted = [part for part in self.quoted if part[0] < end and part[1] > offset]
        self.mentions.extend(mentions(paragraph, offset))
        self.attributions.extend(attributions(paragraph, offset, quoted, self.senses[offset], self.cues))

    def speakers(self, sentences: Sequence[tuple[int, int]]) -> list[Speaker | None]:
        """Whose words each sentence tells, given their offsets; None for the article's own voice or where unknown.

        Fills `tellings` as well, anew.
        """
        self.tellings = []
        cast = Cast(self.mentions, self.text)
        found: list[Speaker | None] = []
        last: Speaker | None = None
        chosen = [self.telling(start, end) for start, end in sentences]
        for (start, end), attribution in zip(sentences, chosen, strict=True):
            speaker = cast.speaker(attribution.source, last) if attribution else None
            self.tellings.extend(self.told(start, end, cast, last))
            last = speaker or last
            found.append(replace(speaker, via=attribution.via) if speaker and attribution else None)
        self.along_quotations(sentences, chosen, found)
        return found

    def told(self, start: int, end: int, cast: Cast, last: Speaker | None) -> Iterator[Telling]:
        """What a sentence tells of anybody, likely cues only; `last` spoke before it."""
        for one in self.attributions:
            if start <= one.at < end and one.likely >= self.cues.told and one.content[0] < one.content[1]:
                speaker = cast.speaker(one.source, last)
                if speaker is not None:
                    yield Telling(*one.content, replace(speaker, via=one.via), one.form == "speech")

    def telling(self, start: int, end: int) -> Attribution | None:
        """The attribution that covers most of a sentence; one of nothing counts where a quotation stands beside it."""
        here = [one for one in self.attributions if start <= one.at < end and one.likely >= self.cues.sure]
        for forms in (("speech", "stance"), ("words",)):
            weights = [(self.weight(one, start, end), one) for one in here if one.form in forms]
            weight, best = max(weights, key=lambda pair: pair[0], default=(0, None))
            if best is not None and weight > 0:
                return self.at_second_hand(best, here)
        speaks = next((one for one in here if one.form == "speech"), None)
        return speaks if speaks and (self.ends_before(start) or self.begins_behind(end)) else None

    def at_second_hand(self, outer: Attribution, here: Sequence[Attribution]) -> Attribution:
        """What is said within what only carries it: "Lee said so, TASS reported" is Lee, via TASS."""
        if not outer.carries or outer.source.pronoun:
            return outer
        begin, stop = outer.content
        inner = [one for one in here if one.form == "speech" and one is not outer and begin <= one.at < stop]
        told = max(inner, key=lambda one: (one.main, one.content[1] - one.content[0]), default=None)
        if told is None or told.content[1] - told.content[0] < (stop - begin) / 4:
            return outer
        return replace(told, via=outer.source.name)

    def weight(self, one: Attribution, start: int, end: int) -> float:
        """How much of a sentence this tells: characters, or those quoted beside a verb of speech, if it is near."""
        begin, stop = one.content
        told = max(0, min(stop, end) - max(begin, start))
        parts = [(max(p, start), min(q, end)) for p, q in self.quoted if p < end and q > start]
        beside = sum(q - p for p, q in parts) if one.form != "stance" else 0
        if one.form == "words" and beside < QUOTED_CHARACTERS:
            return 0
        if beside > told:
            away = min(max(p - one.at, one.at - q) for p, q in parts)
            return beside / (1 + max(0, away) / NEAR)
        return told * (MAIN if one.main else 1)

    def ends_before(self, at: int) -> bool:
        """Whether a quotation ends right before this place, in the same paragraph."""
        return any(end <= at and self.text[end:at].strip(" ") == "" and end > at - 3 for _, end in self.quoted)

    def begins_behind(self, at: int) -> bool:
        """Whether a colon stands right before this place, and a quotation right behind it."""
        return self.text[at - 1 : at] in ":," and any(
            start >= at and not self.text[at:start].strip() for start, _ in self.quoted
        )

    def along_quotations(
        self, sentences: Sequence[tuple[int, int]], chosen: Sequence[Attribution | None], found: list[Speaker | None]
    ) -> None:
        """Give the sentences inside quotations to whom the sentence beside them names."""
        for quotation in self.quotations:
            inside = [n for n, (start, end) in enumerate(sentences) if quotation.covers(start, end)]
            full = [n for n in inside if self.fills(quotation, sentences[n])]
            if not full:
                continue
            named = [n for n in inside if found[n] is not None]
            speaker = found[named[-1]] if named else self.beside(sentences, chosen, found, inside)
            for n in full:
                if found[n] is None:
                    found[n] = speaker

    @staticmethod
    def fills(quotation: Quotation, sentence: tuple[int, int]) -> bool:
        """Whether the quotation is most of a sentence, or opens in it and goes on in the next."""
        start, end = sentence
        inside = quotation.covers(start, end)
        return inside * 2 > end - start or (
            inside > QUOTED_CHARACTERS and start < quotation.start and quotation.end > end
        )

    def beside(
        self,
        sentences: Sequence[tuple[int, int]],
        chosen: Sequence[Attribution | None],
        found: Sequence[Speaker | None],
        inside: Sequence[int],
    ) -> Speaker | None:
        """Who is named by the sentence behind a quotation ("Lee asked."), or else by the one before it."""
        before, after = inside[0] - 1, inside[-1] + 1
        if after < len(sentences):
            one = chosen[after]
            if one is not None and one.form == "speech" and self.ends_before(sentences[after][0]):
                return found[after]
        return found[before] if before >= 0 else None
