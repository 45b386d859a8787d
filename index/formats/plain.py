"""Plain text, also as it was copied off a web page: here our own filter tells the article from what surrounds it.

It reads in this process: furniture.py and origin.py are ours, and know no format that could be damaged.
"""

from __future__ import annotations

from index.formats.article import Article, Paragraph, UnreadableError
from index.formats.decoding import decoded
from index.furniture import clean
from index.origin import origin


def read_plain(content: bytes) -> Article:
    """The article in a text file, and what the lines around it state of its origin."""
    raw = decoded(content)
    if not raw.strip():
        raise UnreadableError("it is empty.")
    page = clean(raw)
    stated = origin(page)
    return Article(
        tuple(map(Paragraph, page.paragraphs)),
        page.headline,
        stated.outlet,
        stated.published.isoformat() if stated.published else stated.unclear,
        stated.author,
        stated.url,
    )
