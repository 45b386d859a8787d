"""The shelf beside the chat as escaped HTML: which dossier is open, its articles, and what became of files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa import NOT_STATED
from qa.drop import DROP_BYTES, ENDINGS, FILES, MEGABYTE
from ui.filters import written
from ui.library import DEMO
from ui.marking import escape
from ui.render import counted
from ui.sources import dateline, headline

if TYPE_CHECKING:
    from qa import Document
    from qa.drop import Result
    from qa.shelf import Article

#: A longer list is cut: nobody reads it, and a browser takes long to draw it.
LISTED = 300
READ_ONLY = "This demo is read-only. Make a dossier of your own to add articles."
#: Where files are dropped or chosen. The two inputs are opened by the buttons; the script is drop.js.
ZONE = (
    '<div class="zone"><p><b>Drop files or a folder here</b></p>'
    '<div class="choosers"><button type="button" data-opens="files">Choose files</button>'
    '<button type="button" data-opens="folder">Choose a folder</button></div>'
    f'<input type="file" class="files" multiple hidden aria-label="Files to add" accept="{",".join(ENDINGS)}">'
    '<input type="file" class="folder" webkitdirectory hidden aria-label="Folder to add">'
    f"<p>Web pages, PDF, Word, EPUB, e-mail, text; up to {FILES} files, {DROP_BYTES // MEGABYTE:,} MB at once.</p>"
    '<p class="uploading" role="status"></p></div>'
)
#: The windows in which an article is corrected or removed, and a dossier renamed or deleted; listing.js and choice.js
#: fill and open them.
EDITOR = (
    '<dialog id="correct" class="small" aria-labelledby="correct-title"><form method="dialog">'
    '<h2 id="correct-title">Correct what is known of this article</h2>'
    '<p class="about-file" dir="auto"></p>'
    '<label>Title<input name="title" dir="auto" maxlength="300" autocomplete="off"></label>'
    '<label>Outlet<input name="outlet" dir="auto" maxlength="300" autocomplete="off"></label>'
    '<label>Date of publication<input name="published" autocomplete="off" aria-describedby="date-hint"></label>'
    '<p id="date-hint" class="hint">Such as 9 December 2016 or 2016-12-09. Leave empty what is not known.</p>'
    '<p class="problem" role="alert"></p>'
    '<div class="buttons"><button type="button" class="plain" data-does="close">Cancel</button>'
    '<button type="submit" class="main">Save</button></div></form></dialog>'
    '<dialog id="remove" class="small" aria-labelledby="remove-title"><form method="dialog">'
    '<h2 id="remove-title">Remove this article?</h2><p class="about-file" dir="auto"></p>'
    '<p class="hint">It is no longer searched, and the copy kept of its file here is deleted.</p>'
    '<div class="buttons"><button type="button" class="plain" data-does="close">Keep it</button>'
    '<button type="submit" class="main alarm">Remove</button></div></form></dialog>'
    '<dialog id="rename" class="small" aria-labelledby="rename-title"><form method="dialog">'
    '<h2 id="rename-title">Rename this dossier?</h2><p class="about-dossier" dir="auto"></p>'
    '<label>New name<input name="name" maxlength="64" autocomplete="off" required dir="auto"></label>'
    '<div class="buttons"><button type="button" class="plain" data-does="close">Cancel</button>'
    '<button type="submit" class="main">Rename</button></div></form></dialog>'
    '<dialog id="delete" class="small" aria-labelledby="delete-title"><form method="dialog">'
    '<h2 id="delete-title">Delete this dossier?</h2><p class="about-dossier" dir="auto"></p>'
    '<p class="hint">Its articles are no longer searched, and the copies kept of their files here are deleted. '
    "This cannot be undone.</p>"
    '<div class="buttons"><button type="button" class="plain" data-does="close">Keep it</button>'
    '<button type="submit" class="main alarm">Delete</button></div></form></dialog>'
)


def opener(title: str) -> str:
    """The button in the masthead that opens and closes the shelf."""
    return (
        '<button type="button" id="opener" aria-expanded="false" aria-controls="shelf">'
        f'<span class="unseen">Dossier and its articles: </span><span class="title" dir="auto">{escape(title)}</span>'
        "</button>"
    )


def choice(names: Sequence[str], chosen: str, demo: str, held: int | None = None) -> str:
    """Choosing among the demo and the dossiers of one's own, making another, and what can be done to the chosen one.

    held: how many articles that has; None where they cannot be read.
    """
    options = "".join(
        f'<option value="{escape(name)}"{" selected" if name == chosen else ""}>{escape(title)}</option>'
        for name, title in ((DEMO, demo), *((name, name) for name in names))
    )
    return (
        '<div class="choice"><div class="field"><label for="dossier">Dossier</label><select id="dossier">'
        f'{options}</select></div><button type="button" class="new" aria-expanded="false">New</button></div>'
        '<form class="create" hidden><label>Name of the new dossier'
        '<input name="name" maxlength="64" autocomplete="off" required dir="auto"></label>'
        '<button type="submit" class="main">Create</button></form>'
        f"{'' if chosen == DEMO else _whole(chosen, held)}"
    )


def listing(articles: Sequence[Article]) -> str:
    """The articles of a dossier of one's own, the last added first, with what can be done to each."""
    shown = "".join(map(_row, articles[::-1][:LISTED]))
    rest = len(articles) - LISTED
    more = f'<p class="hint">The {LISTED} added last are listed; {rest:,} more are searched.</p>' if rest > 0 else ""
    return f'{_head(len(articles))}<ul class="articles">{shown}</ul>{more}'


def demo_listing(documents: Sequence[Document], sizes: Sequence[int]) -> str:
    """The articles of the demo; sizes: how many passages each has."""
    rows = "".join(
        f'<li><p class="dateline">{dateline(one)} · {counted(size, "passage")}</p><h3 dir="auto">{headline(one)}</h3>'
        f'<div class="does">{_read(one.id, headline(one))}</div></li>'
        for one, size in list(zip(documents, sizes, strict=True))[:LISTED]
    )
    return f'{_head(len(documents))}<p class="hint">{READ_ONLY}</p><ul class="articles">{rows}</ul>'


def progress(results: Sequence[Result], total: int, *, done: bool) -> str:
    """What became of the files so far, the last first, of `total`."""
    lines = "".join(
        f'<li class="{"problem" if one.change == "left out" else "note" if one.problem else "good"}" dir="auto">'
        f"{escape(line_of(one))}</li>"
        for one in reversed(results)
    )
    head = summary(results) if done else f"Reading: {len(results)} of {counted(total, 'file')} done"
    bar = "" if done else f'<progress max="{total}" value="{len(results)}" aria-label="Files read"></progress>'
    return (
        f'<div class="results"><p role="status">{head}</p>{bar}<ul tabindex="0" aria-label="Files">{lines}</ul></div>'
    )


def line_of(result: Result) -> str:
    """What became of a file, in a line."""
    name = result.name
    if result.change == "left out":
        return result.problem or name
    same = f"the same text as {result.same_as}, shown as one source" if result.same_as else ""
    held = same or counted(result.passages, "passage")
    told = {"added": held, "replaced": f"{held}, in place of its old version", "corrected": f"{held}, text unchanged"}
    line = f"{name}: {told.get(result.change, f'already there, {held}')}"
    return f"{line}. Mind: {result.problem.removeprefix(f'{name}: ')}" if result.problem else line


def summary(results: Sequence[Result]) -> str:
    """How many files went in and how many did not."""
    left_out = sum(one.change == "left out" for one in results)
    already = sum(one.change == "unchanged" for one in results)
    parts = [f"{counted(len(results) - left_out - already, 'file')} added"]
    parts += [f"{already} already there"] * bool(already) + [f"{left_out} left out"] * bool(left_out)
    return ", ".join(parts)


def _whole(name: str, held: int | None) -> str:
    """What can be done to a whole dossier."""
    holds = "its articles cannot be read" if held is None else counted(held, "article")
    about, number = f"{name}: {holds}", "" if held is None else held
    return (
        f'<div class="does whole" data-name="{escape(name)}" data-about="{escape(about)}" data-held="{number}">'
        '<button type="button" class="plain" data-asks="rename">Rename dossier</button>'
        '<button type="button" class="plain" data-asks="delete">Delete dossier</button></div>'
    )


def _head(count: int) -> str:
    return f'<h2 tabindex="-1">{counted(count, "article")}</h2>'


def _row(one: Article) -> str:
    held = f"the same text as {one.same_as}" if one.same_as else counted(one.passages, "passage")
    origin = " · ".join(
        map(escape, (one.outlet or NOT_STATED, written(one.published) if one.published else "undated", held))
    )
    title = escape(one.title or "no headline")
    by_hand = '<span class="by-hand">corrected by hand</span>' if one.corrected else ""
    data = {
        "id": one.id,
        "title": one.title,
        "outlet": one.outlet or "",
        "published": one.published.isoformat() if one.published else "",
    }
    held_data = " ".join(f'data-{key}="{escape(value)}"' for key, value in data.items())
    does = "".join(
        f'<button type="button" class="plain" data-does="{does}" aria-label="{label}: {title}">{label}</button>'
        for does, label in (("correct", "Correct"), ("remove", "Remove"))
    )
    read = "" if one.same_as else _read(one.id, title)
    return (
        f'<li {held_data}><p class="dateline" dir="auto">{origin}</p><h3 dir="auto">{title}</h3>'
        f'<p class="file" dir="auto">{escape(one.id)}{by_hand}</p><div class="does">{read}{does}</div></li>'
    )


def _read(article: str, title: str) -> str:
    return (
        f'<button type="button" class="read plain" data-document="{escape(article)}" data-places="" '
        f'aria-label="Read: {title}">Read</button>'
    )
