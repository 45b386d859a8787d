"""What happens when a visitor comes, chooses, makes, renames or deletes a dossier, or changes what it holds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from qa import DossierError
from qa.drop import Result, taken
from qa.typed import day_of
from ui import render, shelf
from ui.desk import Desk
from ui.filters import EVERYBODY, Filters, outlets_of
from ui.library import DEMO, Library
from ui.sources import sources
from ui.uploads import Said, offered, to_the_end, uploads
from ui.view import Changes, View

log = logging.getLogger(__name__)

FAULT = "That could not be done because of a fault in this program; its log says more."


class Arranging:
    """The events around the shelf; each tells what changes of the page, and every one asks whose dossiers they are."""

    def __init__(self, library: Library, view: View) -> None:
        self._library = library
        self._view = view

    def arrive(self, desk: Desk, request: gr.Request) -> Iterator[Changes]:
        """A visitor comes: to the dossier that the address names, or to the demo as soon as it is loaded."""
        owner, named = request.username, str(request.query_params.get("dossier", DEMO))
        desk.chosen = named if named in self._library.shelf(owner).names else DEMO
        if self._library.demo.loading:
            yield self._shelf(owner, desk) | {self._view.status: render.loading()}
        yield self._all(owner, desk)

    def choose(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """Another dossier is chosen; what was asked of it before is there again."""
        desk.chosen = str(clicked.name)
        return self._moved_on(request.username, desk) or self._all(request.username, desk)

    def create(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """A new dossier, which is then chosen."""

        def made() -> Changes:
            desk.chosen = self._library.shelf(request.username).create(str(clicked.name))
            return self._all(request.username, desk)

        return self._tried(made, desk, request)

    def rename(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """A dossier gets another name, once that was confirmed."""

        def renamed() -> Changes:
            old = str(clicked.name)
            desk.renamed(old, self._library.shelf(request.username).rename(old, str(clicked.new)))
            return self._shelf(request.username, desk)

        return self._tried(renamed, desk, request)

    def delete(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """A dossier is deleted, once that was confirmed by somebody who saw how many articles it holds."""

        def deleted() -> Changes:
            name, seen = str(clicked.name), str(clicked.held)
            self._library.shelf(request.username).delete(name, int(seen) if seen.isdecimal() else None)
            desk.deleted(name)
            return self._all(request.username, desk)

        tried = self._tried(deleted, desk, request)
        return self._shelf(request.username, desk) | tried

    def correct(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """What a person knows of an article takes the place of what its file says."""

        def corrected() -> Changes:
            said = (clicked.title, clicked.outlet, clicked.published)
            self._library.shelf(request.username).correct(desk.chosen, str(clicked.id), *map(str, said))
            return self._shelf(request.username, desk) | self._choices(request.username, desk)

        return self._tried(corrected, desk, request)

    def remove(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """An article is taken out, once that was confirmed."""

        def removed() -> Changes:
            self._library.shelf(request.username).remove(desk.chosen, str(clicked.id))
            return self._shelf(request.username, desk) | self._choices(request.username, desk)

        return self._tried(removed, desk, request)

    def add(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Iterator[Changes]:
        """Uploaded files are read one after the other, and a line says what became of each."""
        owner, name = request.username, desk.chosen
        results: list[Result] = [Result(str(said)[:300], "left out", problem=str(said)[:300]) for said in clicked.said]
        problem = ""
        try:
            files = uploads(clicked.files) if clicked.files else []
            total = len(files) + len(results)
            yield {self._view.progress: shelf.progress(results, total, done=False), self._view.complaint: ""}
            for result in to_the_end(self._library.shelf(owner).add(name, files)) if files else ():
                results.append(result)
                if desk.chosen == name:
                    yield {self._view.progress: shelf.progress(results, total, done=False)}
        except DossierError as error:
            problem = str(error)
        except Exception:
            log.exception("Files could not be added")
            problem = FAULT
        if desk.chosen == name:
            told = render.notice(problem) + (shelf.progress(results, len(results), done=True) if results else "")
            now = self._moved_on(owner, desk) or self._shelf(owner, desk) | self._choices(owner, desk)
            yield now | {self._view.progress: told}

    def _tried(self, act: Callable[[], Changes], desk: Desk, request: gr.Request) -> Changes:
        """What an act changes, or why it could not be done."""
        problem = FAULT
        try:
            return act() | {self._view.progress: ""}
        except DossierError as error:
            problem = str(error)
        except Exception:
            log.exception("A dossier could not be changed")
        return self._moved_on(request.username, desk) | {self._view.progress: render.notice(problem)}

    def _moved_on(self, owner: str | None, desk: Desk) -> Changes:
        """The demo, where the chosen dossier is no more: others may rename and delete it; nothing where it is there."""
        if desk.chosen in (DEMO, *self._library.shelf(owner).names):
            return {}
        problem = f"There is no dossier {desk.chosen!r} here. Choose another."
        desk.chosen = DEMO
        return self._all(owner, desk) | {self._view.progress: render.notice(problem)}

    def _all(self, owner: str | None, desk: Desk) -> Changes:
        """All that is another with another dossier."""
        view, turns = self._view, desk.talk.turns
        demo = desk.chosen == DEMO
        fresh: Changes = {
            view.complaint: "",
            view.progress: "",
            view.dated: gr.update(visible=False),
            view.since: gr.update(value=None),
            view.until: gr.update(value=None),
            view.filters: Filters(),
            view.chips: "",
            view.zone: gr.update(visible=not demo),
            view.panel: sources(turns),
            view.offered: gr.update(visible=demo and not turns),
        }
        choices = self._choices(owner, desk)  # waits for the demo, which is listed afterwards
        return fresh | choices | self._shelf(owner, desk)

    def _shelf(self, owner: str | None, desk: Desk) -> Changes:
        """The dossiers there are, and the articles of the chosen one."""
        view, library, name = self._view, self._library, desk.chosen
        names = library.shelf(owner).names
        listed, held = "", None
        try:
            if name != DEMO:
                articles = library.shelf(owner).articles(name)
                listed, held = shelf.listing(articles), len(articles)
            elif not library.demo.loading:
                demo = library.demo.get()
                listed = shelf.demo_listing(demo.documents, demo.sizes)
        except DossierError as error:
            listed = render.notice(str(error))
        return {
            view.opener: shelf.opener(library.title if name == DEMO else name),
            view.choice: shelf.choice(names, name, library.title, held),
            view.listing: listed,
        }

    def _choices(self, owner: str | None, desk: Desk) -> Changes:
        """How many articles are asked, and what they can be filtered by; or why they cannot be asked."""
        view = self._view
        try:
            loaded = self._library.get(owner, desk.chosen)
        except DossierError as error:
            return {view.status: render.notice(str(error)), view.shown: render.conversation(desk.talk.turns, None)}
        outlets = outlets_of(loaded.documents)
        heard = [(str(speaker), speaker.name) for speaker in loaded.speakers()]
        return {
            view.status: render.status(len(loaded.documents), loaded.problems),
            view.shown: render.conversation(desk.talk.turns, len(loaded.documents)),
            view.outlets: gr.update(choices=outlets, value=[]),
            view.speaker: gr.update(choices=[EVERYBODY, *heard], value=EVERYBODY),
        }


def planned(files: Said) -> dict[str, Any]:
    """For the script, before it uploads: the numbers of the files to take, and what is said of the others.

    files: as `offered` takes them. Gives {"take": [int], "said": [str], "problem": str}.
    """
    try:
        chosen, left_out = taken(offered(files))
    except DossierError as error:
        return {"take": [], "said": [], "problem": str(error)}
    return {"take": chosen, "said": [one.problem for one in left_out], "problem": ""}


def what_is_wrong_with(day: object) -> str:
    """For the script, before it saves: why that is no date, in a sentence; "" where it is one, or empty."""
    try:
        day_of(str(day))
    except DossierError as error:
        return str(error)
    return ""
