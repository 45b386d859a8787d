"""Content -> the kind of file it is. How it begins decides; its name's ending only where that says nothing."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from index.formats.article import UnreadableError, tidy

Kind = Literal["text", "markdown", "page", "archived page", "mail", "PDF", "Word", "EPUB"]
#: The endings that are looked for in a folder, and what such a file holds unless its content says otherwise.
SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mhtml": "archived page",
    ".mht": "archived page",
    ".eml": "mail",
    ".pdf": "PDF",
    ".docx": "Word",
    ".epub": "EPUB",
}
#: Endings of texts that are not read; looked for so that they are named rather than passed over.
UNREAD_SUFFIXES = frozenset({".doc", ".rtf", ".odt", ".pages", ".msg"})
PICTURE = "it is a picture, not text. Run text recognition (OCR) on it, or leave it out."
OTHER = "Save its text as .docx, .pdf or .txt."
#: First bytes of files that hold no text for us, and what is said of them.
FOREIGN = (
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (rb"{\rtf", f"it is Rich Text (.rtf). {OTHER}"),
    (b"\x1f\x8b", "it is packed with gzip. Unpack it first."),
    (b"Rar!", "it is a RAR archive. Unpack it first."),
    (b"7z\xbc\xaf", "it is a 7z archive. Unpack it first."),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: How the parts of an encrypted and of an old Word file are called inside it.
ENCRYPTED_PART, OLD_WORD_PART = "EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: PDF readers look for the mark that far into a file.
PDF_WITHIN = 1024
HEAD = 4096
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.IGNORECASE)
MAIL_HEADER = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|content-type):", re.IGNORECASE | re.MULTILINE
)
RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def kind_of(content: bytes, suffix: str) -> Kind:
    """What `content` is, in a file whose name ends in `suffix` (".pdf"). Raises UnreadableError where it is no text."""
    if not content:
        raise UnreadableError("it is empty.")
    for mark, said in FOREIGN:
        if content.startswith(mark):
            raise UnreadableError(said)
    if content.startswith(OLE):
        raise UnreadableError(_of_ole(content))
    if content.startswith(ZIP):
        return _of_zip(content)
    if b"%PDF-" in content[:PDF_WITHIN]:
        return "PDF"
    return _of_text(
        content[:HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf"), SUFFIXES.get(suffix.lower(), "text")
    )


def _of_ole(content: bytes) -> str:
    if ENCRYPTED_PART in content:
        return "it is protected by a password. Save it without one."
    if OLD_WORD_PART in content:
        return "it is an old Word file (.doc). Save it as .docx."
    return f"it is an old Office or Outlook file. {OTHER}"


def _of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except Exception as error:  # zipfile raises a dozen kinds on a damaged archive
        raise UnreadableError(
            f"it is a ZIP archive that is damaged ({tidy(str(error))}). Fetch or save it again."
        ) from error
    if "META-INF/container.xml" in parts:
        return "EPUB"
    if "word/document.xml" in parts or any(re.fullmatch(r"word/document\d*\.xml", part) for part in parts):
        return "Word"
    raise UnreadableError(f"it is a ZIP archive, neither a Word file nor an EPUB. Unpack it first. {OTHER}")


def _of_text(head: bytes, named: Kind) -> Kind:
    """What text is that begins with `head`, in a file named as `named`."""
    if PAGE.match(head):
        return "page"
    headers = HEADERS.match(head)
    if headers and MAIL_HEADER.search(headers[0]):
        return "archived page" if RELATED.search(headers[0]) and named != "mail" else "mail"
    if (named == "mail" and headers) or named in ("text", "markdown"):
        return named
    return "page" if named in ("page", "archived page") and re.search(rb"<[a-z]", head, re.IGNORECASE) else "text"
