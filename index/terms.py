"""Text -> terms: lower-case stems of its content words. BM25, names and overlap all count the same terms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import Stemmer
from spacy.lang.en.stop_words import STOP_WORDS

from index.language import english

WORD = re.compile(r"\w+(?:[.’']\w+)*", re.UNICODE)
POSSESSIVE = re.compile(r"['’]s?$")
#: Words that spaCy's list has for other uses, but that a reader may be asking about.
KEPT = frozenset(
    {"us", "call", "show", "move", "first", "former", "two", "three", "four", "five", "six", "eight", "nine", "ten"}
)
STOPPED = (STOP_WORDS | {"'s", "s", "t", "don", "did", "doing", "does", "do"}) - KEPT
_stemmer = Stemmer.Stemmer("english")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, without possessive endings and inner full stops ("U.S." is "us")."""
    found = (POSSESSIVE.sub("", word.lower()).replace(".", "") for word in WORD.findall(text))
    return tuple(word for word in found if word)


#: British spellings, written the American way, so that "defence" finds "defense" and "recognise" finds "recognize".
BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(?=e[ds]?$|ing$|ation)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$)"), "or"),
    (re.compile(r"(?<=[a-z]f)ence(?=s?$)"), "ense"),
)
#: "Russian" and "Russia", "European" and "Europe", "Syrian" and "Syria" share a stem.
NATIONAL = re.compile(r"(?<=[a-z]{3})(?:ians?|eans?|ia|ea)$")


@cache
def irregular_verbs() -> dict[str, str]:
    """Irregular form -> infinitive ("overthrown" -> "overthrow"), from the tables of spaCy's lemmatizer."""
    tables = english().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return {form: lemmas[0] for form, lemmas in tables.get_table("lemma_exc")["verb"].items()}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one lower-case word, by the Snowball stemmer for English; spelling and nationality aside."""
    word = irregular_verbs().get(word, word)
    for british, american in BRITISH:
        word = british.sub(american, word)
    return str(_stemmer.stemWord(NATIONAL.sub("", word)))


def terms(text: str) -> tuple[str, ...]:
    """Stems of the content words of `text`, in order; stop words are left out."""
    return tuple(stem(word) for word in words(text) if word not in STOPPED)


#: A word with a capital that no sentence begins with.
CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def written(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words that `text` writes with a capital inside sentences, and of those it writes without one."""
    small = frozenset(stem(word) for word in WORD.findall(text) if word.islower())
    return frozenset(stem(words(word)[0]) for word in CAPITAL.findall(text) if words(word)), small


def names(text: str) -> frozenset[str]:
    """Stems of the words that `text` writes with a capital inside sentences and never without one."""
    capitals, small = written(text)
    return capitals - small
