"""A page that a browser saved as one file (.mhtml, .mht): a mail whose first part in HTML is the page."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from index.formats.article import Article, UnreadableError
from index.formats.decoding import decoded
from index.formats.webpage import article_of


def read_web_archive(content: bytes) -> Article:
    """The article of the saved page. When it was saved is not when it was published, so that date is not used."""
    archive = message_from_bytes(content, policy=policy.default)
    page = next(
        (part for part in archive.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    if not isinstance(page, EmailMessage):
        raise UnreadableError("it is an archived web page without a page in it. Save the page again.")
    address = archive.get("Snapshot-Content-Location") or page.get("Content-Location")
    return article_of(decoded(payload(page), page.get_content_charset()), str(address) if address else None)


def payload(part: EmailMessage) -> bytes:
    """The content of a part that is not made of parts."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
