"""E-mail: what a message says, who sent it when, and what stands in messages that it answers or forwards."""

from __future__ import annotations

from datetime import date
from email import policy
from email.message import EmailMessage
from pathlib import Path

from tests.unit.made_files import read, read_with_problems

WRAPPED = """Dear Omar,

the bridge was closed to lorries on Monday because rust had
weakened its cables.

> When will it be open again? The school bus has to go by
> the lake.

In autumn, I hope.

--
Ann
"""


def message(subject: str, text: str, sender: str = "Ann Lee <ann@halden.example>") -> EmailMessage:
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, "omar@halden.example", subject
    mail["Date"] = "Mon, 06 May 2019 23:30:00 -0500"
    mail["Message-ID"] = "<1@halden.example>"
    mail.set_content(text)
    return mail


def test_message_is_read_with_its_sender_and_day_and_quoted_words_are_told_apart(tmp_path: Path) -> None:
    document = read(tmp_path, "bridge.eml", message("The bridge – closed", WRAPPED).as_bytes())
    assert document.text.split("\n\n") == [
        "Dear Omar,",
        "the bridge was closed to lorries on Monday because rust had weakened its cables.",
        "When will it be open again? The school bus has to go by the lake.",
        "In autumn, I hope.",
        "Ann",
    ]
    assert (document.title, document.author, document.outlet) == ("The bridge – closed", "Ann Lee", None)
    assert document.published == date(2019, 5, 6)
    where = [document.place(document.text.index(word)) for word in ("bridge", "school bus", "autumn")]
    assert where == [None, "quoted message", None]


def test_message_in_html_alone_is_read_without_what_is_hidden(tmp_path: Path) -> None:
    mail = message("Closed", "")
    mail.set_content(
        '<div style="display: none">Read this in a browser</div><p>The bridge is&nbsp;closed.<br>Sorry.</p>',
        subtype="html",
    )
    assert read(tmp_path, "a.eml", mail.as_bytes()).text == "The bridge is closed. Sorry."


def test_forwarded_message_is_read_under_its_subject_and_attachments_are_named(tmp_path: Path) -> None:
    mail = message("Fwd: cables", "See below.")
    mail.add_attachment(message("Cables", "Rust had weakened them."))
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="cables.pdf")
    document, problems = read_with_problems(tmp_path, "a.eml", mail.as_bytes())
    assert document.text == "See below.\n\nRust had weakened them."
    assert document.place(document.text.index("Rust")) == "forwarded message “Cables”"
    assert problems == ("a.eml: attachments are not read: cables.pdf. Save them as files of their own.",)


def test_headers_in_another_alphabet_are_decoded_and_a_date_that_is_none_stays_unknown(tmp_path: Path) -> None:
    mail = message("Мост закрыт", "Мост закрыт.\n", "Анна Ли <ann@halden.example>")
    content = mail.as_bytes().replace(b"Mon, 06 May 2019 23:30:00 -0500", b"yesterday")
    document = read(tmp_path, "a.eml", content)
    assert (document.title, document.author, document.published) == ("Мост закрыт", "Анна Ли", None)
