"""A PDF, by pdfium (the engine of Chrome): its text in reading order, by page. Pages that are pictures are named.

When the file was made is not when its text was published, so that date is not used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

from index.formats import limits
from index.formats.article import Article, UnreadableError, named, tidy
from index.formats.pdf_columns import regions
from index.formats.pdf_lines import Line, page_lines
from index.formats.pdf_margins import without_margins
from index.formats.pdf_paragraphs import paragraphs, typical_height

SCAN = "it is a scan: its pages are pictures without text. Run text recognition (OCR) on it, with OCRmyPDF for example."
NO_LETTERS = (
    "its fonts do not say which letters they show. Print it to a PDF anew, or run text recognition (OCR) on it."
)
#: A title of the properties that is only the name of a file or of the program that made it.
NO_TITLE = re.compile(
    r"^(?:microsoft word\b|untitled|document\d*$|slide \d)|\.(?:docx?|pdf|indd|qxd|tex|odt|rtf|pptx?)$|^\S+$",
    re.IGNORECASE,
)
#: A title is set at least this much larger than the text, on the first page that has any, and is no longer than this.
TITLE_TIMES, TITLE_CHARACTERS = 1.15, 300
#: Of the characters of a document, those that cannot be told may be this share.
UNTOLD_SHARE = 0.3
UNTOLD = re.compile("[\ue000-\uf8ff\ufffd]")


def read_pdf(content: bytes) -> Article:
    """The text of a PDF. Raises UnreadableError where it wants a password, has too many pages, or is only pictures."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableError("it is protected by a password. Save it without one.") from error
        raise UnreadableError("it is damaged, or no PDF after all. Fetch or save it again.") from error
    try:
        return _article(document)
    finally:
        document.close()


def _article(document: pypdfium2.PdfDocument) -> Article:
    count = len(document)
    if count > limits.PAGES:
        raise UnreadableError(f"it has {count:,} pages, more than the {limits.PAGES:,} that are read. Split it.")
    pages: list[list[Line]] = []
    scanned: list[int] = []
    for number in range(count):
        page = document[number]
        pages.append(page_lines(page, number))
        if not pages[-1] and any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])):
            scanned.append(number + 1)
        page.close()
    text = "".join(line.text for page in pages for line in page)
    if not text:
        raise UnreadableError(SCAN if scanned else "there is no text in it.")
    if len(UNTOLD.findall(text)) > UNTOLD_SHARE * len(text):
        raise UnreadableError(NO_LETTERS)
    labels = [_label(document, number) for number in range(count)]
    flow = [region for page in without_margins(pages) for region in regions(page)]
    if not flow:
        raise UnreadableError("there is no text in it but headers and page numbers.")
    stated = document.get_metadata_dict()
    title = _title(tidy(stated.get("Title", "")), flow)
    found = list(paragraphs(flow, labels))
    if found and found[0].text == title:
        del found[0]
    return Article(tuple(found), title, author=named(stated.get("Author"), found), notes=_notes(scanned))


def _label(document: pypdfium2.PdfDocument, number: int) -> str:
    """What the page of that index is called: as it is printed on it, where the file says so, and which one it is."""
    printed = tidy(document.get_page_label(number))
    return f"page {number + 1}" if printed in ("", str(number + 1)) else f"page {printed} ({number + 1} in the file)"


def _title(stated: str, flow: Sequence[Sequence[Line]]) -> str:
    """The title in the properties, if the first page has it too or has none; else what is set largest there."""
    first = [line for region in flow for line in region if line.page == flow[0][0].page]
    page = _plain(" ".join(line.text for line in first))
    largest = max(line.height for line in first)
    found = ""
    if largest >= TITLE_TIMES * typical_height(line for region in flow for line in region):
        start = next(number for number, line in enumerate(first) if line.height == largest)
        run = [line.text for line in first[start:] if line.height > largest / 1.05]
        found = " ".join(run) if len(" ".join(run)) <= TITLE_CHARACTERS else ""
    if stated and (_plain(stated) in page or (not found and not NO_TITLE.search(stated))):
        return stated
    return found


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _notes(scanned: Sequence[int]) -> tuple[str, ...]:
    """A sentence that names the pages without text, if there are any."""
    if not scanned:
        return ()
    runs = Counter(number - place for place, number in enumerate(scanned))  # neighbours have the same difference
    spans, start = [], 0
    for length in runs.values():
        first, last = scanned[start], scanned[start + length - 1]
        spans.append(str(first) if first == last else f"{first}–{last}")
        start += length
    pages = "page" if len(scanned) == 1 else "pages"
    pictures = "is a picture" if len(scanned) == 1 else "are pictures"
    return (f"{pages} {', '.join(spans)} {pictures} without text (a scan), so nothing there is found.",)
