"""The day on which a page says it was published: its metadata in their usual order, then an element that is a date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import html

#: Names of metadata that tell when an article was published, the clearest first. When it was changed or saved is
#: another date, and "date" alone may be either, so it comes last.
NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "publication_date",
    "publish_date",
    "publish-date",
    "pubdate",
    "published_time",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
#: Of a JSON-LD object, the kinds that are an article; others on the page (a video, an organisation) have dates too.
ARTICLE = re.compile(r"article|posting|report|webpage|review|newsitem", re.IGNORECASE)
DATED = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|published|publish(?:ed)?-?(?:date|on|time)|pub-?date|posted(?:-on)?|timestamp)(?:$|[\s_-])",
    re.IGNORECASE,
)
UPDATED = re.compile(r"updat|modif|expire|copyright|event|comment", re.IGNORECASE)
#: A line that is a date has at most this many characters.
DATE_CHARACTERS = 60
YEAR = re.compile(r"(?:19|20)\d\d")


def stated_date(root: html.HtmlElement) -> str | None:
    """What the page states as its date, as it stands there; None where it states none."""
    return next(_dates(root), None)


def _dates(root: html.HtmlElement) -> Iterator[str]:
    yield from _of_json(root)
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        named.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    yield from (named[name] for name in NAMES if YEAR.search(named.get(name, "")))
    for element in root.iter():
        if isinstance(element.tag, str):
            yield from _of_element(element)


def _of_json(root: html.HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _published(json.loads(script.text or "", strict=False))
            except (json.JSONDecodeError, RecursionError):
                continue


def _published(stated: object) -> Iterator[str]:
    """The dates of publication of the articles in some JSON-LD."""
    if isinstance(stated, list):
        for one in stated:
            yield from _published(one)
    elif isinstance(stated, dict):
        day = stated.get("datePublished")
        if isinstance(day, str) and YEAR.search(day) and ARTICLE.search(str(stated.get("@type", ""))):
            yield day
        yield from _published(stated.get("@graph"))


def _of_element(element: html.HtmlElement) -> Iterator[str]:
    """The date that an element of the page shows: a <time>, or one whose class or name says that it is a date."""
    marks = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "data-testid"))))
    if UPDATED.search(marks) or not (element.tag == "time" or DATED.search(marks)):
        return
    exact = element.get("datetime") or element.get("content") or ""
    if YEAR.search(exact):
        yield exact.strip()
        return
    text = " ".join(element.text_content().split())
    if len(text) <= DATE_CHARACTERS and YEAR.search(text) and not UPDATED.search(text):
        yield text
