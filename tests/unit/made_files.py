"""Files as real programs make them: PDFs by ReportLab, Word files by python-docx, archives by zipfile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from docx import Document as WordDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from index.document import Document
from index.read import read_file

STYLES = getSampleStyleSheet()
WIDTH, HEIGHT = A4
#: A page of the web with all that surrounds an article, and its metadata.
PAGE = """<!doctype html><html><head><title>Bridge closed to lorries | Halden Post</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a> <a href="/shop">Shop</a></nav>
<article><h1>Bridge closed to lorries</h1>{byline}
<p>The Halden bridge was closed to lorries on Monday because rust had weakened its cables, the town said.</p>
<p>Engineer Mira Sand found the damage during an inspection; she said that the repair would cost 4.2 million crowns.</p>
<h2>What comes next</h2>
<p>Cyclists may still cross, but lorries must take the road by the lake until the repair is done in the autumn.</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten soups</a></li><li><a href="/2">Cold snap</a></li></ul></aside>
<footer>Copyright Halden Post. All rights reserved. <a href="/privacy">Privacy policy</a></footer></body></html>"""
HEAD = """<meta property="og:site_name" content="Halden Post"><link rel="canonical" href="https://halden.example/bridge">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2019-05-06T23:10:00+02:00">"""


def read(folder: Path, name: str, content: bytes) -> Document:
    """The document in a file of that name and content; nothing in it is unclear."""
    document, problems = read_with_problems(folder, name, content)
    assert problems == ()
    return document


def read_with_problems(folder: Path, name: str, content: bytes) -> tuple[Document, tuple[str, ...]]:
    (folder / name).write_bytes(content)
    return read_file(folder / name)


def drawn(*pages: Callable[[Canvas], None], password: str | None = None, **properties: str) -> bytes:
    """A PDF of pages that are drawn by hand."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=StandardEncryption(password) if password else None)
    for name, value in properties.items():
        getattr(canvas, f"set{name.title()}")(value)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(canvas: Canvas, texts: Sequence[str], left: float = 72, top: float = 760, size: float = 11) -> None:
    """Lines of text below each other."""
    canvas.setFont("Times-Roman", size)
    for number, text in enumerate(texts):
        canvas.drawString(left, top - 1.25 * size * number, text)


def set_in_columns(
    story: list[Flowable], columns: int = 1, every_page: Callable[[Canvas, BaseDocTemplate], None] | None = None
) -> bytes:
    """A PDF that is typeset, with what stands on every page beside its text."""
    stream = io.BytesIO()
    template = BaseDocTemplate(stream, pagesize=A4, allowSplitting=1)
    wide = (WIDTH - 144 - 20 * (columns - 1)) / columns
    frames = [Frame(72 + place * (wide + 20), 90, wide, HEIGHT - 190, id=str(place)) for place in range(columns)]
    template.addPageTemplates(PageTemplate(frames=frames, onPage=every_page or (lambda *_: None)))
    template.build(story)
    return stream.getvalue()


def word(*blocks: tuple[str, str], author: str = "", title: str = "") -> bytes:
    """A Word file; each block is the name of a style and a text."""
    document = WordDocument()
    document.core_properties.author, document.core_properties.title = author, title
    for style, text in blocks:
        document.add_paragraph(text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(archive: bytes, part: str, old: str, new: str) -> bytes:
    """The ZIP archive with `old` in one part replaced by `new`."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    assert old.encode() in parts[part]
    return zipped({**parts, part: parts[part].replace(old.encode(), new.encode())})
