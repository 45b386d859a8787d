"""View: the parts of the page that change. What stands in them is made elsewhere in ui/."""

from __future__ import annotations

from dataclasses import dataclass, fields

import gradio as gr
from gradio.blocks import Block

#: What an event changes: a part, and its new value or gr.update(…).
Changes = dict[Block, object]


@dataclass(frozen=True, slots=True)
class View:
    """The parts by what they show; see build() in app.py for where they stand."""

    status: gr.HTML
    opener: gr.HTML
    choice: gr.HTML
    zone: gr.HTML
    progress: gr.HTML
    listing: gr.HTML
    article: gr.HTML
    shown: gr.HTML
    panel: gr.HTML
    complaint: gr.HTML
    offered: gr.Row
    dated: gr.Accordion
    drawn: gr.Plot
    box: gr.Textbox
    outlets: gr.Dropdown
    speaker: gr.Dropdown
    since: gr.DateTime
    until: gr.DateTime
    filters: gr.State
    chips: gr.HTML

    @property
    def parts(self) -> list[Block]:
        """All of them."""
        return [getattr(self, one.name) for one in fields(self)]
