"""python -m qa: the product without a browser. What there is to keep a dossier with stands in keeping.py and
whole.py.

Exit status as grep has it: 0 answered, 1 declined, 2 error, with one sentence on stderr.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from qa import fetching, keeping, whole
from qa.printing import as_dictionary, show

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
ANSWERED, DECLINED, ERROR = 0, 1, 2


def tell_version(wanted: bool) -> None:
    """Print the version and which readers there are, and end."""
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        from qa.base import base_in_use

        try:
            number = version("dossier-qa")
        except PackageNotFoundError:
            number = "from its folder"
        typer.echo(f"dossier {number}, read by the quick {'and the strong reader' if base_in_use() else 'reader'}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[  # noqa: ARG001 - its callback does it
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version and the readers.")
    ] = False,
) -> None:
    """Ask a dossier of articles. Every sentence of an answer stands, word for word, in an article."""
    keep_offline_and_quiet()


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What you want to know, in your own words.")],
    dossier: Annotated[
        str | None, typer.Option(help="A dossier made with `add`, in place of the five articles that come with it.")
    ] = None,
    folder: Annotated[Path | None, typer.Option(help="A folder of articles, read for this question only.")] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Quote only what they say: a name, a role, or a country or body.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Search only the articles of this outlet.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for programs.")] = False,
) -> None:
    """Answer QUESTION with quotes and their sources. Exit status: 0 answered, 1 declined, 2 error."""
    from qa.ahead import load_ahead

    load_ahead()
    from qa import Answer, Assistant, Document, DossierError  # a second to import, so not before --help
    from qa.assistant import DEFAULT_DOSSIER

    def is_of_outlet(document: Document) -> bool:
        return (outlet or "").casefold() in map(str.casefold, document.outlets)

    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        if dossier is not None and folder is not None:
            raise DossierError("Both --dossier and --folder are given. Name one of them.")
        assistant = Assistant.open(dossier) if dossier else Assistant.from_folder(folder or DEFAULT_DOSSIER)
        if outlet is not None and not any(map(is_of_outlet, assistant.documents)):
            known = ", ".join(sorted({name for document in assistant.documents for name in document.outlets}))
            raise DossierError(f"No article is of the outlet {outlet!r}. The outlets are: {known}.")
        answer: Answer = assistant.ask(question, where=is_of_outlet if outlet is not None else None, speaker=speaker)
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


app.command()(keeping.add)
app.command()(keeping.remove)
app.command(name="list")(keeping.list_articles)
app.command()(keeping.rebuild)
app.command()(whole.rename)
app.command()(whole.delete)
app.add_typer(fetching.app, name="model")


def keep_offline_and_quiet() -> None:
    """No look at any hub, and no library's log lines or progress bars between the reader and the answer."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", TOKENIZERS_PARALLELISM="false", TQDM_DISABLE="1")
    logging.disable(logging.WARNING)


if __name__ == "__main__":
    app()
