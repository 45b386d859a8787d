"""How often index/speech.py names the right speaker, on PolNeAR's political news (networkdynamics/PolNeAR).

    python -m bench.polnear /path/to/PolNeAR --split dev

The corpus marks who (source) says or thinks what (content), in 1,008 articles of seven US publishers. Read where it
lies; its text is the publishers' and none of it is kept. Three figures, each over all articles of the split:

- right: of the contents whose source is named, the share whose sentences we give to that source, by last name or
  fuller. A source is named where it ends in a name ("Lee", "Lee of Halden", not "Lee's aides"). A content over several
  sentences counts as one, in parts. The corpus marks thoughts and deeds too ("blocked", "appointed"), so it is also
  given for contents with words in quotation marks ("quoted") and after a plain verb of speech ("said").
- at best: one sentence has one speaker with us, while the corpus may mark several; what one of them would reach.
- nearest name: the same as "right" for the capitalised name nearest to the content, outside it.
- wrong names: of the sentences in which nothing is marked, the share that we give to somebody; and of those that no
  quotation mark touches ("unquoted"), since the annotators left many sentences of a quotation unmarked.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from bench.report import table
from index.quotation import MARK, quotations
from index.sentence import Sentence, paragraphs, sentences
from index.speaker import Speaker
from index.terms import STOPPED, stem, words
from index.terms import names as capitals

SPLITS = ("train", "dev", "test")
#: Cues that nobody would call a thought or a judgement.
SAID = frozenset(
    map(
        stem, words("say tell add write ask according note argue claim report announce explain warn state insist tweet")
    )
) - {""}
Place = tuple[int, int]
#: Words with a capital, not before a possessive ending: whose name it is, not what belongs to them.
NAME = re.compile(r"(?:[A-Z][\w.&’'/-]*[\w.]\s?|[A-Z]\s)+")
POSSESSIVE = re.compile(r"(?:['’]s|s['’])\s*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution that the corpus marks; offsets into the article. contents, cues: several where broken up."""

    sources: tuple[Place, ...]
    cues: tuple[Place, ...]
    contents: tuple[Place, ...]


@dataclass(slots=True)
class Counts:
    """Shares in [0, 1]: one a content with a named source; wrong and plain have one a sentence without any mark."""

    right: list[float] = field(default_factory=list)
    other: list[float] = field(default_factory=list)
    best: list[float] = field(default_factory=list)
    nearest: list[float] = field(default_factory=list)
    quoted: list[float] = field(default_factory=list)
    said: list[float] = field(default_factory=list)
    wrong: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)


def articles(corpus: Path, split: str) -> Iterator[tuple[str, list[Marked]]]:
    """The texts of a split with what is marked in them, by the first annotator where there are several."""
    for file in sorted((corpus / "data" / split / "text").glob("*.txt")):
        marks = sorted((corpus / "data" / split / "attributions").glob(f"{file.stem}_????.ann"))
        if marks:
            yield file.read_text(encoding="utf-8"), marked(marks[0].read_text(encoding="utf-8"))


def marked(standoff: str) -> list[Marked]:
    """The attributions of an annotation in brat's form."""
    spans: dict[str, tuple[Place, ...]] = {}
    events: list[dict[str, list[Place]]] = []
    for line in standoff.splitlines():
        name, _, rest = line.partition("\t")
        parts = rest.split("\t")[0]
        if name.startswith("T"):
            places = parts.split(" ", 1)[1].split(";")
            spans[name] = tuple((int(one), int(other)) for one, other in (place.split() for place in places))
        elif name.startswith("E"):
            roles: dict[str, list[Place]] = defaultdict(list)
            for part in parts.split():
                role, _, span = part.partition(":")
                roles[role.rstrip("0123456789")].extend(spans.get(span, ()))
            events.append(roles)
    return [Marked(tuple(one["Source"]), tuple(one["Cue"]), tuple(one["Content"])) for one in events]


def names(text: str) -> list[str]:
    """What `text` writes with a capital, but for what belongs to the name ("Lee's") or is only described by it."""
    found = []
    for match in NAME.finditer(text):
        name = match.group().strip()
        while name and words(name)[:1] and words(name)[0] in STOPPED:
            name = name.partition(" ")[2]
        behind = text[match.end() :].lstrip()
        described = behind[:1].islower() and words(behind)[0] not in STOPPED
        if (
            words(name)
            and not described
            and not POSSESSIVE.search(match.group())
            and not behind.startswith(("'s", "’s"))
        ):
            found.append(name)
    return found


def same(name: str, source: str) -> bool:
    """Whether `name` ends as one of the names in `source` does."""
    last = words(name)[-1:]
    return any(words(one)[-1:] == last for one in names(source))


def overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def count(text: str, attributions: Sequence[Marked], found: Sequence[Sentence], counts: Counts) -> None:
    """Add an article to the counts."""
    sources = {
        number: [one for one in attributions if one.sources and any(overlap((s.start, s.end), c) for c in one.contents)]
        for number, s in enumerate(found)
    }
    capital = capitals(text)
    for one in attributions:
        source = " ".join(text[start:end] for start, end in one.sources)
        if not any(stem(word) in capital for name in names(source) for word in words(name)) or not one.contents:
            continue
        held = [n for n, s in enumerate(found) if any(holds((s.start, s.end), content) for content in one.contents)]
        if not held:
            continue
        counts.right.append(mean(named(found[n].speaker, source) for n in held))
        if any(MARK.search(text, start, end) for start, end in one.contents):
            counts.quoted.append(counts.right[-1])
        if SAID & {stem(word) for start, end in one.cues for word in words(text[start:end])}:
            counts.said.append(counts.right[-1])
        counts.other.append(mean(found[n].speaker is not None and not named(found[n].speaker, source) for n in held))
        counts.nearest.append(same(nearest(text, one), source))
        counts.best.append(
            mean(
                1 / len({" ".join(text[a:b] for a, b in o.sources) for o in sources[n]}) if sources[n] else 1
                for n in held
            )
        )
    places = [place for one in attributions for place in (*one.sources, *one.cues, *one.contents)]
    unmarked = [one for one in found if one.whole and not any(overlap((one.start, one.end), place) for place in places)]
    counts.wrong.extend(one.speaker is not None for one in unmarked)
    inside = [part for quotation in quotations(text, paragraphs(text)) for part in quotation.parts]
    counts.plain.extend(
        one.speaker is not None for one in unmarked if not any(overlap((one.start, one.end), part) for part in inside)
    )


def holds(sentence: Place, content: Place) -> bool:
    """Whether a sentence holds a good part of a content, rather than its last mark."""
    return overlap(sentence, content) * 5 > min(sentence[1] - sentence[0], content[1] - content[0])


def named(speaker: Speaker | None, source: str) -> bool:
    if speaker is None:
        return False
    fuller = speaker.kind == "person" and any(words(one)[-1] in words(speaker.name) for one in names(source))
    return fuller or same(speaker.name, source)


def nearest(text: str, one: Marked) -> str:
    """The capitalised name that stands nearest to the content, outside it."""
    best, least = "", len(text)
    for match in NAME.finditer(text):
        place = match.span()
        name = names(match.group())
        if name and not any(overlap(place, content) for content in one.contents):
            away = min(max(start - place[1], place[0] - end) for start, end in one.contents)
            if away < least:
                best, least = name[0], away
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="a checkout of networkdynamics/PolNeAR")
    parser.add_argument("--split", choices=SPLITS, default="dev")
    parser.add_argument("--limit", type=int, help="a sample of so many articles")
    options = parser.parse_args()
    read = list(articles(options.corpus, options.split))
    if options.limit:
        read = random.Random(0).sample(read, min(options.limit, len(read)))
    counts = Counts()
    for text, attributions in read:
        count(text, attributions, list(sentences(text)), counts)
    print(report(options.split, len(read), counts))


def report(split: str, read: int, counts: Counts) -> str:
    columns: Mapping[str, Sequence[float]] = {
        "right": counts.right,
        "right, quoted": counts.quoted,
        "right, said": counts.said,
        "other name": counts.other,
        "at best": counts.best,
        "nearest name": counts.nearest,
        "wrong names": counts.wrong,
        "wrong names, unquoted": counts.plain,
    }
    sizes = ("articles", "contents", "unmarked")
    row = (read, len(counts.right), len(counts.wrong), *(mean(one) if one else None for one in columns.values()))
    return table(("split", *sizes, *columns), [(split, *row)])


if __name__ == "__main__":
    main()
