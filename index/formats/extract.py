"""Content -> Article, whatever the format; whatever a library raises on a damaged file becomes a reason in words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from index.formats import limits
from index.formats.article import Article, UnreadableError
from index.formats.epub import read_epub
from index.formats.kind import Kind
from index.formats.mail import read_mail
from index.formats.markdown import read_markdown
from index.formats.pdf import read_pdf
from index.formats.webarchive import read_web_archive
from index.formats.webpage import read_page
from index.formats.word import read_word

#: Kind -> the function that reads it. Plain text is read in read.py.
READERS: Mapping[Kind, Callable[[bytes], Article]] = {
    "markdown": read_markdown,
    "page": read_page,
    "archived page": read_web_archive,
    "mail": read_mail,
    "PDF": read_pdf,
    "Word": read_word,
    "EPUB": read_epub,
}
NAMES = {"page": "web page", "archived page": "web page", "mail": "e-mail", "Word": "Word file", "markdown": "note"}


def extract(content: bytes, kind: Kind) -> Article:
    """What a file of that kind holds. Raises UnreadableError, and nothing else, where it cannot be read."""
    try:
        article = READERS[kind](content)
    except UnreadableError:
        raise
    except MemoryError as error:
        raise UnreadableError("reading it takes more memory than it may. Split it or leave it out.") from error
    except RecursionError as error:
        raise UnreadableError("its parts are nested too deep. Save its text on its own.") from error
    except Exception as error:  # libraries raise anything on a damaged file
        logging.getLogger(__name__).info("reading a %s", kind, exc_info=True)
        raise UnreadableError(
            f"it is damaged, or not the {NAMES.get(kind, kind)} that it looks like ({type(error).__name__}). "
            "Open it in its own program and save it again."
        ) from error
    said = tuple(one for one in article.paragraphs if any(map(str.isalnum, one.text)))  # not "* * *" and the like
    if not said:
        raise UnreadableError("there is no text in it.")
    if sum(len(one.text) for one in said) > limits.CHARACTERS:
        raise UnreadableError(f"it has more than the {limits.CHARACTERS:,} characters that are read. Split it.")
    return replace(article, paragraphs=said)
