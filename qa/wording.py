"""The fixed, short words around the quotes of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from qa.answer import Answer, Citation, Section
from qa.choose import Quote
from qa.question import Question
from qa.saying import is_by, parties
from qa.viewpoint import Viewpoint, viewpoints

REASONS, STATEMENTS, SIDES = "The articles give these reasons:", "The articles say:", "Each side in the articles:"


def worded(asked: str, question: Question, quotes: Sequence[Quote], sure: float) -> Answer:
    """The Answer that cites `quotes`: one stands alone, several are a list with words before it.

    Views are given under those who hold them, where several do or several are asked about.
    """
    citations = numbered(cite(quote) for quote in quotes)
    sides, asked_about = viewpoints(citations), parties(question.speaker)
    grouped = question.kind == "views" and max(len(sides), len(asked_about)) > 1
    if grouped:
        ordered = sorted(sides, key=lambda side: place_of(side, asked_about))
        citations = numbered(citation for side in ordered for citation in side.citations)
    lead = SIDES if grouped else "" if len(citations) == 1 else REASONS if question.kind == "why" else STATEMENTS
    silent = [party for party in asked_about if not any(is_by(one.speaker, party) for one in citations)]
    if len(asked_about) > 1 and silent:
        lead = f"{lead or STATEMENTS} (No quote of {' or '.join(silent)} on this was found.)"
    lines = [f"“{citation.quote}” [{citation.number}]" for citation in citations]
    if grouped:
        parts = [lead, *(part for side in viewpoints(citations) for part in under(side))]
    else:
        parts = [lead, *(f"- {line}" for line in lines)] if lead else lines
    return Answer(
        question=asked,
        text="\n\n".join(parts),
        answered=True,
        citations=citations,
        confidence=sure,
        lead=lead,
        understood=None if question.text == " ".join(asked.split()) else question.text,
        grouped=grouped,
        dated=question.kind == "when",
    )


def told_in_time(asked: str, question: Question, lists: Sequence[tuple[str, list[Quote]]], sure: float) -> Answer:
    """The Answer that cites what was found of a time: lists of quotes, at least one, under the words before each."""
    citations = iter(numbered(cite(quote) for _, quotes in lists for quote in quotes))
    sections = tuple(Section(lead, tuple(islice(citations, len(quotes)))) for lead, quotes in lists)
    parts = [
        part
        for section in sections
        for part in (section.lead, *(f"- “{citation.quote}” [{citation.number}]" for citation in section.citations))
    ]
    return Answer(
        question=asked,
        text="\n\n".join(parts),
        answered=True,
        citations=tuple(citation for section in sections for citation in section.citations),
        confidence=sure,
        lead=sections[0].lead,
        understood=None if question.text == " ".join(asked.split()) else question.text,
        sections=sections,
        dated=True,
    )


def place_of(side: Viewpoint, asked_about: Sequence[str]) -> int:
    """The place of the side among those asked about; behind them where it is none of them."""
    named = (place for place, party in enumerate(asked_about) if is_by(side.citations[0].speaker, party))
    return next(named, len(asked_about))


def cite(quote: Quote) -> Citation:
    """The Citation of a quote, not numbered yet."""
    return Citation(1, quote.passage.document, quote.start, quote.end, quote.speaker, quote.passage)


def numbered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations with their numbers, from 1."""
    return tuple(replace(citation, number=number) for number, citation in enumerate(citations, start=1))


def under(side: Viewpoint) -> list[str]:
    """A side's head and its quotes."""
    return [f"{side.head}:", *(f"- “{citation.quote}” [{citation.number}]" for citation in side.citations)]
