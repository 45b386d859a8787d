"""A Word file (.docx), by mammoth: it takes in insertions, leaves out deletions, and gives headings by their style."""

from __future__ import annotations

import io

import mammoth

from index.formats.archive import opened, xml
from index.formats.article import Article, known, named
from index.formats.blocks import blocks, parsed, placed

TITLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_word(content: bytes) -> Article:
    """The text under its headings, footnotes behind it. Pages are made by whoever prints it, so it has none.

    When the file was made is not when its text was published, so that date is not used.
    """
    with opened(content) as archive:
        properties = xml(archive, "docProps/core.xml")
    converted = mammoth.convert_to_html(
        io.BytesIO(content), style_map=TITLES, convert_image=mammoth.images.img_element(_no_image)
    )
    root = parsed(converted.value or "<p></p>")
    found = list(blocks(root)) if root is not None else []
    stated = {
        name: known(properties.findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}"))
        if properties is not None
        else None
        for name in ("title", "creator")
    }
    title = found[0].text if found and found[0].heading else stated["title"] or ""
    paragraphs = tuple(placed(found, title))
    return Article(paragraphs, title, author=named(stated["creator"], paragraphs))


def _no_image(_: object) -> dict[str, str]:
    return {}
