"""Raw text of a web page -> headline, the lines around it, and the article's paragraphs, by general signs of furniture.

Signs are of form (no closing full stop, bullets, addresses, repeated lines) and of what any site says to its visitors.
What the lines around the headline tell of the article's origin is read in origin.py.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index.sentence import CLOSED
from index.terms import terms

#: What a site says to its visitors, wherever it stands in a line that is not a sentence of an article.
SITE_WORDS = re.compile(
    r"\b(?:cookies?|newsletter|subscri(?:be|ption)|advertisement|sponsored|sign (?:in|up)|log ?in|read more|see also|"
    r"related (?:stories|articles|news|topics)|(?:share|comment|follow|like) (?:on|via|this|us)|follow us|qr code|"
    r"font size|short url|skip to|you are here|all rights reserved|copyright|privacy policy|terms of (?:use|service)|"
    r"comments? \(\d*\)|add (?:a )?comment|leave a (?:comment|reply)|print this|e-?mail this|download (?:the|our) app|"
    r"listen live|watch live|breadcrumb|main menu|home ?page|most (?:read|popular)|trending|back to top|"
    r"community standards)\b",
    re.IGNORECASE,
)
#: A sentence with which a site, not an article, speaks to its visitors; longer lines are never judged by it.
SITE_SENTENCE = re.compile(
    r"(?:please )?(?:(?:follow|join|contact|support|like) (?:us|our)\b|subscribe\b|sign (?:in|up)\b|log ?in\b|"
    r"register (?:now|here|to)\b|share (?:this|on|via)\b|(?:click|tap) (?:here|on|to|the)\b|scan the\b|"
    r"download (?:our|the)\b|enable (?:javascript|cookies)\b|accept (?:all )?cookies\b|"
    r"(?:read|see|watch|listen to) (?:more|also|our)\b|(?:comment|e-?mail|print) (?:on|via|this)\b)"
    r"|(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|this (?:web)?site uses|we use cookies|"
    r"by (?:continuing to|clicking)\b|advertisement\b|your (?:e-?mail|browser)\b|"
    r"thank you for (?:reading|subscribing))",
    re.IGNORECASE,
)
SITE_SENTENCE_WORDS = 30
CREDIT = re.compile(
    r"^\W*(?:(?:photo|image|picture|pic|credit|source|video|graphic|illustration)s?\b[^.]{0,20}[:|/]|©|\(c\)\s)"
    r"|\b(?:getty|shutterstock|picture[ -]alliance)\b|\w/(?:ap|afp|reuters|dpa|epa|tass)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"^\S*(?:https?://|www\.)\S+$", re.IGNORECASE)
BULLET = re.compile(r"^(?:[•·▪◦‣*|>»-]|\d{1,2}[.)])\s+")
SEPARATORS = re.compile(r"\s[•·|»]\s|\s>\s")
#: A sentence of an article has at least this many words (or, in scripts without spaces, characters).
SENTENCE_WORDS, SENTENCE_CHARACTERS = 4, 12
#: Body paragraphs parted by more lines of furniture than this belong to another story, or to the site.
GAP_LINES = 5
HEADLINE_WORDS = range(2, 31)
#: Only what precedes this many paragraphs can be a headline; a standfirst or a notice of the site may stand before it.
HEADLINE_BEFORE = 2
#: A subheading inside the article has at most this many words.
SUBHEADING_WORDS = 8
#: A closing mark such as "ENDS", "###" or "Endi" behind the last full stop has at most this many characters.
END_MARK_CHARACTERS = 10
HARD_WRAP = range(45, 101)


@dataclass(frozen=True, slots=True)
class Page:
    """headline: "" where there is none. around: lines that are neither headline nor article, in order."""

    headline: str
    paragraphs: tuple[str, ...]
    around: tuple[str, ...]


def clean(raw: str) -> Page:
    """The article in `raw`. Where nothing in it looks like one, every line counts as the article's."""
    lines = unwrapped(raw)
    often = Counter(lines)
    body = main_cluster([number for number, line in enumerate(lines) if is_body(line)], lines)
    if not body:
        return Page("", tuple(lines), ())
    headline = find_headline(lines, body)
    body = [number for number in body if headline is None or number > headline]
    if not body:
        return Page("", tuple(lines), ())
    inside = set(body) | {
        number for number in range(body[0], body[-1]) if is_subheading(lines, number) and often[lines[number]] == 1
    }
    paragraphs = [lines[number] for number in sorted(inside)]
    paragraphs[-1] = without_end_mark(paragraphs[-1])
    around = [line for number, line in enumerate(lines) if number not in inside and number != headline]
    return Page("" if headline is None else lines[headline], tuple(paragraphs), tuple(around))


def unwrapped(raw: str) -> list[str]:
    """The lines of `raw` that hold anything, stripped; lines broken at a fixed width are joined again."""
    lines: list[str] = []
    for group in re.split(r"\n[^\S\n]*\n", raw.replace("\r\n", "\n").replace("\r", "\n")):
        rows = [row.strip() for row in group.split("\n") if row.strip()]
        wrapped = len(rows) > 1 and all(len(row) in HARD_WRAP for row in rows[:-1])
        if wrapped and any(row[0].islower() for row in rows[1:]):
            rows = [" ".join(rows)]
        lines.extend(rows)
    return lines


def is_body(line: str) -> bool:
    """Whether `line` looks like a paragraph of an article: it closes like a sentence, and no site speaks in it."""
    long_enough = len(line.split()) >= SENTENCE_WORDS or (len(line) >= SENTENCE_CHARACTERS and not line.isascii())
    closed = CLOSED.search(without_end_mark(line)) is not None
    return long_enough and closed and not is_furniture(line)


def is_furniture(line: str) -> bool:
    """Whether `line` is the site's rather than an article's, closed like a sentence or not."""
    if ADDRESS.match(line):
        return True
    if len(line.split()) <= SITE_SENTENCE_WORDS and SITE_SENTENCE.match(BULLET.sub("", line)):
        return True
    if CLOSED.search(line):
        return len(SEPARATORS.findall(line)) > 1
    return bool(CREDIT.search(line) or SITE_WORDS.search(line) or SEPARATORS.search(line))


def main_cluster(body: list[int], lines: list[str]) -> list[int]:
    """Of the lines in `body`, those of the story: the heaviest run without a wide gap, and runs a quarter as heavy."""
    runs: list[list[int]] = []
    for number in body:
        if not runs or number - runs[-1][-1] > GAP_LINES + 1:
            runs.append([])
        runs[-1].append(number)
    weights = [sum(len(lines[number]) for number in run) for run in runs]
    return [number for run, weight in zip(runs, weights, strict=True) if weight * 4 >= max(weights) for number in run]


def find_headline(lines: list[str], body: list[int]) -> int | None:
    """The line before the article that shares most words with it; the first of equals; None where none shares any."""
    words = Counter(term for number in body for term in set(terms(lines[number])))
    best, shared = None, 0
    for number in range(body[-1]):
        line = lines[number]
        if number in body or is_furniture(line) or BULLET.match(line) or len(line.split()) not in HEADLINE_WORDS:
            continue
        if CLOSED.search(line) and not line.endswith(("?", "!", "'", "’", '"', "”")):
            continue
        if number > body[0] and CREDIT.search(lines[number + 1]):
            continue  # the caption of a picture
        if number > body[:HEADLINE_BEFORE][-1]:
            break
        count = sum(1 for term in set(terms(line)) if words[term])
        if count > shared:
            best, shared = number, count
    return best


def is_subheading(lines: list[str], number: int) -> bool:
    """Whether a line between two paragraphs is a heading of the article: short, alone, nothing of the site's."""
    line = lines[number]
    alone = is_body(lines[number - 1]) and is_body(lines[number + 1])
    return alone and not is_furniture(line) and not BULLET.match(line) and len(line.split()) <= SUBHEADING_WORDS


def without_end_mark(line: str) -> str:
    """`line` without what stands behind its last full stop, where that is as short as an end mark."""
    closed = re.match(r"(.*[.!?…][\"'”’)\]]*)\s+(\S+)$", line, re.DOTALL)
    if closed and len(closed[2]) <= END_MARK_CHARACTERS and not CLOSED.search(closed[2]):
        return closed[1]
    return line
