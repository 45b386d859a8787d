"""Sentences of a document -> the Speaker of each: what the grammar tells (attribution.py), carried along quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from index.attribution import Attribution, attributions
from index.cast import Cast
from index.mention import Mention, mentions
from index.quotation import Quotation, quotations
from index.speaker import Speaker


class Speech:
    """What a document's paragraphs tell of who speaks; hand them over one by one, then ask for the speakers."""

    def __init__(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        """places: the paragraphs' offsets into `text`."""
        self.text = text
        self.places = places
        self.quotations = quotations(text, places)
        self.quoted = [part for quotation in self.quotations for part in quotation.parts]
        self.mentions: list[Mention] = []
        self.attributions: list[Attribution] = []

    def hear(self, paragraph: Doc, offset: int) -> None:
        """Take in what a parsed paragraph that begins at `offset` tells; the parse is not kept."""
        end = offset + len(paragraph.text)
        quoted = [part for part in self.quoted if part[0] < end and part[1] > offset]
        self.mentions.extend(mentions(paragraph, offset))
        self.attributions.extend(attributions(paragraph, offset, quoted))

    def speakers(self, sentences: Sequence[tuple[int, int]]) -> list[Speaker | None]:
        """Whose words each sentence tells, given their offsets; None for the article's own voice or where unknown."""
        cast = Cast(self.mentions)
        found: list[Speaker | None] = []
        last: Speaker | None = None
        chosen = [self.telling(start, end) for start, end in sentences]
        for attribution in chosen:
            speaker = cast.speaker(attribution.source, last) if attribution else None
            found.append(speaker)
            last = speaker or last
        self.along_quotations(sentences, chosen, found)
        return found

    def telling(self, start: int, end: int) -> Attribution | None:
        """The attribution that covers most of a sentence."""
        here = [one for one in self.attributions if start <= one.at < end]
        return max(here, key=lambda one: self.weight(one, start, end), default=None)

    def weight(self, one: Attribution, start: int, end: int) -> int:
        begin, stop = one.content
        told = max(0, min(stop, end) - max(begin, start))
        beside = sum(max(0, min(q, end) - max(p, start)) for p, q in self.quoted) if one.speaks else 0
        return max(told, beside)

    def along_quotations(
        self, sentences: Sequence[tuple[int, int]], chosen: Sequence[Attribution | None], found: list[Speaker | None]
    ) -> None:
        """Give the sentences inside quotations to whom the sentence beside them names."""
        before: Speaker | None = None
        previous_end = -1
        for quotation in self.quotations:
            inside = [n for n, (start, end) in enumerate(sentences) if quotation.covers(start, end)]
            if not inside:
                continue
            full = [n for n in inside if quotation.covers(*sentences[n]) * 2 > sentences[n][1] - sentences[n][0]]
            named = [n for n in inside if found[n] is not None and chosen[n] is not None]
            speaker: Speaker | None = None
            if named:
                speaker = found[named[-1]]
            else:
                speaker = self.beside(sentences, chosen, found, inside, before)
            for n in full:
                if found[n] is None:
                    found[n] = speaker
            before = speaker

    def beside(
        self,
        sentences: Sequence[tuple[int, int]],
        chosen: Sequence[Attribution | None],
        found: Sequence[Speaker | None],
        inside: Sequence[int],
        before: Speaker | None,
    ) -> Speaker | None:
        first, final = inside[0], inside[-1]
        after = final + 1
        if after < len(sentences):
            one = chosen[after]
            if one is not None and one.speaks and one.content[0] == one.content[1] and self.same_paragraph(sentences[final], sentences[after]):
                return found[after]
        if first:
            return found[first - 1]
        return None

    def same_paragraph(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        starts = [start for start, _ in self.places]
        return bisect_right(starts, one[0]) == bisect_right(starts, other[0])
