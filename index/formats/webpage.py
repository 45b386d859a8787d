"""A saved web page: its article by trafilatura, whose extraction beats our filter and its peers (see ARCHITECTURE.md).

What it says of its origin is taken from its metadata; a visible date only as far as an element of the page is a date.
"""

from __future__ import annotations

import re

from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from index.formats.article import Article, UnreadableError, known, tidy
from index.formats.blocks import blocks, parsed, placed
from index.formats.decoding import decoded
from index.formats.stated import stated_date

#: Where a browser or SingleFile notes what it saved: "<!-- saved from url=(0021)https://example.org/ -->".
SAVED_FROM = re.compile(r"<!--.{0,200}?(?:saved from url=\(\d+\)|\burl:)\s*(https?://\S+)", re.DOTALL | re.IGNORECASE)
SAVED_WITHIN = 4096
#: How titles are parted from the outlet's name behind them.
BEHIND_TITLE = re.compile(r"\s+[|–—·:-]\s+([^|–—·]+)$")
NO_ARTICLE = "no article was found in it. Open it in a browser, copy the article's text and save that as .txt."


def read_page(content: bytes) -> Article:
    """The article of a saved page, without menus, comments and the like."""
    return article_of(decoded(content))


def article_of(page: str, address: str | None = None) -> Article:
    """The article of a page's source. address: where the page was saved from, if something outside it says so."""
    root = parsed(page)
    if root is None:
        raise UnreadableError(NO_ARTICLE)
    saved = SAVED_FROM.search(page, 0, SAVED_WITHIN)
    stated = extract_metadata(page, default_url=address or (saved[1] if saved else None), extensive=False)
    found = bare_extraction(page, include_comments=False, favor_precision=True)
    if not isinstance(found, Document) or found.body is None:
        raise UnreadableError(NO_ARTICLE)
    outlet = known(stated.sitename)
    title = headline(tidy(stated.title or ""), outlet)
    for heading in found.body.iter("head"):  # as TEI calls it; in HTML that is something else
        heading.tag = "h2"
    paragraphs = tuple(placed(blocks(found.body), title))
    return Article(paragraphs, title, outlet, stated_date(root), known(stated.author), known(stated.url))


def headline(title: str, outlet: str | None) -> str:
    """`title` without the outlet's name behind it."""
    behind = BEHIND_TITLE.search(title)
    named = behind and outlet and behind[1].strip().casefold() == outlet.casefold()
    return title[: behind.start()] if behind and named else title
