"""The article view: a whole article with its quotes marked, made when the page asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ui.marking import Span, paragraphs
from ui.sources import dateline, headline

if TYPE_CHECKING:
    from qa import Document

#: "number:start:end", as sources.py writes them; nothing else is let in.
PLACE = re.compile(r"(\d{1,9}):(\d{1,9}):(\d{1,9})")
UNKNOWN = '<h2 id="article-title" tabindex="-1">This article is not in the dossier.</h2>'


def article(documents: Iterable[Document], wanted: str, places: str) -> str:
    """The article whose id is `wanted`, with `places` marked; a sentence where there is none."""
    document = next((document for document in documents if document.id == wanted), None)
    if document is None:
        return UNKNOWN
    spans = [Span(*map(int, place)) for place in PLACE.findall(places)]
    return (
        f'<header><p class="dateline">{dateline(document)}</p>'
        f'<h2 id="article-title" dir="auto">{headline(document)}</h2></header>'
        '<div class="article-text" role="region" aria-labelledby="article-title" tabindex="0" '
        "autofocus>"
        f"{paragraphs(document.text, 0, len(document.text), spans)}</div>"
    )
