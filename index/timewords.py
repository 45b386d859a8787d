"""The words that can name a time: dates, months, years, seasons, and times counted from the day of publication.

Which days they mean stands in when.py; which of them a sentence means as a time, in moment.py.
"""

from __future__ import annotations

import re

from index.terms import words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = rf"\b(?:{'|'.join(WEEKDAYS)})\b"
MONTH = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![\w-])"
)
#: A day of the month and a year that are no part of a longer number, amount, time of day, code or phone number.
NUMBER = r"\d{1,2}(?:st|nd|rd|th)?(?![\w:%/]|[.,]\d)"
DAY = rf"(?<![\w.,:/$£€+-]){NUMBER}"
FOUR_DIGITS = r"(?:1\d|20)\d\d(?![\w%/$£€]|[.,:]\d|[-–]\w)"
ALONE = r"(?<![\w.,:/$£€#+–])(?<![^a-z]-)(?<![^Q]\d\s)"
YEAR = ALONE + FOUR_DIGITS
TWO_YEARS = ALONE + (
    r"(?P<{0}_first>(?:1\d|20)\d\d)(?:\s[-–]\s(?=\d{4})|[-–/])"
    r"(?P<{0}_last>(?:\d\d)?\d\d)(?![\w/–-]|[.,:]\d)"
)
SEASON = r"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|fall)\b"
DASH = r"\s?[-–—]\s?"
COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
#: Some texts have a space before their commas.
COMMA = r"(?:\s?,)?\s+"
OF = r"\s+(?:of\s+)?"
#: "May 22 or 28, 1887": another day follows, which has no month of its own.
OTHER_DAY = r"\s?(?:and|or|to|[-–])\s?\d{1,2}\b(?!\s+(?:of\s+)?[A-Z])"
#: A weekday before a date says the same day once more.
ON = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"

#: Each kind of name and what it looks like; at one place the first that fits counts.
KINDS = {
    "date": rf"{ON}(?:{DAY}{OF}{MONTH}{COMMA}{FOUR_DIGITS}|{MONTH}\s+{DAY}{COMMA}{FOUR_DIGITS})",
    "numeric": r"(?<![\w./-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{4})(?![\w/-]|\.\d)",
    "days": (
        rf"{DAY}(?:{DASH}|\s+to\s+){NUMBER}{OF}{MONTH}{COMMA}{FOUR_DIGITS}"
        rf"|{MONTH}\s+{DAY}{DASH}{NUMBER}{COMMA}{FOUR_DIGITS}"
        rf"|(?<=\b[Bb]etween\s){DAY}\s+and\s+{NUMBER}{OF}{MONTH}{COMMA}{FOUR_DIGITS}"
    ),
    "month": rf"{MONTH},?{OF}{FOUR_DIGITS}",
    "day": rf"{ON}(?:{DAY}{OF}{MONTH}|{MONTH}\s+{DAY})(?!\s?,?\s*\d{{4}}|{OTHER_DAY})",
    "winter": r"\b[Ww]inter\s+(?:of\s+)?" + TWO_YEARS.replace("{0}", "winter"),
    "season": rf"{SEASON}{OF}{YEAR}",
    "years": TWO_YEARS.replace("{0}", "years"),
    "decade": r"(?<!\w)(?<![^a-z]-)(?:1\d|20)\d0s(?!-?\w)",
    "year": YEAR,
    "ago": rf"\b{COUNT}\s+(?:days?|weeks?|months?|years?)\s+ago\b",
    "near": r"\b(?:[Yy]esterday|[Tt]omorrow|(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week|month|year))\b",
    "today": r"\b(?:tonight|(?:today|Today(?=,))(?!\s?['’]s)|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)\b",
    "chosen": rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+(?:{WEEKDAY}|{MONTH}|(?:spring|summer|autumn|fall|winter)\b)",
    "weekday": WEEKDAY,
    "bare_month": MONTH + r"(?!\s+\d|\s?,\s*\d{4})",
}
#: Which part is meant of what follows: "early", "at the end of", "the first half of".
PART = (
    r"(?:\b(?:(?P<early>(?i:early|mid|late))(?:\s+in\s+|-|\s+)(?P<the>the\s+)?"
    r"|(?P<toward>[Ee]arlier|[Ll]ater|[Ss]o far)\s+(?:in\s+)?"
    r"|(?P<third>beginning|start|middle|end)\s+of\s+(?P<of_the>the\s+)?"
    r"|(?P<nth>first|second|third|fourth)\s+(?P<fraction>half|quarter)\s+of\s+(?P<nth_the>the\s+)?"
    r"|Q(?P<quarter>[1-4])\s+))?"
)
#: Tried only where a word begins that may name a time, which takes a third of the time.
BEGINS = r"\b(?=[\dA-Zabeflmnostwy])"
NAME = re.compile(BEGINS + PART + "(?:" + "|".join(f"(?P<{kind}>{look})" for kind, look in KINDS.items()) + ")")

#: Counted from the day of publication.
RELATIVE = frozenset(words("ago near today chosen weekday day bare_month"))
