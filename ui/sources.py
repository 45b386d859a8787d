"""The sources panel: turns -> cards, one a passage, that show where each quote stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.marking import Span, escape, paragraphs

if TYPE_CHECKING:
    from qa import Answer, Document
    from ui.conversation import Turn

EMPTY = (
    '<p class="empty">Ask something, and the passages that the answer quotes stand here, '
    "each with its outlet, date and headline.</p>"
)
NOTHING_NEAR = '<p class="empty">No passage comes near this question.</p>'


@dataclass(frozen=True, slots=True)
class Card:
    """A passage to show, and the quotes in it; without quotes it is only near, no answer."""

    document: Document
    start: int
    end: int
    spans: tuple[Span, ...]


def sources(turns: list[Turn]) -> str:
    """The whole panel; every turn keeps its cards, and the last answered one shows them."""
    answered = [turn for turn in turns if turn.answer]
    groups = "".join(_group(turn, shown=turn is answered[-1]) for turn in answered)
    return f"<h2>Sources</h2>{groups or EMPTY}"


def cards(answer: Answer) -> list[Card]:
    """One card a passage, in the order they are first quoted; when declined, the nearest ones."""
    if not answer.answered:
        return [Card(near.document, near.start, near.end, ()) for near in answer.nearest]
    found: dict[tuple[str, int, int], Card] = {}
    for citation in answer.citations:
        document, passage = citation.document, citation.passage
        key = (document.id, passage.start, passage.end)
        card = found.get(key, Card(document, passage.start, passage.end, ()))
        found[key] = Card(
            document,
            min(card.start, citation.start),
            max(card.end, citation.end),
            (*card.spans, Span(citation.number, citation.start, citation.end)),
        )
    return list(found.values())


def dateline(document: Document, start: int | None = None) -> str:
    """Outlet (and who printed the same) · date, and where in its source the text at `start` stands: "page 12"."""
    day = document.published
    published = f"{day.day} {day:%B %Y}" if day else "undated"
    place = document.place(start) if start is not None else None
    parts = (document.printed_by, published, place)
    return " · ".join(escape(part) for part in parts if part)


def headline(document: Document) -> str:
    """The headline, or that there is none."""
    return escape(document.title or "no headline")


def _group(turn: Turn, *, shown: bool) -> str:
    """The cards of one turn; hidden ones are not gone, their citations still lead to them."""
    answer = turn.answer
    if answer is None:
        return ""
    kind = "for" if answer.answered else "not an answer, but nearest to"
    body = "".join(_card(turn.number, place, card) for place, card in enumerate(cards(answer), 1))
    return (
        f'<div class="group" data-turn="{turn.number}"{"" if shown else " hidden"}>'
        f'<p class="group-for" dir="auto"><span>{kind}</span> <q>{escape(turn.question)}</q></p>'
        f"{body or NOTHING_NEAR}</div>"
    )


def _card(turn: int, place: int, card: Card) -> str:
    name = f"card-{turn}-{place}"
    document = card.document
    numbers = " ".join(str(span.number) for span in card.spans)
    spans = card.spans or (Span(0, card.start, card.end),)
    places = ",".join(f"{span.number}:{span.start}:{span.end}" for span in spans)
    return (
        f'<article class="card{"" if card.spans else " near"}" id="{name}" tabindex="-1" '
        f'data-numbers="{numbers}" aria-labelledby="{name}-title">'
        f'<header><p class="numbers">{_numbers(turn, card)}</p>'
        f'<div><p class="dateline">{dateline(document, spans[0].start)}</p>'
        f'<h3 id="{name}-title" dir="auto">{headline(document)}</h3></div></header>'
        f'<div class="passage">{paragraphs(document.text, card.start, card.end, card.spans)}</div>'
        f'<button type="button" class="read" aria-describedby="{name}-title" '
        f'data-document="{escape(document.id)}" data-places="{places}">Read in the article</button>'
        "</article>"
    )


def _numbers(turn: int, card: Card) -> str:
    """The numbers of the quotes on a card, as ways back to them."""
    links = "".join(
        f'<a class="number" href="#cite-{turn}-{span.number}" '
        f'aria-label="Back to quote {span.number} in the answer">{span.number}</a>'
        for span in card.spans
    )
    return links or '<span class="near-label">Not an answer</span>'
