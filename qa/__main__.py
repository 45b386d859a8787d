"""python -m qa ask "question": the product without a browser.

Exit status as grep has it: 0 answered, 1 declined, 2 error, with one sentence on stderr.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
ANSWERED, DECLINED, ERROR = 0, 1, 2


@app.callback()
def about() -> None:
    """Ask a dossier of articles. Every sentence of an answer stands, word for word, in an article."""


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What you want to know, in your own words.")],
    folder: Annotated[
        Path | None, typer.Option(help="A folder of .txt articles, in place of the five that come with it.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for programs.")] = False,
) -> None:
    """Answer QUESTION with quotes and their sources. Exit status: 0 answered, 1 declined, 2 error."""
    keep_offline_and_quiet()
    from qa.ahead import load_ahead

    load_ahead()
    from qa import Answer, Assistant, DossierError  # a second to import, so not before --help or a wrong option
    from qa.assistant import DEFAULT_DOSSIER

    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        assistant = Assistant.from_folder(folder or DEFAULT_DOSSIER)
        answer: Answer = assistant.ask(question)
    except DossierError as error:
        errors.print(escape(str(error)))
        raise typer.Exit(ERROR) from error
    for problem in assistant.problems:
        errors.print(f"[yellow]{escape(problem)}[/yellow]")
    if as_json:
        typer.echo(json.dumps(as_dictionary(answer), ensure_ascii=False, indent=2))
    else:
        show(answer, Console(highlight=False))
    raise typer.Exit(ANSWERED if answer.answered else DECLINED)


def keep_offline_and_quiet() -> None:
    """No look at any hub, and no library's log lines or progress bars between the reader and the answer."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", TOKENIZERS_PARALLELISM="false", TQDM_DISABLE="1")
    logging.disable(logging.WARNING)


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
    for citation in answer.citations:
        console.print(Padding(Text(f"“{citation.quote}” [{citation.number}]"), (0, 0, 0, 2)))
        for caution in citation.cautions:
            console.print(Padding(Text(f"Mind: {caution}", style="yellow"), (0, 0, 0, 4)))
        console.print(Padding(Text(f"{citation.reference}\n", style="dim"), (0, 0, 0, 4)))


def as_dictionary(answer: Any) -> dict[str, Any]:
    """The answer as JSON can hold it; dates as YYYY-MM-DD, offsets into the text of the article."""

    def origin(document: Any) -> dict[str, Any]:
        return {
            "id": document.id,
            "title": document.title,
            "outlet": document.outlet,
            "published": document.published.isoformat() if document.published else None,
            "author": document.author,
            "url": document.url,
        }

    return {
        "question": answer.question,
        "understood": answer.understood,
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
                "cautions": citation.cautions,
                "speaker": asdict(citation.speaker) if citation.speaker else None,
                "document": origin(citation.document),
            }
            for citation in answer.citations
        ],
        "nearest": [{"text": passage.text, "document": origin(passage.document)} for passage in answer.nearest],
    }


if __name__ == "__main__":
    app()
