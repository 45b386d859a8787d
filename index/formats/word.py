"""A Word file (.docx), by mammoth: it takes in insertions, leaves out deletions, and gives headings by their style."""

from __future__ import annotations

import io

import mammoth

from index.formats.archive import opened, xml
from index.formats.article import Article, known, named
from index.formats.blocks import blocks, parsed, placed

DUBLIN_CORE, STATED = "{http://purl.org/dc/elements/1.1/}", ("title", "creator")
#: mammoth knows a report's headings; its title is one more.
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
    stated = {} if properties is None else {name: known(properties.findtext(DUBLIN_CORE + name)) for name in STATED}
    title = found[0].text if found and found[0].heading else stated.get("title") or ""
    paragraphs = tuple(placed(found, title))
    return Article(paragraphs, title, author=named(stated.get("creator"), paragraphs))


def _no_image(_: object) -> dict[str, str]:
    return {}
