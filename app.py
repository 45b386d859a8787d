"""The page: dossiers, a chat, its sources. Layout and event wiring only; ui/ makes what they show and do."""

from __future__ import annotations

import argparse
import atexit
import logging
import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

# Gradio and Hugging Face read these while they are imported, so they are set before:
# nothing leaves this computer, and what is uploaded waits in a folder that nobody else may look into.
os.environ["GRADIO_TEMP_DIR"] = mkdtemp(prefix="dossier-")
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

import gradio as gr
from gradio.themes.utils.fonts import Font

from qa import Assistant, DossierError
from qa.drop import FILE_BYTES
from ui import render, shelf
from ui.accounts import Accounts, add_account, is_loopback
from ui.answering import FAULT, Answering
from ui.arranging import Arranging, planned, what_is_wrong_with
from ui.background import BackgroundAssistant
from ui.desk import Desk
from ui.filters import EVERYBODY, Filters
from ui.library import Library
from ui.sources import sources
from ui.view import View

__all__ = ["EXAMPLES", "FAULT", "SEEDS", "build", "launch", "main"]

log = logging.getLogger(__name__)
atexit.register(shutil.rmtree, os.environ["GRADIO_TEMP_DIR"], ignore_errors=True)

HERE = Path(__file__).resolve().parent
UI = HERE / "ui"
SEEDS = HERE / "seeds"
#: What the articles in seeds/ are called, and questions about them, offered with them only.
DEMO = "Demo: NATO and Russia"
EXAMPLES = (
    "why did relations deteriorate?",
    "Does NATO recognise Crimea as Russian?",
    "Who is Andrei Kelin?",
    "What did Biden say about the 2022 invasion of Ukraine?",
)
#: No spinners over the text, and no entry in an API, which this page does not offer.
QUIET: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_limit": None,
}
LOOPBACK = "127.0.0.1"
#: What a visitor with an account uploaded and never added is deleted within a day: seconds between looks, and of age.
FORGOTTEN = (3_600, 86_400)


def build(
    load: Callable[[], Assistant], examples: Sequence[str] = (), title: str = DEMO, *, accounts: bool = False
) -> gr.Blocks:
    """The page over the Assistant that `load` makes, called `title`, and over everybody's own dossiers.

    Loading starts now, in the background. accounts: whether visitors log in, from wherever they are.
    """
    library = Library(BackgroundAssistant(load), title, accounts=accounts)
    page: gr.Blocks
    with gr.Blocks(title="Dossier", analytics_enabled=False, fill_width=True, delete_cache=FORGOTTEN) as page:
        desk, filters = gr.State(Desk()), gr.State(Filters())
        with gr.Row(elem_id="masthead"):
            markup(render.masthead(accounts=accounts))
            opener = markup(shelf.opener(title), "opener.js", elem_id="opens")
            status = markup(elem_id="status")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="shelf"):
                choice = markup(shelf.choice((), "", title), "choice.js", elem_id="choice")
                zone = markup(shelf.ZONE, "drop.js", elem_id="zone", visible=False, server_functions=[planned])
                progress = markup(elem_id="progress")
                listing = markup("", "listing.js", elem_id="listing", server_functions=[what_is_wrong_with])
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
        markup(shelf.EDITOR + render.SAID)
        article = markup(render.article_view(), "page.js")

        view = View(
            status=status, opener=opener, choice=choice, zone=zone, progress=progress, listing=listing, article=article,
            shown=shown, panel=panel, complaint=complaint, offered=offered, dated=dated, drawn=drawn, box=box,
            outlets=outlets, speaker=speaker, since=since, until=until, filters=filters, chips=chips,
        )  # fmt: skip
        answering, arranging = Answering(library, view), Arranging(library, view)
        quiet = {"outputs": view.parts, **QUIET}
        page.load(arranging.arrive, [desk], **quiet)
        box.submit(answering.ask, [desk, box, filters], **quiet)
        for button in tries:
            button.click(answering.ask, [desk, button, filters], **quiet)
        gr.on([one.change for one in (outlets, since, until, speaker)], answering.filter,
              [desk, outlets, since, until, speaker], **quiet)  # fmt: skip
        # These events are named by the scripts of their parts.
        shown.ask(answering.ask_suggested, [desk, filters], **quiet)
        article.read(answering.open_article, [desk], **quiet)
        choice.choose(arranging.choose, [desk], trigger_mode="always_last", **quiet)
        for event in ("create", "rename", "delete"):
            getattr(choice, event)(getattr(arranging, event), [desk], **quiet)
        zone.uploaded(arranging.add, [desk], trigger_mode="multiple", **quiet)
        listing.correct(arranging.correct, [desk], trigger_mode="multiple", **quiet)
        listing.remove(arranging.remove, [desk], trigger_mode="multiple", **quiet)
    return page


def markup(value: str = "", script: str | None = None, **options: Any) -> gr.HTML:
    """HTML of our own in place, with our own styles, and a script of ui/ if one belongs to it."""
    code = (UI / script).read_text("utf-8") if script else None
    return gr.HTML(value, js_on_load=code, apply_default_css=False, **options)


def styles(*names: str) -> str:
    """The styles of these files of ui/, in order, as HTML."""
    return "".join(f"<style>{(UI / name).read_text('utf-8')}</style>" for name in names)


def launch(
    page: gr.Blocks, port: int | None, *, browser: bool, host: str = LOOPBACK, accounts: Accounts | None = None
) -> str:
    """Serves the page, in the background, and returns its address. accounts: who may log in; None: no logging in."""
    _, address, _ = page.launch(
        server_name=host,
        server_port=port,
        auth=accounts.knows if accounts else None,  # type: ignore[arg-type]  # Gradio awaits it
        auth_message=f"{styles('page.css', 'login.css')}{render.LOG_IN}",
        max_file_size=FILE_BYTES,
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
        head=styles("page.css", "cards.css", "shelf.css"),
    )
    return str(address)


def main() -> None:
    """`python app.py [folder]`: the page for a folder of articles, by default seeds/, and for one's own dossiers."""
    parser = argparse.ArgumentParser(description="Ask a folder of articles. Answers are quotes, with their sources.")
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS, help="default: seeds/")
    parser.add_argument("--port", type=int, help="default: the first free one from 7860")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument("--host", default=LOOPBACK, metavar="ADDRESS", help="serve others too; needs --auth")
    parser.add_argument(
        "--auth", type=Path, metavar="FILE", help="the accounts that may log in, each to its own dossiers"
    )
    parser.add_argument("--add-account", metavar="NAME", help="ask for a password, write the account to FILE and end")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        if chosen.add_account is not None:
            add_account(chosen.auth, chosen.add_account)
            return
        accounts = Accounts.read(chosen.auth) if chosen.auth else None
        if accounts is None and not is_loopback(chosen.host):
            raise DossierError(
                f"Whoever reaches {chosen.host} could read your dossiers. Name the accounts that may: --auth FILE."
            )
    except DossierError as error:
        parser.exit(2, f"{error}\n")

    is_demo = chosen.folder.resolve() == SEEDS
    load = partial(Assistant.from_folder, chosen.folder)
    title = DEMO if is_demo else f"Folder: {chosen.folder.resolve().name}"
    page = build(load, EXAMPLES if is_demo else (), title, accounts=accounts is not None)
    address = launch(page, chosen.port, browser=not chosen.no_browser, host=chosen.host, accounts=accounts)
    log.info("The page is at %s (Ctrl+C ends it).", address)
    page.block_thread()


if __name__ == "__main__":
    main()
