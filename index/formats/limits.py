"""How large a file may be, and how long reading it may take. A file beyond a limit is named, and the others go in."""

from __future__ import annotations

#: 10 MB of plain text is a novel ten times over; other formats carry pictures and fonts beside their text.
TEXT_BYTES = 10_000_000
FILE_BYTES = 100_000_000
#: Characters of text in one document, whatever its format.
CHARACTERS = 10_000_000
#: Pages of a PDF.
PAGES = 5_000
#: A Word file or an EPUB is a ZIP archive: its unpacked bytes, its parts, and how far it may have been packed. Prose
#: packs to a third, XML to a thirtieth; what packs a hundred times smaller and is large is made to do harm.
UNPACKED_BYTES = 200_000_000
PARTS = 10_000
PACKED_TIMES, PACKED_FREELY = 100, 10_000_000
#: E-mail within e-mail.
MAIL_DEPTH = 10
#: Seconds of computing that reading one file may take; where the system cannot count those, or the process waits for
#: something, so many times as many by the clock. Bytes of memory that the reading process may have.
SECONDS, WAITING = 120, 5
MEMORY = 3_000_000_000


def megabytes(size: int) -> str:
    """`size` bytes in words."""
    return f"{size / 1e6:.0f} MB"
