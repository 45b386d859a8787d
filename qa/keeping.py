"""The commands that keep a dossier: add, remove, list, rebuild.

Exit status: 0 all was done, 1 something was left out, 2 error, with one sentence on stderr.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from index.errors import DossierError
from index.place import DEFAULT

if TYPE_CHECKING:
    from index.dossier import Added
    from index.store import Row

DONE, LEFT_OUT, ERROR = 0, 1, 2
Name = Annotated[str, typer.Option("--dossier", help="The dossier's name.")]


def add(
    paths: Annotated[
        list[Path], typer.Argument(help="Files, or folders of them; a folder's sources.toml is read too.")
    ],
    dossier: Name = DEFAULT,
) -> None:
    """Add files to a dossier. What it holds already stays as it is; a changed file replaces its old version."""
    with told() as (out, errors):
        from index.dossier import Dossier  # seconds to import, so not before --help
        from index.intake import incoming
        from index.place import place_of, recovered

        files, problems = incoming(paths)
        left_out = bool(problems)
        for problem in problems:
            errors.print(f"[yellow]{escape(problem)}[/yellow]")
        if not files:
            raise DossierError("There is nothing to add.")
        with Dossier.writing(recovered(place_of(dossier))) as held, progress(errors) as bar:
            task = bar.add_task("Reading", total=len(files), rate="")
            for number, file in enumerate(files, start=1):
                added = held.add(file, tick=partial(within, bar, task, number))
                left_out |= added.change == "left out"
                (out if added.document else errors).print(line_of(added))
                if added.problem and added.document:
                    errors.print(f"[yellow]{escape(added.problem)}[/yellow]")
                step(bar, task, number)
            bar.update(task, description="Preparing the search", rate="")
            held.publish()
            rows = held.rows()
        held_now = f"The dossier {dossier!r} holds {counted(len(rows), 'article')}."
        out.print(f"{held_now} Ask it: python -m qa ask QUESTION --dossier {dossier!r}", markup=False)
        raise typer.Exit(LEFT_OUT if left_out else DONE)


def remove(
    articles: Annotated[list[str], typer.Argument(help="Names of articles as `list` has them, or files, or folders.")],
    dossier: Name = DEFAULT,
) -> None:
    """Take articles out of a dossier. Their files stay where they are."""
    with told() as (out, _):
        from index.dossier import Dossier
        from index.place import existing

        with Dossier.writing(existing(dossier), make=False) as held:
            rows = held.rows()
            chosen = {named: [row for row in rows if is_meant(row, named)] for named in articles}
            for named, found in chosen.items():
                if not found:
                    raise DossierError(
                        f"The dossier {dossier!r} has no article {named!r}, and none from a file or folder of that "
                        f"name. `python -m qa list --dossier {dossier!r}` shows what it has."
                    )
            for row in {row.id: row for found in chosen.values() for row in found}.values():
                held.remove(row.path)
                out.print(f"removed  {escape(row.name)}")
            held.publish()


def list_articles(dossier: Name = DEFAULT) -> None:
    """List a dossier's articles: name, origin, passages and file, one line each."""
    with told() as (out, _):
        from index.opened import rows_in
        from index.place import existing

        place = existing(dossier)
        rows = rows_in(place)
        names = {row.id: row.name for row in rows}
        for row in rows:
            passages = f"the same text as {names[row.same_as]}" if row.same_as else counted(row.passages, "passage")
            file = place / row.file
            gone = "" if file.exists() else " (no longer there; the article stays until it is removed)"
            out.print(f"{row.name}  {row.document().origin}  {passages}  {printable(file)}{gone}", markup=False)


def rebuild(
    dossier: Name = DEFAULT,
    account: Annotated[
        str | None, typer.Option(help="Whose dossier it is, of those who log in to the page; without it your own.")
    ] = None,
) -> None:
    """Build a dossier again from the articles it holds: after damage, or for another model or version."""
    with told() as (out, errors):
        from index.place import existing, home_of
        from index.rebuild import rebuild as rebuilt

        with progress(errors) as bar:
            task = bar.add_task("Rebuilding", total=None, rate="")
            place = existing(dossier, home_of(account))
            lost = rebuilt(place, tick=lambda number, total: step(bar, task, number, total))
        for path in lost:
            what = f"The article from {escape(path)}" if path else "One article or more"
            errors.print(f"[yellow]{what} was damaged and left out. Add it again.[/yellow]")
        out.print(f"The dossier {dossier!r} is built again.")
        raise typer.Exit(LEFT_OUT if lost else DONE)


@contextmanager
def told() -> Iterator[tuple[Console, Console]]:
    """Standard output and standard error; a DossierError inside ends the command with its sentence and status ERROR."""
    out, errors = (Console(stderr=stderr, highlight=False, soft_wrap=True) for stderr in (False, True))
    try:
        yield out, errors
    except DossierError as error:
        errors.print(escape(str(error)))
        raise typer.Exit(ERROR) from error


def progress(errors: Console) -> Progress:
    """A bar with rate and time left, on a terminal only; it goes when all is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    return Progress(*columns, TimeRemainingColumn(), console=errors, transient=True, disable=not errors.is_terminal)


def step(bar: Progress, task: TaskID, number: int, total: int | None = None) -> None:
    """Show that so many articles (of so many) are done, and how many a second that makes."""
    elapsed = bar.tasks[task].elapsed or 0.0
    bar.update(task, completed=number, total=total, rate=f"{number / elapsed:.1f} a second" if elapsed else "")


def within(bar: Progress, task: TaskID, number: int, share: float) -> None:
    """Show what share of an article is done; it is the one of that number."""
    bar.update(task, completed=number - 1 + share)


def line_of(added: Added) -> str:
    """What adding a file did, in a line."""
    if added.document is None:
        return escape(added.problem or "")
    same = f"the same text as {added.same_as}, shown as one source" if added.same_as else ""
    return escape(f"{added.change:<9}  {added.document.id}  {same or counted(added.passages, 'passage')}")


def counted(number: int, what: str) -> str:
    """The number and what it counts, with an s where it is not one."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def is_meant(row: Row, named: str) -> bool:
    """Whether an article is meant by its name, its file, or a folder that its file lies in."""
    path = Path(named).resolve()
    return row.name == named or row.file == path or path in row.file.parents


def printable(file: Path) -> str:
    """The path as it can be printed; bytes that are no UTF-8 are escaped."""
    return os.fsencode(file).decode("utf-8", "backslashreplace")
