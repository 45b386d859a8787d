"""The page: a chat beside its sources. Layout and event wiring only; ui/ makes what they show."""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

# Gradio and Hugging Face read these while they are imported, so they are set before:
# nothing leaves this computer.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

import gradio as gr
from gradio.themes.utils.fonts import Font

from qa import Answer, Assistant, DossierError
from ui import render
from ui.article import article
from ui.background import BackgroundAssistant
from ui.chart import chart, points
from ui.conversation import Conversation
from ui.filters import EVERYBODY, NOT_STATED, Filters
from ui.sources import sources

log = logging.getLogger(__name__)

HERE = Path(__file__).resolve().parent
UI = HERE / "ui"
SEEDS = HERE / "seeds"
#: About the articles in seeds/, offered with them only.
EXAMPLES = (
    "why did relations deteriorate?",
    "Does NATO recognise Crimea as Russian?",
    "Who is Andrei Kelin?",
    "What did Biden say about the 2022 invasion of Ukraine?",
)
FAULT = "Your question could not be answered because of a fault in this program; its log says more."
#: No spinners over the text, and no entry in an API, which this page does not offer.
QUIET: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_limit": None,
}


def build(load: Callable[[], Assistant], examples: Sequence[str] = ()) -> gr.Blocks:
    """The page over the Assistant that `load` makes; loading starts now, in the background."""
    assistant = BackgroundAssistant(load)

    def open_article(place: dict[str, str]) -> str:
        """What the article view shows; page.js calls this."""
        return article(assistant.get().documents, place["document"], place["places"])

    def ask_suggested(talk: Conversation, filters: Filters, clicked: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from respond(assistant, talk, clicked.question, filters)

    def ask_example(example: str, talk: Conversation, filters: Filters) -> Iterator[tuple[Any, ...]]:
        yield from respond(assistant, talk, example, filters)

    def choose(*values: Any) -> tuple[Filters, str]:
        filters = Filters.of(*values)
        return filters, filters.chips(assistant.get().documents)

    page: gr.Blocks
    with gr.Blocks(title="Dossier", analytics_enabled=False, fill_width=True) as page:
        talk, filters = gr.State(Conversation()), gr.State(Filters())
        with gr.Row(elem_id="masthead"):
            markup(render.MASTHEAD)
            status = markup(elem_id="status")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="talk"):
                # Not gr.Chatbot: it sets a text as HTML even with render_markdown=False, and to a
                # screen reader it calls every message of ours "a component of type html".
                shown = markup(render.WELCOME, "conversation.js", elem_id="conversation")
                with gr.Accordion("When: the dates in this answer", open=False, visible=False, elem_id="when") as dated:
                    markup(render.KEY)
                    drawn = gr.Plot(show_label=False, container=False, buttons=[], elem_id="dates")
                with gr.Row(elem_id="examples", visible=bool(examples)) as offered:
                    tries = [gr.Button(example, size="sm") for example in examples]
                complaint = markup(elem_id="complaint")
                box = gr.Textbox(
                    elem_id="question",
                    label="Your question",
                    placeholder="Ask about the articles",
                    lines=1,
                    max_lines=6,
                    autofocus=True,
                    submit_btn="Ask",
                )
                with gr.Accordion("Filter by outlet, date or speaker", open=False, elem_id="filters"):
                    with gr.Row():
                        outlets = gr.Dropdown([], multiselect=True, label="Outlets", info="None chosen: all")
                        speaker = gr.Dropdown([EVERYBODY], value=EVERYBODY, label="Said by")
                    with gr.Row():
                        since = gr.DateTime(include_time=False, type="datetime", label="Published from")
                        until = gr.DateTime(include_time=False, type="datetime", label="Published until")
                    chips = markup(elem_id="chosen")
            panel = markup(sources([]), elem_id="sources")
        markup(render.ARTICLE_VIEW, "page.js", server_functions=[open_article])

        replies = [box, shown, panel, complaint, offered, dated, drawn]
        asked, choices = [talk, box, filters], (outlets, since, until, speaker)
        page.load(partial(announce, assistant), outputs=[status, outlets, speaker], **QUIET)
        box.submit(partial(respond, assistant), asked, replies, **QUIET)
        shown.ask(ask_suggested, [talk, filters], replies, **QUIET)  # conversation.js names this event
        for example, button in zip(examples, tries, strict=True):
            button.click(partial(ask_example, example), [talk, filters], replies, **QUIET)
        gr.on([choice.change for choice in choices], choose, choices, [filters, chips], **QUIET)
    return page


def markup(value: str = "", script: str | None = None, **options: Any) -> gr.HTML:
    """HTML of our own in place, with our own styles, and a script of ui/ if one belongs to it."""
    code = (UI / script).read_text("utf-8") if script else None
    return gr.HTML(value, js_on_load=code, apply_default_css=False, **options)


def announce(assistant: BackgroundAssistant) -> Iterator[tuple[Any, ...]]:
    """That the dossier is being loaded, then what it holds, and can be filtered by, or why it could not be loaded."""
    if assistant.loading:
        yield render.loading(), gr.skip(), gr.skip()
    try:
        loaded = assistant.get()
    except DossierError as error:
        yield render.notice(str(error)), gr.skip(), gr.skip()
    else:
        named = list(dict.fromkeys(document.outlet or NOT_STATED for document in loaded.documents))
        heard = [(str(speaker), speaker.name) for speaker in loaded.speakers()]
        yield (
            render.status(len(loaded.documents), loaded.problems),
            gr.update(choices=named),
            gr.update(choices=[EVERYBODY, *heard]),
        )


def respond(
    assistant: BackgroundAssistant, talk: Conversation, question: str, filters: Filters
) -> Iterator[tuple[Any, ...]]:
    """Shows the question at once and its answer when it is there.

    A question that gets none goes back into the box, with the reason above it.
    """
    question = question.encode("utf-8", "replace").decode()  # half a surrogate pair stays behind
    history = talk.history()
    turn = talk.begin(question)
    asked = render.conversation(talk.turns, assistant.searched)
    yield "", asked if question.strip() else gr.skip(), gr.skip(), "", gr.update(visible=False), gr.skip(), gr.skip()
    complaint = ""
    try:
        turn.answer = assistant.ask(question, history, filters)
        turn.chips = filters.chips(assistant.get().documents)
    except DossierError as error:
        complaint = str(error)
    except Exception:
        log.exception("A question could not be answered")
        complaint = FAULT
    if complaint:
        talk.drop(turn)
    yield (
        question.strip() if complaint else gr.skip(),
        render.conversation(talk.turns, assistant.searched),
        sources(talk.turns),
        render.notice(complaint),
        gr.update(visible=not talk.turns),
        *(shown_dates(turn.answer) if turn.answer else (gr.skip(), gr.skip())),
    )


def shown_dates(answer: Answer) -> tuple[Any, Any]:
    """The accordion with the chart, hidden where there is nothing to compare, and the chart."""
    found = points(answer)
    if not found:
        return gr.update(visible=False), gr.skip()
    return gr.update(visible=True), gr.update(value=chart(found))


def launch(page: gr.Blocks, port: int | None, *, browser: bool) -> str:
    """Serves the page on this computer only, in the background, and returns its address."""
    styles = "\n".join((UI / name).read_text("utf-8") for name in ("page.css", "cards.css"))
    _, address, _ = page.launch(
        server_name="127.0.0.1",
        server_port=port,
        inbrowser=browser,
        prevent_thread_lock=True,
        quiet=True,
        share=False,
        run_history=False,  # else the browser would keep every question and answer
        footer_links=[],
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        favicon_path=UI / "favicon.svg",
        theme=gr.themes.Base(font=[Font("system-ui")], font_mono=[Font("monospace")]),
        head=f"<style>{styles}</style>",
    )
    return str(address)


def main() -> None:
    """`python app.py [folder]`: the page for the articles in a folder, by default seeds/."""
    parser = argparse.ArgumentParser(description="Ask a folder of articles. Answers are quotes, with their sources.")
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS, help="default: seeds/")
    parser.add_argument("--port", type=int, help="default: the first free one from 7860")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)

    examples = EXAMPLES if chosen.folder.resolve() == SEEDS else ()
    page = build(partial(Assistant.from_folder, chosen.folder), examples)
    address = launch(page, chosen.port, browser=not chosen.no_browser)
    log.info("The page is at %s (Ctrl+C ends it).", address)
    page.block_thread()


if __name__ == "__main__":
    main()
