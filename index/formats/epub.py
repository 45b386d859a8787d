"""A book (.epub): its parts in reading order, each under the name that its table of contents gives it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from index.document import Place
from index.formats.archive import opened, xml
from index.formats.article import Article, Paragraph, UnreadableError, known, tidy
from index.formats.blocks import blocks, labelled, parsed
from index.formats.decoding import decoded

DAMAGED = "it is an EPUB whose list of contents cannot be read. Fetch or save it again."


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the book: its path in the archive, its media type, and what it is for, as the book says."""

    path: str
    media: str
    properties: str


def read_epub(content: bytes) -> Article:
    """The book's text. Raises UnreadableError where it is protected against copying."""
    with opened(content) as archive:
        package, folder = _package(archive)
        parts = {
            item.get("id"): Part(
                _path(folder, item.get("href")), item.get("media-type", ""), item.get("properties", "")
            )
            for item in package.iterfind(".//{*}manifest/{*}item")
        }
        spine = [
            parts[one.get("idref")] for one in package.iterfind(".//{*}spine/{*}itemref") if one.get("idref") in parts
        ]
        locked = set(_encrypted(archive))
        if locked & {part.path for part in spine}:
            raise UnreadableError("it is protected against copying (DRM). Only an unprotected copy can be read.")
        chapters = _chapters(archive, parts)
        paragraphs = tuple(_paragraphs(archive, spine, chapters))

    def stated(name: str) -> str | None:
        return known(package.findtext(f".//{{http://purl.org/dc/elements/1.1/}}{name}"))

    source = stated("source")
    address = source if source and source.startswith(("http://", "https://")) else None
    return Article(paragraphs, stated("title") or "", stated("publisher"), stated("date"), stated("creator"), address)


def _package(archive: zipfile.ZipFile) -> tuple[etree._Element, str]:
    """The root of the book's description, and the folder that its paths start from."""
    container = xml(archive, "META-INF/container.xml")
    named = container.find(".//{*}rootfile") if container is not None else None
    path = named.get("full-path", "") if named is not None else ""
    package = xml(archive, path)
    if package is None:
        raise UnreadableError(DAMAGED)
    return package, posixpath.dirname(path)


def _path(folder: str, address: str | None) -> str:
    """The path in the archive that an address means, without the place inside the file."""
    return posixpath.normpath(posixpath.join(folder, unquote((address or "").partition("#")[0])))


def _encrypted(archive: zipfile.ZipFile) -> Iterator[str]:
    listed = xml(archive, "META-INF/encryption.xml")
    if listed is not None:
        yield from (_path("", one.get("URI")) for one in listed.iter("{*}CipherReference"))


def _chapters(archive: zipfile.ZipFile, parts: dict[str | None, Part]) -> dict[str, str]:
    """Path of a part -> the first name that the table of contents has for it."""
    found: dict[str, str] = {}
    contents = next((part for part in parts.values() if "nav" in part.properties.split()), None)
    root = xml(archive, contents.path) if contents else None
    if contents is not None and root is not None:
        for link in root.iterfind(".//{*}nav//{*}a"):
            found.setdefault(_path(posixpath.dirname(contents.path), link.get("href")), tidy("".join(link.itertext())))
    older = next((part for part in parts.values() if part.media == "application/x-dtbncx+xml"), None)
    root = xml(archive, older.path) if older and not found else None
    if older is not None and root is not None:
        for point in root.iter("{*}navPoint"):
            target, name = point.find("{*}content"), point.findtext("{*}navLabel/{*}text")
            if target is not None and name:
                found.setdefault(_path(posixpath.dirname(older.path), target.get("src")), tidy(name))
    return found


def _paragraphs(archive: zipfile.ZipFile, spine: list[Part], chapters: dict[str, str]) -> Iterator[Paragraph]:
    """The text of the parts; a part without a name in the table of contents goes on with the chapter before it."""
    under: tuple[Place, ...] = ()
    for part in spine:
        if "nav" in part.properties.split() or part.path not in archive.namelist():
            continue
        root = _page(archive.read(part.path))
        found = list(blocks(root)) if root is not None else []
        name = chapters.get(part.path) or next((block.text for block in found if block.heading), None)
        if name:
            under = (Place(0, labelled("chapter", name)),)
        yield from (Paragraph(block.text, under) for block in found)


def _page(content: bytes) -> etree._Element | None:
    """A part's root; as HTML where it is not the XML that it should be."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return parsed(decoded(content)) if content.strip() else None
