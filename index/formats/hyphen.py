"""Joins a line to the next: a word that was broken between them is mended, a hyphen of its own is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wordfreq import zipf_frequency

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+)[-‐]$")
GOES_ON = re.compile(r"[^\W\d_]+")
#: A dash that stands right behind a character goes on without a space: "1990–" + "1995", "Franco-" + "German".
TIGHT = re.compile(r"\S[-‐–/]$")
#: How frequent a word of English is at least (Zipf scale; 3 is once in a million words). Rarer than that are many that
#: people write as one word by mistake, such as "longterm".
KNOWN = 3.0


class Joiner:
    """Knows the words of a document, whole and with a hyphen, and with them joins its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = {word for line in lines for word in WORD.findall(line.casefold())}

    def __call__(self, text: str, line: str) -> str:
        """`text` and the line that follows it, as they would stand on one line."""
        broken, follows = BROKEN.search(text), GOES_ON.match(line)
        if broken and follows and follows[0].islower() and self._is_one_word(broken[1], follows[0]):
            return text[:-1] + line
        return text + line if TIGHT.search(text) else f"{text} {line}"

    def _is_one_word(self, first: str, second: str) -> bool:
        """Whether a hyphen between the two was put there by who broke the line."""
        whole, parted = (first + second).casefold(), f"{first}-{second}".casefold()
        if (whole in self._words) is not (parted in self._words):
            return whole in self._words
        return _is_known(whole) or not (_is_known(first) and _is_known(second))


def _is_known(word: str) -> bool:
    return zipf_frequency(word, "en") >= KNOWN
