"""The dates of an answer as a chart: a line for each quote, with when it was published and when what it tells happened.

A Vega-Lite description, which Gradio draws with the Vega it carries along. Every mark leads to its quote (page.js) and
says in words what it shows; colours stand in page.css.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from gradio.components.plot import AltairPlotData

from qa import NOT_STATED

if TYPE_CHECKING:
    from qa import Answer, Citation

PUBLISHED, HAPPENED = "published", "told of"
#: Pixels: for each quote, for the axis below them, and beside the first and last day.
LINE, AXIS, MARGIN = 24, 44, 14
#: Characters of a name and of a quote that are shown.
NAME, EXCERPT = 18, 120
#: From so many days on, how the axis writes a day; and how many days it writes, about.
FORMS = ((900, "%Y"), (60, "%b %Y"), (0, "%-d %b %Y"))
TICKS = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One time of a quote.

    day, until: its first and last day. sort: PUBLISHED or HAPPENED, never mixed. when: the time in words.
    number: the quote's. who: its speaker, else its outlet. quote: its first words.
    """

    day: date
    until: date
    sort: str
    when: str
    number: int
    who: str
    quote: str


def points(answer: Answer | None) -> list[Point]:
    """The times in order; none where they begin on fewer than two different days."""
    if answer is None:
        return []
    found = [
        of(citation, citation.document.published, citation.document.published, PUBLISHED, "")
        for citation in answer.citations
        if citation.document.published
    ]
    found += [
        of(event.citation, event.moment.start, event.moment.end, HAPPENED, str(event)) for event in answer.timeline
    ]
    different = {point.day for point in found}
    return sorted(dict.fromkeys(found), key=lambda point: point.day) if len(different) > 1 else []


def of(citation: Citation, day: date, until: date, sort: str, when: str) -> Point:
    """A time of a citation."""
    words = " ".join(citation.quote.split())
    excerpt = words if len(words) <= EXCERPT else words[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return Point(day, until, sort, when or f"{day.day} {day:%B %Y}", citation.number, who(citation), excerpt)


def who(citation: Citation) -> str:
    """Whose words they are, in short."""
    return citation.speaker.name if citation.speaker else citation.document.outlet or NOT_STATED


def chart(some: Sequence[Point]) -> AltairPlotData:
    """The chart of these points, at least one, of the last answer."""
    return AltairPlotData(plot=json.dumps(drawing(some)), chart="scatter")


def drawing(some: Sequence[Point]) -> dict[str, Any]:
    """The chart in Vega-Lite's terms."""
    rows = [
        {key: value for key, value in asdict(point).items() if key not in ("day", "until")}
        | {
            "day": point.day.isoformat(),
            "until": point.until.isoformat(),
            "line": f"{point.number}  {point.who if len(point.who) <= NAME else point.who[: NAME - 1] + '…'}",
            "told": f"{point.sort} {point.when}",
            "label": f"Quote {point.number}, {point.who}: {point.sort} {point.when}",
        }
        for point in sorted(some, key=lambda point: point.number)
    ]
    days = (max(point.until for point in some) - min(point.day for point in some)).days
    form = next(form for least, form in FORMS if days >= least)
    scale = {"type": "utc", "nice": False, "padding": MARGIN}
    axis = {"format": form, "tickCount": TICKS, "labelOverlap": True, "labelFlush": False}
    return {
        # Elements of the page, not a picture: they have names, take the page's colours, and can be clicked.
        "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}},
        "height": LINE * len({point.number for point in some}) + AXIS,
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None, "scale": scale, "axis": axis},
            "y": {"field": "line", "type": "nominal", "title": None, "sort": None, "axis": {"ticks": False}},
            "description": {"field": "label"},
            "tooltip": [
                {"field": "told", "title": "when"},
                {"field": "who", "title": "by"},
                {"field": "quote", "title": "quote"},
            ],
        },
        "layer": [
            layer(HAPPENED, {"type": "rule", "strokeWidth": 11, "strokeCap": "round"}, {"x2": {"field": "until"}}),
            layer(PUBLISHED, {"type": "point", "shape": "diamond", "size": 130, "strokeWidth": 2, "opacity": 1}, {}),
        ],
    }


def layer(sort: str, mark: dict[str, Any], encoding: dict[str, Any]) -> dict[str, Any]:
    """The marks of one sort of date."""
    return {"transform": [{"filter": {"field": "sort", "equal": sort}}], "mark": mark, "encoding": encoding}
