"""What happens when a visitor asks, filters or opens an article."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import gradio as gr

from qa import Answer, DossierError
from ui import render
from ui.article import article
from ui.chart import chart, points
from ui.desk import Desk
from ui.filters import Filters
from ui.library import DEMO, Library
from ui.sources import sources
from ui.view import Changes, View

log = logging.getLogger(__name__)

FAULT = "Your question could not be answered because of a fault in this program; its log says more."


class Answering:
    """The events around a question; each tells what changes of the page."""

    def __init__(self, library: Library, view: View) -> None:
        self._library = library
        self._view = view

    def ask(self, desk: Desk, question: str, filters: Filters, request: gr.Request) -> Iterator[Changes]:
        """A question that was typed, or that a button asks."""
        yield from self._respond(desk, question, filters, request.username)

    def ask_suggested(
        self, desk: Desk, filters: Filters, clicked: gr.EventData, request: gr.Request
    ) -> Iterator[Changes]:
        """A question that an answer suggests."""
        yield from self._respond(desk, str(clicked.question), filters, request.username)

    def filter(self, desk: Desk, request: gr.Request, *chosen: Any) -> Changes:  # noqa: ANN401 - values of four kinds
        """What the choices (outlets, since, until, speaker) leave of the articles."""
        filters = Filters.of(*chosen)
        try:
            documents = self._library.get(request.username, desk.chosen).documents
        except DossierError as error:
            return {self._view.complaint: render.notice(str(error))}
        return {self._view.filters: filters, self._view.chips: filters.chips(documents)}

    def open_article(self, desk: Desk, clicked: gr.EventData, request: gr.Request) -> Changes:
        """A whole article of the chosen dossier, and no other."""
        desk.opened += 1
        try:
            documents = self._library.get(request.username, desk.chosen).documents
        except DossierError as error:
            return {self._view.complaint: render.notice(str(error))}
        held = article(documents, str(clicked.document), str(clicked.places))
        return {self._view.article: render.article_view(held, desk.opened)}

    def _respond(self, desk: Desk, question: str, filters: Filters, owner: str | None) -> Iterator[Changes]:
        """Shows the question at once and its answer when it is there.

        A question that gets none goes back into the box, with the reason above it. Where another dossier was chosen
        meanwhile, the answer waits in its conversation.
        """
        view, name, talk = self._view, desk.chosen, desk.talk
        question = question.encode("utf-8", "replace").decode()  # half a surrogate pair stays behind
        history = talk.history()
        turn = talk.begin(question)
        complaint, searched = "", None
        try:
            searched = self._library.searched(owner, name)
            asked = render.conversation(talk.turns, searched)
            begun: Changes = {view.box: "", view.complaint: "", view.offered: gr.update(visible=False)}
            yield begun | ({view.shown: asked} if question.strip() else {})
            turn.chips = filters.chips(self._library.get(owner, name).documents)
            turn.answer = self._library.ask(owner, name, question, history, filters)
        except DossierError as error:
            complaint = str(error)
        except Exception:
            log.exception("A question could not be answered")
            complaint = FAULT
        if complaint:
            talk.drop(turn)
        if desk.talk is not talk:
            return
        changes: Changes = {
            view.shown: render.conversation(talk.turns, searched),
            view.panel: sources(talk.turns),
            view.complaint: render.notice(complaint),
            view.offered: gr.update(visible=desk.chosen == DEMO and not talk.turns),
        }
        if complaint:
            changes |= {view.box: question.strip()}
        if turn.answer:
            changes |= self._dates(turn.answer)
        yield changes

    def _dates(self, answer: Answer) -> Changes:
        """The accordion with the chart, hidden where there is nothing to compare, and the chart."""
        found = points(answer)
        if not found:
            return {self._view.dated: gr.update(visible=False)}
        return {self._view.dated: gr.update(visible=True), self._view.drawn: gr.update(value=chart(found))}
