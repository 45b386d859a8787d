"""An Answer -> the terminal, for a person or, as JSON, for a program."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text


def show(answer: Any, console: Console) -> None:
    """Print the answer for a person: quotes apart from the words around them, each with where it stands."""
    if answer.understood:
        console.print(Text(f"Understood as: {answer.understood}\n", style="dim"))
    if not answer.answered:
        console.print(Text(answer.reason or "", style="bold"))
        for passage in answer.nearest:
            console.print(Text(f"\nNearest, but not an answer: {passage.document.origin}", style="dim"))
            console.print(Padding(Text(passage.text, style="dim"), (0, 0, 0, 4)))
        return
    if answer.lead:
        console.print(Text(answer.lead + "\n", style="bold"))
    heads = {section.citations[0].number: section.lead for section in answer.sections[1:]}
    for citation in answer.citations:
        if citation.number in heads:
            console.print(Text(heads[citation.number] + "\n", style="bold"))
        console.print(Padding(Text(f"“{citation.quote}” [{citation.number}]"), (0, 0, 0, 2)))
        for caution in citation.cautions:
            console.print(Padding(Text(f"Mind: {caution}", style="yellow"), (0, 0, 0, 4)))
        told = f"{citation.times}\n" if answer.dated else ""
        console.print(Padding(Text(f"{citation.reference}\n{told}", style="dim"), (0, 0, 0, 4)))


def as_dictionary(answer: Any) -> dict[str, Any]:
    """The answer as JSON can hold it; dates as YYYY-MM-DD, offsets into the text of the article."""

    def origin(document: Any) -> dict[str, Any]:
        return {
            "id": document.id,
            "title": document.title,
            "outlet": document.outlet,
            "also": document.same_text,
            "published": document.published.isoformat() if document.published else None,
            "author": document.author,
            "url": document.url,
        }

    return {
        "question": answer.question,
        "understood": answer.understood,
        "readers": answer.readers,
        "answered": answer.answered,
        "confidence": round(answer.confidence, 4),
        "text": answer.text,
        "reason": answer.reason,
        "suggestions": answer.suggestions,
        "citations": [
            {
                "number": citation.number,
                "quote": citation.quote,
                "start": citation.start,
                "end": citation.end,
                "place": citation.place,
                "cautions": citation.cautions,
                "tells_of": [
                    {
                        "from": event.moment.start.isoformat(),
                        "to": event.moment.end.isoformat(),
                        "said": event.moment.said,
                    }
                    for event in citation.events
                ],
                "speaker": asdict(citation.speaker) if citation.speaker else None,
                "document": origin(citation.document),
            }
            for citation in answer.citations
        ],
        "nearest": [{"text": passage.text, "document": origin(passage.document)} for passage in answer.nearest],
    }
