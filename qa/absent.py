"""Which names, figures and words of a question no article searched holds, written as the question writes them.

The year and the month that an article is dated with count as held, though its text may not say them. A month asked
about is a time (see outside.py), no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.index import Index
from index.language import english
from index.terms import STOPPED, WORD, stem, terms, words
from qa.period import periods
from qa.search import Search
from qa.vague import ANYTHING

#: What names things, as the parser tells it; and what only compares them.
NAMING, COMPARED = frozenset({"NOUN", "PROPN", "NUM", "X"}), frozenset({"JJR", "JJS", "RBR", "RBS"})
#: No part of a name.
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})
#: Words that join the parts of one name: "Bank of England".
JOINING = re.compile(r" (?:(?:of|of the|de|van|von|al|bin) )?")


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was looked up; all as the question writes it, in its order, each once.

    absent: names and figures that stand nowhere. partly: names of which only the last word stands somewhere, with that
    word: ("Angela Merkel", "Merkel"). present: names that stand somewhere just as they are written.
    nouns, others: other words that stand nowhere. nothing: whether no word of content stands anywhere.
    """

    absent: tuple[str, ...]
    partly: tuple[tuple[str, str], ...]
    present: tuple[str, ...]
    nouns: tuple[str, ...]
    others: tuple[str, ...]
    nothing: bool


def look_up(search: Search, index: Index) -> Lookup:
    """What of the question's words stands in the articles searched."""
    question = search.question
    documents = index.documents_of(search.allowed)
    months = {d.published.replace(day=1) for d in documents if d.published}
    dated = {stem(word) for month in months for word in words(f"{month:%B %Y}")}
    timed = {word for period in periods(question.text) for word in words(period.said) if not word.isdigit()}
    missing = {term for term in question.terms if not index.holds(term, search.allowed)} - dated - set(map(stem, timed))
    absent: list[str] = []
    partly: list[tuple[str, str]] = []
    present: list[str] = []
    for name in dict.fromkeys(phrases(question.text, set(question.names))):
        if timed.issuperset(words(name)):
            continue
        lost = [stem(word) in missing for word in words(name) if word not in STOPPED]
        last = name.split()[-1]
        if lost[-1]:
            absent.append(name)
        elif any(lost) and stands(last, search, index):
            partly.append((name, last))
        elif not any(lost) and stands(name, search, index):
            present.append(name)
    named = {stem(word) for name in (*absent, *(name for name, _ in partly)) for word in words(name)}
    figures = [figure for figure in question.numbers if (missing - named).intersection(map(stem, words(figure)))]
    named.update(stem(word) for figure in figures for word in words(figure))
    nouns, others = other_words(question.text, missing - named)
    return Lookup(
        tuple(sorted([*absent, *figures], key=question.text.find)),
        tuple(partly),
        tuple(present),
        nouns,
        others,
        len(missing) == len(question.terms),
    )


def stands(name: str, search: Search, index: Index) -> bool:
    """Whether an article searched has the name just as it is written."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    holding = index.documents_with(terms(name), search.allowed)
    return any(whole.search(f"{document.title}\n{document.text}") for document in holding)


def phrases(text: str, names: set[str]) -> Iterator[str]:
    """The names in `text`: neighbouring words that are written with a capital, or known as names, taken together."""
    found = [match for match in WORD.finditer(text) if is_name(match[0], names)]
    start = 0
    for number, match in enumerate(found, start=1):
        joined = number < len(found) and JOINING.fullmatch(text[match.end() : found[number].start()])
        if not joined:
            yield re.sub(r"['’]s?$", "", text[found[start].start() : match.end()])
            start = number


def is_name(word: str, names: set[str]) -> bool:
    """Whether a word of the question is (part of) a name; a word that any question may hold is not."""
    (plain,) = words(word) or ("",)
    known = plain not in STOPPED and stem(plain) in names and stem(plain) not in ANYTHING
    return known and plain not in HONORIFICS and not plain[0].isdigit()


def other_words(text: str, missing: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of the question's words whose stems are `missing`: nouns, and others; but not the "old" of "how old"."""
    nouns: list[str] = []
    others: list[str] = []
    before = ""
    for token in english()(text, disable=["ner"]):
        measures, before = before == "how", token.lower_
        for word in () if measures or token.tag_ in COMPARED else WORD.findall(token.text):
            stems = {stem(plain) for plain in words(word) if plain not in STOPPED}
            if stems & missing - ANYTHING:
                (nouns if token.pos_ in NAMING else others).append(word)
    return tuple(dict.fromkeys(nouns)), tuple(dict.fromkeys(others))
