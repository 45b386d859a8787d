"""python -m qa model: the model that the strong reader is made from, which is too large for the repository."""

from __future__ import annotations

import typer
from rich.markup import escape

from qa.keeping import progress, told

app = typer.Typer(no_args_is_help=True, help="The model of the strong reader (438 MB).")


@app.command()
def get() -> None:
    """Download the model of the strong reader, once; without it the quick reader answers alone."""
    with told() as (out, errors):
        from qa.base import get as bring  # so that --help needs none of it

        with progress(errors) as bar:
            task = bar.add_task("Looking", total=None, rate="")
            folder = bring(lambda said, done, total: bar.update(task, description=said, completed=done, total=total))
        out.print(f"The strong reader has its model: {escape(str(folder))}")


@app.command()
def where() -> None:
    """Print where the model lies, or would lie, and whether it is there."""
    from qa.base import model_folder, strong_base

    typer.echo(f"{model_folder()}: {'there' if strong_base() else 'not there; run `python -m qa model get`'}")
