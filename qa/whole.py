"""The commands for a whole dossier: rename, delete. Exit status: 0 done, 1 not deleted after all, 2 error."""

from __future__ import annotations

from typing import Annotated

import typer

from qa.keeping import LEFT_OUT, counted, told

UNASKED = "Nothing was deleted: nobody answered. Say --yes where nobody can be asked."


def rename(
    old: Annotated[str, typer.Argument(help="The dossier's name.")],
    new: Annotated[str, typer.Argument(help="Its new name.")],
) -> None:
    """Give a dossier another name."""
    with told() as (out, _):
        from index.place import existing, place_of
        from index.whole import rename as renamed
        from qa.typed import name_of

        place = place_of(name_of(new))
        renamed(existing(old), place)
        out.print(f"The dossier {old!r} is called {place.name!r} now.", markup=False)


def delete(
    dossier: Annotated[str, typer.Argument(help="The dossier's name.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Delete a dossier, after asking. Files that were added from this computer stay where they are."""
    with told() as (out, _):
        from index.errors import DossierError
        from index.place import existing
        from index.whole import delete as deleted
        from index.whole import size_of

        place = existing(dossier)
        size = size_of(place)
        holds = "whose articles cannot be read" if size is None else f"with {counted(size, 'article')}"
        question = f"Delete the dossier {dossier!r} {holds}, and the copies it keeps of uploaded files?"
        try:
            if not yes and not typer.confirm(question, err=True):
                out.print("Nothing was deleted.")
                raise typer.Exit(LEFT_OUT)
        except typer.Abort as error:
            raise DossierError(UNASKED) from error
        deleted(place, size)
        out.print(f"The dossier {dossier!r} is deleted.", markup=False)
