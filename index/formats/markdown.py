"""Markdown: its text without marks, under its headings; front matter (YAML or TOML) tells of its origin."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml
from markdown_it import MarkdownIt

from index.formats.article import Article, known, tidy
from index.formats.blocks import Block, blocks, parsed, placed
from index.formats.decoding import decoded

FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[^\S\n]*\n(.*?)\n\1[^\S\n]*(?:\n|\Z)", re.DOTALL)
#: What writers call the fields, in the order in which they count.
OUTLET = ("outlet", "publisher", "publication", "site_name", "site", "source")
PUBLISHED = ("published", "date", "pubdate", "publish_date", "publishdate")
AUTHOR = ("author", "authors", "by", "creator")
URL = ("url", "canonical_url", "canonicalurl", "canonical", "link", "source")
LINK = re.compile(r"https?://\S+")


def read_markdown(content: bytes) -> Article:
    """A note; its title is that of its front matter, else its first heading where nothing stands before that."""
    text = decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT_MATTER.match(text)
    fields = _fields(front[1], front[2]) if front else {}
    if front and fields:
        text = text[front.end() :]
    root = parsed(MarkdownIt("commonmark", {"html": True}).enable("table").render(text) or "<p></p>")
    found: list[Block] = list(blocks(root)) if root is not None else []
    title = _stated(fields, "title") or (found[0].text if found and found[0].heading else "")
    outlet = _stated(fields, *OUTLET)
    address = _stated(fields, *URL)
    return Article(
        tuple(placed(found, title)),
        title,
        None if outlet and LINK.match(outlet) else outlet,
        _stated(fields, *PUBLISHED),
        _stated(fields, *AUTHOR),
        address if address and LINK.match(address) else None,
    )


def _fields(mark: str, text: str) -> Mapping[str, Any]:
    """The fields of some front matter, by their names in small letters; none where it is not valid, thus text."""
    try:
        fields = yaml.safe_load(text) if mark == "---" else tomllib.loads(text)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError):
        return {}
    return {str(name).lower(): value for name, value in fields.items()} if isinstance(fields, dict) else {}


def _stated(fields: Mapping[str, Any], *names: str) -> str | None:
    """The first of the fields that is stated, as text."""
    for name in names:
        value = fields.get(name)
        several = value if isinstance(value, list) else [value]
        said = [one.isoformat() if isinstance(one, date) else one for one in several if isinstance(one, str | date)]
        if said:
            return known(", ".join(map(tidy, said)))
    return None
