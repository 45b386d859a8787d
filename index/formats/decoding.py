"""Bytes -> text, in the encoding that they state or, where they state none, the one that they make sense in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from index.formats.article import UnreadableError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Where in HTML or XML its encoding is stated.
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
DECLARED_WITHIN = 4096
#: Names that pages use for more than they say; browsers read both as Windows' Western encoding.
TAKEN_FOR = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
#: What Western text has beside ASCII: marks, signs and accented letters, of these never more than two in a row.
WESTERN = re.compile(r"(?:[\x00-\x7f\xa0£§©«®°´·»€‚„…‘’“”•–—™]|[À-ÖØ-öø-ÿœŒšŠžŽŸ](?![À-ÖØ-öø-ÿœŒšŠžŽŸ]{2}))*", re.ASCII)
#: Of the characters of a Western text, at most this share is none of ASCII; of a Russian or Greek one, most are.
WESTERN_SHARE = 0.2
#: A detector needs no more than this to tell, and takes long over megabytes.
SAMPLE_BYTES = 100_000


def decoded(content: bytes, declared: str | None = None) -> str:
    """`content` as text. declared: the encoding that something outside states, such as a mail's header.

    Raises UnreadableError where it is not text in any encoding that could be told.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if b"\0" in content:
        wide = _wide(content)
        text = _if_fits(content, wide) if wide else None
        if text is not None:
            return text
        raise UnreadableError("it is binary, not text. Save it as plain text in UTF-8.")
    stated = DECLARED.search(content, 0, DECLARED_WITHIN)
    for name in (declared, "utf-8", stated[1].decode("ascii") if stated else None):
        text = _if_fits(content, name) if name else None
        if text is not None:
            return text
    return _detected(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"byte {error.start + 1} is not {error.encoding.upper()}, although it begins as such. "
            "Save it as plain text in UTF-8."
        ) from error


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: of English text every second byte is zero."""
    sample = content[:1000]
    zeros = max(len(sample) * 2 // 5, 4)
    if sample[1::2].count(0) > zeros and not sample[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > zeros and not sample[1::2].count(0) else None


def _if_fits(content: bytes, encoding: str) -> str | None:
    """`content` in `encoding`; None where it is not in it, or there is no such encoding."""
    name = encoding.strip().lower()
    try:
        return content.decode(TAKEN_FOR.get(name, name))
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _detected(content: bytes) -> str:
    western = _if_fits(content, "cp1252")
    if western is not None:
        beyond = sum(not character.isascii() for character in western)
        if beyond <= WESTERN_SHARE * len(western) and WESTERN.fullmatch(western):
            return western
    best = from_bytes(content[:SAMPLE_BYTES]).best()
    text = _if_fits(content, best.encoding) if best else None
    if text is None:
        raise UnreadableError("its characters are in no encoding that could be told. Save it as plain text in UTF-8.")
    return text
