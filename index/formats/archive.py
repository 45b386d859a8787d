"""A ZIP archive that is opened only where it unpacks to something of sane size: Word files and EPUBs are such."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from index.formats import limits
from index.formats.article import UnreadableError

ENCRYPTED = 0x1


def opened(content: bytes) -> zipfile.ZipFile:
    """The archive in `content`. Raises UnreadableError where it would unpack to too much, or wants a password.

    zipfile never unpacks more of a part than the archive states, so what is stated may be relied on.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.PARTS:
        raise UnreadableError(f"it holds {len(parts):,} parts; {limits.PARTS:,} are read at most. Leave it out.")
    if unpacked > limits.UNPACKED_BYTES or unpacked > max(limits.PACKED_FREELY, limits.PACKED_TIMES * len(content)):
        raise UnreadableError(
            f"it unpacks from {limits.megabytes(len(content))} to {limits.megabytes(unpacked)}, as a ZIP bomb does. "
            "Leave it out."
        )
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise UnreadableError("it is protected by a password. Save it without one.")
    return archive


def xml(archive: zipfile.ZipFile, part: str) -> etree._Element | None:
    """The root of a part in XML, mended where it is damaged; None where there is no such part or nothing in it.

    Entities and addresses in it are not followed.
    """
    try:
        content = archive.read(part)
    except KeyError:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    return etree.fromstring(content, parser) if content.strip() else None
