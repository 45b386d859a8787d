"""The conversation and the lines around it as escaped HTML. The cards stand in sources.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.marking import escape
from ui.sources import dateline, headline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa import Answer, Citation
    from ui.conversation import Turn

WELCOME = (
    '<div class="welcome"><p class="promise">Ask what the articles say.</p>'
    "<p>An answer is made of quotes: every sentence stands word for word in an article, and its "
    "number leads there. Where the articles hold no answer, you are told so.</p></div>"
)
#: Stands in its place where there is nothing to ask yet.
NOTHING_HELD = (
    '<div class="welcome"><p class="promise">Nothing to ask yet.</p>'
    "<p>This dossier is empty. Add articles to it first: saved web pages, PDF, Word, EPUB, e-mail or text. "
    "They can be asked as soon as they are read.</p>"
    '<button type="button" class="to-shelf">Add articles</button></div>'
)
#: Heads Gradio's own page for logging in, which has no title.
LOG_IN = "<title>Log in to Dossier</title><h1>Log in to Dossier</h1>"
#: Gradio's own way out; it ends the visitor's logins in other windows too.
LOG_OUT = '<a class="log-out" href="logout">Log out</a>'
#: What a screen reader is told.
SAID = '<p id="said" class="unseen" role="status"></p>'
#: Stands where an article's own words do not quote anybody.
OWN_VOICE = "The article itself"
#: The two orders in which the quotes of several sides are shown.
VIEWS = (
    '<div class="views" role="group" aria-label="Order of the quotes">'
    '<button type="button" class="view" data-to="plain" aria-pressed="true">{order}</button>'
    '<button type="button" class="view" data-to="sides" aria-pressed="false">By who says it</button></div>'
)
#: What the marks of the chart of dates stand for.
KEY = (
    '<p class="key"><span class="told"></span> told of, as far as the quote names it'
    '<span class="published"></span> published</p>'
)
#: Lowest confidence, and how it is put into words; a percentage would claim more than is known.
SURE = ((0.75, "high"), (0.5, "fair"), (0.0, "low"))


def conversation(turns: list[Turn], searched: int | None) -> str:
    """All turns, oldest first; `searched` counts the articles, None while they are loading."""
    if not turns:
        return NOTHING_HELD if searched == 0 else WELCOME
    items = "".join(
        f'<li class="turn" data-said="{_said(turn.answer)}">'
        f'<h2 class="question" dir="auto">{escape(turn.question)}</h2>{turn.chips}{_reply(turn, searched)}</li>'
        for turn in turns
    )
    return f'<ol class="turns">{items}</ol>'


def masthead(*, accounts: bool) -> str:
    """The name of the page and what it does; accounts: whether visitors come from other computers."""
    computer = "the computer that serves this page" if accounts else "this computer"
    return (
        '<h1>Dossier</h1><p class="tagline">Answers from your articles, quoted word for word. '
        f"Nothing leaves {computer}.</p>{LOG_OUT if accounts else ''}"
    )


def article_view(held: str = "", number: int = 0) -> str:
    """The window an article is opened in; it opens where it holds one. number: another one for each opening."""
    return (
        f'<dialog id="article-view" aria-labelledby="article-title" data-opening="{number}">'
        f'<div class="article">{held}</div>'
        '<button type="button" class="close" aria-label="Close the article">Close</button></dialog>'
    )


def status(count: int, problems: tuple[str, ...]) -> str:
    """The line beside the name of the page once the articles are loaded."""
    ready = f'<p class="ready">{counted(count, "article")} in this dossier</p>'
    if not problems:
        return ready
    listed = "".join(f'<li dir="auto">{escape(problem)}</li>' for problem in problems)
    files = counted(len(problems), "file")
    return f"{ready}<details><summary>{files} with a problem</summary><ul>{listed}</ul></details>"


def loading() -> str:
    """The same line until then."""
    return '<p class="loading">Loading the articles and the embedding model. You can ask already.</p>'


def notice(sentence: str) -> str:
    """What went wrong, in a sentence; "" where nothing did."""
    return f'<p class="notice" role="alert" dir="auto">{escape(sentence)}</p>' if sentence else ""


def _reply(turn: Turn, searched: int | None) -> str:
    """The answer of a turn, or that it is to come."""
    if turn.answer is None:
        waiting = "Still loading; your question is answered as soon as the articles are there."
        if searched is not None:
            waiting = f"Searching {counted(searched, 'article')}."
        return f'<p class="waiting">{waiting}</p>'
    show = _answered if turn.answer.answered else _declined
    body = show(turn.number, turn.answer)
    return f"{_understood(turn.answer)}{body}{_footer(turn.answer)}"


def _understood(answer: Answer) -> str:
    """The question as it was searched for, where that is not as it was asked."""
    if not answer.understood:
        return ""
    return f'<p class="understood" dir="auto">Understood as: {escape(answer.understood)}</p>'


def _answered(turn: int, answer: Answer) -> str:
    lead = f'<p class="lead" dir="auto">{escape(answer.lead)}</p>' if answer.lead else ""
    sides = "".join(
        f'<h3 class="side" dir="auto">{escape(side.head)}</h3>{_quotes(turn, side.citations, linked=answer.grouped)}'
        for side in answer.viewpoints
    )
    noted = "".join(f"<li>{escape(str(relation))}</li>" for relation in answer.relations)
    sides += f'<ul class="relations">{noted}</ul>' if noted else ""
    if answer.grouped:
        return f'<div class="answer">{lead}{sides}</div>'
    plain = _quotes(turn, answer.citations, linked=True)
    if answer.sections:
        lead = ""
        plain = "".join(
            f'<p class="lead" dir="auto">{escape(section.lead)}</p>{_quotes(turn, section.citations, linked=True)}'
            for section in answer.sections
        )
    if len(answer.viewpoints) < 2:
        return f'<div class="answer">{lead}{plain}</div>'
    order = "In order of time" if answer.sections else "Most direct first"
    return (
        f'<div class="answer">{lead}{VIEWS.format(order=order)}<div data-view="plain">{plain}</div>'
        f'<div data-view="sides" hidden>{sides}</div></div>'
    )


def _quotes(turn: int, citations: Iterable[Citation], *, linked: bool) -> str:
    """The quotes in order; `linked` where it is to them that the sources lead back."""
    return f'<ul class="quotes">{"".join(f"<li>{_quote(turn, one, linked)}</li>" for one in citations)}</ul>'


def _quote(turn: int, citation: Citation, linked: bool) -> str:
    number, document = citation.number, citation.document
    who = f'<b class="speaker">{escape(str(citation.speaker))}</b>' if citation.speaker else OWN_VOICE
    origin = f"{dateline(document, citation.start)} · {headline(document)}"
    name = f'id="cite-{turn}-{number}" ' if linked else ""
    link = (
        f'<a class="cite" {name}href="#sources" data-turn="{turn}" '
        f'data-number="{number}" aria-label="Quote {number}: show its source, {origin}">'
        f"{number}</a>"
    )
    # The no-break space keeps the number on the line of the quote's last word.
    return (
        f'<blockquote dir="auto"><q>{escape(citation.quote)}</q>\N{NO-BREAK SPACE}{link}'
        f'</blockquote><p class="dateline" dir="auto">{who} · {dateline(document, citation.start)}</p>'
        f"{_told(citation)}{_cautions(citation)}"
    )


def _told(citation: Citation) -> str:
    """The times that a quote names, which are not when it was published."""
    told = "; ".join(dict.fromkeys(map(str, citation.events)))
    return f'<p class="dateline told" dir="auto">Tells of {escape(told)}</p>' if told else ""


def _cautions(citation: Citation) -> str:
    """What to mind before quoting it."""
    listed = "".join(f"<li>{escape(caution)}</li>" for caution in citation.cautions)
    return f'<ul class="cautions" dir="auto">{listed}</ul>' if listed else ""


def _declined(turn: int, answer: Answer) -> str:
    near = ""
    if answer.nearest:
        near = (
            f'<p><a class="cite-near" href="#sources" data-turn="{turn}">See what comes nearest</a>'
            "; it is not an answer.</p>"
        )
    label = "More words are needed" if answer.suggestions else "No answer in these articles"
    return (
        f'<div class="declined"><p class="declined-label">{label}</p>'
        f'<p class="reason" dir="auto">{_reason(answer)}</p>{near}</div>'
    )


def _reason(answer: Answer) -> str:
    """Why there is no answer; a click on a question that it suggests asks it."""
    reason = escape(answer.reason or answer.text)
    for suggestion in map(escape, answer.suggestions):
        button = f'<button type="button" class="suggestion" dir="auto">{suggestion}</button>'
        reason = reason.replace(f"“{suggestion}”", button, 1)
    return reason


def _footer(answer: Answer) -> str:
    """How much was searched, how sure the answer is, and the copy button."""
    word = next(word for lowest, word in SURE if answer.confidence >= lowest)
    sure = f"<span>Confidence: {word}</span>" if answer.answered else ""
    readers = f"<span>Read by: {escape(answer.readers)}</span>"
    return (
        f'<footer class="about"><span>{counted(answer.searched, "article")} searched</span>{sure}{readers}'
        f"{_coverage(answer)}"
        f'<button type="button" class="copy" data-copy="{escape(str(answer))}">'
        "Copy answer</button></footer>"
    )


def _coverage(answer: Answer) -> str:
    """The outlets searched, and which of them have nothing on the question."""
    if answer.coverage is None:
        return ""
    silent = answer.coverage.silent
    near = [outlet for outlet in answer.coverage.outlets if outlet not in silent]
    said = (
        f"{label}: {', '.join(some)}."
        for label, some in (("Near the question", near), ("Nothing near it", silent))
        if some
    )
    return f'<p class="coverage" dir="auto">{escape(" ".join(said))}</p>'


def _said(answer: Answer | None) -> str:
    """What a screen reader is told when the answer arrives."""
    if answer is None:
        return ""
    if not answer.answered:
        return escape(answer.reason or answer.text)
    found = {citation.document.id for citation in answer.citations}
    quotes, articles = counted(len(answer.citations), "quote"), counted(len(found), "article")
    return f"Answer with {quotes} from {articles}."


def counted(number: int, noun: str) -> str:
    """The number and what it counts, with an s where it is not one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
