"""The fixed, short words around the quotes of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer import Answer, Citation
from qa.choose import Quote
from qa.question import Question

REASONS, STATEMENTS = "The articles give these reasons:", "The articles say:"


def worded(asked: str, question: Question, quotes: Sequence[Quote], sure: float) -> Answer:
    """The Answer that cites `quotes` in their order: one stands alone, several are a list with words before it."""
    citations = tuple(
        Citation(number, quote.passage.document, quote.start, quote.end, None, quote.passage)
        for number, quote in enumerate(quotes, start=1)
    )
    lead = "" if len(citations) == 1 else REASONS if question.kind == "why" else STATEMENTS
    lines = [f"“{citation.quote}” [{citation.number}]" for citation in citations]
    return Answer(
        question=asked,
        text="\n\n".join([lead, *(f"- {line}" for line in lines)]) if lead else lines[0],
        answered=True,
        citations=citations,
        confidence=sure,
        lead=lead,
        understood=None if question.text == " ".join(asked.split()) else question.text,
    )
