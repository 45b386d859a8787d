"""A mistyped word of the question -> the word of the dossier that was meant.

Only a word that no article holds and that English hardly knows is touched: a name spelt right but absent stays absent.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.terms import WORD, words

#: Zipf frequency (log10 of occurrences per billion words) from which a word counts as known. At 2.1 it stands once
#: in eight million words: above are "Minsk", "sourdough" and "Kislyak", below "counsil" and "abuot".
KNOWN_ZIPF = 2.1
#: A word this long may have one slip, one twice as long two; shorter words are left alone.
LETTERS_PER_SLIP = 4


def corrected(question: str, vocabulary: Sequence[str]) -> str:
    """The question with each mistyped word replaced, where exactly one word of `vocabulary` is nearest to it."""
    known = frozenset(vocabulary)

    def meant(word: str) -> str:
        (plain,) = words(word) or ("",)
        slips = min(2, len(plain) // LETTERS_PER_SLIP)
        if not slips or plain in known or not plain.isalpha() or is_english(plain):
            return word
        nearest = extract(plain, vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=2)
        unclear = len(nearest) == 2 and nearest[0][1] == nearest[1][1]
        if not nearest or unclear or nearest[0][0][0] != plain[0]:
            return word
        return str(nearest[0][0])

    return WORD.sub(lambda found: meant(found[0]), question)


def is_english(word: str) -> bool:
    """Whether English knows a lower-case word well enough for it to be no slip."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 - 0.3 s, and most questions hold no word that is unknown

    return float(zipf_frequency(word, "en")) >= KNOWN_ZIPF
