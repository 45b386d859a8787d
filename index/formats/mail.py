"""An e-mail: its subject, who sent it when, and what it says; forwarded mail inside it too. Attachments are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from index.document import Place
from index.formats import limits
from index.formats.article import Article, Paragraph, UnreadableError, known, tidy
from index.formats.blocks import blocks, labelled, parsed
from index.formats.decoding import decoded
from index.formats.webarchive import payload

#: A line at least this long that does not end a sentence was broken by the program that sent it.
WRAPPED = 45
QUOTED = re.compile(r"(?:>\s?)+")
REPLY = Place(0, "quoted message")
TOO_DEEP = f"it holds mail within mail more than {limits.MAIL_DEPTH} deep. Save the message that you mean on its own."


def read_mail(content: bytes) -> Article:
    """What a message and the messages forwarded in it say. Its date is the day on the sender's clock."""
    try:
        mail = message_from_bytes(content, policy=policy.default)
        attached: list[str] = []
        paragraphs = tuple(_paragraphs(mail, (), 0, attached))
    except RecursionError as error:
        raise UnreadableError(TOO_DEEP) from error
    notes = (f"attachments are not read: {', '.join(attached)}. Save them as files of their own.",) if attached else ()
    name, address = parseaddr(header(mail, "From"))
    return Article(
        paragraphs, tidy(header(mail, "Subject")), None, _sent(mail), known(name) or known(address), None, notes
    )


def header(mail: EmailMessage, name: str) -> str:
    """A header as text; "" where there is none, or it is damaged."""
    try:
        return str(mail.get(name, ""))
    except Exception:  # noqa: BLE001 - the parser of headers raises what it likes on a damaged one
        return ""


def _sent(mail: EmailMessage) -> str | None:
    try:
        sent: datetime = parsedate_to_datetime(header(mail, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent.date().isoformat()


def _paragraphs(mail: EmailMessage, under: tuple[Place, ...], depth: int, attached: list[str]) -> Iterator[Paragraph]:
    """What `mail` says, then what the mails in it say, each under its subject; `attached` gets other parts' names."""
    if depth > limits.MAIL_DEPTH:
        raise UnreadableError(TOO_DEEP)
    body = mail.get_body(("plain", "html"))
    if isinstance(body, EmailMessage):
        yield from _said(body, under)
    for part in [mail] if _is_message(mail) else _attached(mail, body):
        inner = part.get_payload()
        if _is_message(part) and isinstance(inner, list) and isinstance(inner[0], EmailMessage):
            subject = tidy(header(inner[0], "Subject")) or "no subject"
            label = (Place(0, labelled("forwarded message", subject)),)
            yield from _paragraphs(inner[0], label, depth + 1, attached)
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            attached.append(tidy(part.get_filename() or part.get_content_type()))


def _is_message(part: EmailMessage) -> bool:
    """Whether a part is a forwarded message that can be read; one in base64, against the standard, is an attachment."""
    return part.get_content_type() == "message/rfc822" and header(part, "Content-Transfer-Encoding").lower() != "base64"


def _attached(mail: EmailMessage, body: object, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts of `mail` that are made of no further parts of it, its body left out."""
    if depth > limits.MAIL_DEPTH:
        raise UnreadableError(TOO_DEEP)
    for part in mail.iter_parts() if mail.is_multipart() else ():
        if not isinstance(part, EmailMessage) or part is body:
            continue
        if part.get_content_maintype() == "multipart":
            yield from _attached(part, body, depth + 1)
        else:
            yield part


def _said(body: EmailMessage, under: tuple[Place, ...]) -> Iterator[Paragraph]:
    text = decoded(payload(body), body.get_content_charset()) if payload(body).strip() else ""
    if body.get_content_type() == "text/html":
        root = parsed(text) if text else None
        yield from (Paragraph(block.text, under) for block in (blocks(root) if root is not None else ()))
        return
    for group in re.split(r"\n[^\S\n]*(?:>[^\S\n]*)*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        yield from _unwrapped(group.split("\n"), under)


def _unwrapped(lines: list[str], under: tuple[Place, ...]) -> Iterator[Paragraph]:
    """The lines of a paragraph joined where the sender's program broke them; words of a mail answered to set apart."""
    said: list[str] = []
    before, answered = "", False
    for line in [*lines, ""]:
        quoted = QUOTED.match(line)
        text = tidy(line[quoted.end() :] if quoted else line)
        if said and (len(before) < WRAPPED or not text or bool(quoted) is not answered):
            yield Paragraph(" ".join(said), (REPLY,) if answered and not under else under)
            said = []
        said += [text] if text else []
        before, answered = text, bool(quoted)
