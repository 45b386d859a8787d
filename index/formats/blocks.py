"""HTML -> paragraphs, each with the heading it stands under. What of a web page is its article, webpage.py decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree, html

from index.document import Place
from index.formats.article import Paragraph, tidy


def words(text: str) -> frozenset[str]:
    """The names in `text`, which spaces part."""
    return frozenset(text.split())


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that begin and end a paragraph.
BLOCKS = HEADINGS | words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "header hr html item li list main nav ol p pre quote row section summary table tbody tfoot thead tr ul"
)
CELLS = frozenset({"td", "th", "cell"})
#: Elements whose text is not for reading.
UNREAD = words(
    "applet audio button canvas datalist head iframe input math noscript object script select style svg template "
    "textarea title video"
)
#: A heading as a label has at most this many characters.
LABEL_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's text, not blank, on one line; heading: whether it heads those after it."""

    text: str
    heading: bool = False


def parsed(page: str) -> html.HtmlElement | None:
    """The root element of a page; None where there is none."""
    try:
        # Bytes, since lxml refuses text that states an encoding.
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def blocks(root: etree._Element) -> Iterator[Block]:
    """The paragraphs and headings below `root`, in order. Marks that lead to footnotes are no part of a sentence."""
    text: list[str] = []
    unread: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = _name(element)
        if event == "start":
            if not unread and (name in UNREAD or _is_hidden(element) or _leads_to_note(element, name)):
                unread.append(element)
            if unread:
                continue
            if name in BLOCKS:
                yield from _block(text, heading=False)
                text = []
            elif name in CELLS and "".join(text).strip():
                text.append(" | ")
            text.append(" " if name in ("br", "lb") else element.text or "")
        else:
            if not unread and name in BLOCKS:
                yield from _block(text, heading=name in HEADINGS)
                text = []
            if unread and unread[-1] is element:
                unread.pop()
            if not unread and element is not root:
                text.append(element.tail or "")
    yield from _block(text, heading=False)


def placed(found: Iterable[Block], title: str, noun: str = "section") -> Iterator[Paragraph]:
    """The blocks as paragraphs; each knows the heading it stands under. The title is not said again."""
    under: tuple[Place, ...] = ()
    for number, block in enumerate(found):
        if block.heading:
            if block.text == title and not number:
                continue
            under = (Place(0, labelled(noun, block.text)),)
        yield Paragraph(block.text, under)


def labelled(noun: str, heading: str) -> str:
    """'section “Winter”', shortened where the heading is long."""
    short = heading if len(heading) <= LABEL_CHARACTERS else heading[: LABEL_CHARACTERS - 1].rstrip() + "…"
    return f"{noun} “{short}”"


def _block(text: list[str], *, heading: bool) -> Iterator[Block]:
    said = tidy("".join(text)).strip("| ")
    if said:
        yield Block(said, heading)


def _name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else "script"


def _is_hidden(element: etree._Element) -> bool:
    """Whether a browser would not show it; senders of e-mail hide lines that only the list of mails shows."""
    style = element.get("style", "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style


def _leads_to_note(element: etree._Element, name: str) -> bool:
    """Whether an element is no more than the raised number of a footnote, or the arrow back from one."""
    kind = " ".join(value for key, value in element.items() if key.endswith("type"))
    if "noteref" in kind:
        return True
    if name == "sup":
        return any((link.get("href") or "").startswith("#") for link in element.iter("{*}a"))
    if name != "a" or "#" not in (element.get("href") or ""):
        return False
    text = "".join(element.itertext())
    inside = [_name(child) for child in element]
    return (inside == ["sup"] and not (element.text or "").strip()) or not any(map(str.isalnum, text))
