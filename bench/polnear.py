"""How often index/speech.py names the right speaker, on PolNeAR's political news (networkdynamics/PolNeAR).

    python -m bench.polnear /path/to/PolNeAR --split dev

The corpus marks who (source) says, thinks, wants or does what (content), in 1,008 articles of seven US publishers. Read
where it lies; its text is the publishers' and none of it is kept. Of the contents whose source is a name (see
bench/named.py) and of the sentences in which nothing is marked, the shares over all articles of a split, in two lines:

- spans: a content is given to whom we give the piece of text that fits it best, a Telling or else a sentence; an
  unmarked sentence is given to somebody where any Telling or its speaker is.
- sentences: a content is given to the speakers of the sentences that hold it, several counting as one in parts; an
  unmarked sentence is given to its speaker, whom the page shows. A sentence has one speaker and the corpus may mark
  several, so "at best" says what one of them would reach.

The figures of each: right: given to its source, by last name or fuller; of these those with words in quotation marks
("quoted") and behind a plain verb of speech ("said"); other: given to somebody else; wrong: unmarked sentences given to
somebody, and of those that no quotation mark touches ("unquoted"), since annotators left many sentences of a quotation
unmarked. --cutoffs asks how right and wrong go together: a cue then has to be at least so likely. "nearest" gives a
content to the capitalised name nearest to it. What people reach by the same count is measured by bench/people.py.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import mean

from bench.named import NAME, named, names, same
from bench.report import table
from index.quotation import MARK, quotations
from index.sentence import Sentence, listened, paragraphs
from index.sentence import named as with_speakers
from index.speaker import Speaker
from index.speech import Telling
from index.terms import names as capitals
from index.terms import stem, words

SPLITS = ("train", "dev", "test")
#: Cues that nobody would call a thought or a judgement.
SAID = frozenset(
    map(
        stem, words("say tell add write ask according note argue claim report announce explain warn state insist tweet")
    )
) - {""}
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution that the corpus marks; offsets into the article. contents, cues: several where broken up."""

    sources: tuple[Place, ...]
    cues: tuple[Place, ...]
    contents: tuple[Place, ...]


@dataclass(slots=True)
class Counts:
    """Shares in [0, 1]: one a content with a named source; wrong and unquoted have one a sentence without any mark."""

    right: list[float] = field(default_factory=list)
    quoted: list[float] = field(default_factory=list)
    said: list[float] = field(default_factory=list)
    other: list[float] = field(default_factory=list)
    wrong: list[float] = field(default_factory=list)
    unquoted: list[float] = field(default_factory=list)
    best: list[float] = field(default_factory=list)
    nearest: list[float] = field(default_factory=list)


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
        name, tab, rest = line.partition("\t")
        parts = rest.split("\t")[0]
        if name.startswith("T") and tab:
            places = parts.split(" ", 1)[1].split(";")
            spans[name] = tuple((int(one), int(other)) for one, other in (place.split() for place in places))
        elif name.startswith("E") and tab:  # a marked text with a line break goes on in a line without a tab
            roles: dict[str, list[Place]] = defaultdict(list)
            for part in parts.split():
                role, _, span = part.partition(":")
                roles[role.rstrip("0123456789")].extend(spans.get(span, ()))
            events.append(roles)
    return [Marked(tuple(one["Source"]), tuple(one["Cue"]), tuple(one["Content"])) for one in events]


def overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def fit(one: Sequence[Place], other: Sequence[Place]) -> float:
    """How well two pieces of text agree, in [0, 1]: twice the characters they share by those they have."""
    shared = sum(overlap(a, b) for a in one for b in other)
    return 2 * shared / sum(end - start for start, end in (*one, *other))


def given(contents: Sequence[Place], found: Sequence[Sentence], tellings: Sequence[Telling]) -> Speaker | None:
    """Whom we give a content to: the speaker of the telling, else of the sentence, that fits it best."""
    pieces = [((one.start, one.end), one.speaker) for one in tellings]
    pieces += [((one.start, one.end), one.speaker) for one in found if one.speaker is not None]
    fitting = [(fit(contents, [place]), speaker) for place, speaker in pieces]
    best, speaker = max(fitting, key=lambda pair: pair[0], default=(0.0, None))
    return speaker if best > 0 else None


def add(counts: Counts, right: float, other: float, one: Marked, text: str) -> None:
    """Add a content: the shares of it that are given to its source and to others."""
    counts.right.append(right)
    counts.other.append(other)
    if any(MARK.search(text, start, end) for start, end in one.contents):
        counts.quoted.append(right)
    if SAID & {stem(word) for start, end in one.cues for word in words(text[start:end])}:
        counts.said.append(right)


def count(
    text: str, marks: Sequence[Marked], found: tuple[list[Sentence], list[Telling]], spans: Counts, whole: Counts
) -> None:
    """Add an article, as index/sentence.py has heard it, to the counts by spans and by whole sentences."""
    sentences, tellings = found
    capital = capitals(text)
    for one in marks:
        source = " ".join(text[start:end] for start, end in one.sources)
        if not any(stem(word) in capital for name in names(source) for word in words(name)) or not one.contents:
            continue
        held = [s for s in sentences if any(holds((s.start, s.end), content) for content in one.contents)]
        if not held:
            continue
        speaker = given(one.contents, held, tellings)
        right = named(speaker, source)
        add(spans, right, speaker is not None and not right, one, text)
        rights = [named(s.speaker, source) for s in held]
        others = [s.speaker is not None and not right for s, right in zip(held, rights, strict=True)]
        add(whole, mean(rights), mean(others), one, text)
        whole.best.append(mean(1 / max(1, sources_in(text, s, marks)) for s in held))
        spans.nearest.append(same(nearest(text, one), source))
    places = [place for one in marks for place in (*one.sources, *one.cues, *one.contents)]
    inside = [part for quotation in quotations(text, paragraphs(text)) for part in quotation.parts]
    for s in sentences:
        here = s.start, s.end
        if s.whole and not any(overlap(here, place) for place in places):
            told = s.speaker is not None or any(overlap(here, (one.start, one.end)) for one in tellings)
            for counts, wrong in ((spans, told), (whole, s.speaker is not None)):
                counts.wrong.append(wrong)
                if not any(overlap(here, part) for part in inside):
                    counts.unquoted.append(wrong)


def sources_in(text: str, sentence: Sentence, marks: Sequence[Marked]) -> int:
    """How many different sources the contents of a sentence have."""
    here = sentence.start, sentence.end
    telling = [one for one in marks if one.sources and any(overlap(here, content) for content in one.contents)]
    return len({" ".join(text[start:end] for start, end in one.sources) for one in telling})


def holds(sentence: Place, content: Place) -> bool:
    """Whether a sentence holds a good part of a content, rather than its last mark."""
    return overlap(sentence, content) * 5 > min(sentence[1] - sentence[0], content[1] - content[0])


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
    parser.add_argument("--cutoffs", type=float, nargs="+", default=(), help="besides the project's own, and above it")
    options = parser.parse_args()
    read = list(articles(options.corpus, options.split))
    if options.limit:
        read = random.Random(0).sample(read, min(options.limit, len(read)))
    print(report(options.split, len(read), counted(read, options.cutoffs)))


def counted(read: Sequence[tuple[str, list[Marked]]], cutoffs: Sequence[float]) -> dict[str, Counts]:
    """The counts of all articles by "spans" and "sentences", also for cues that are at least as likely as a cutoff."""
    found: dict[str, Counts] = defaultdict(Counts)
    for text, marks in read:
        speech, sentences = listened(text)
        own = speech.cues
        for cutoff in (None, *cutoffs):
            speech.cues = replace(own, told=cutoff, sure=cutoff) if cutoff else own
            heard = with_speakers(speech, sentences), speech.tellings
            at = f", {cutoff:.2f}" if cutoff else ""
            count(text, marks, heard, found[f"spans{at}"], found[f"sentences{at}"])
    return found


def report(split: str, read: int, found: Mapping[str, Counts]) -> str:
    """A table of all counts; None (shown as a dash) where a figure is not meant for a line."""
    figures = ("right", "quoted", "said", "other", "wrong", "unquoted", "best", "nearest")
    rows = []
    for name, counts in found.items():
        shares: list[list[float]] = [getattr(counts, figure) for figure in figures]
        rows.append(
            (split, read, len(counts.right), len(counts.wrong), name, *(mean(s) if s else None for s in shares))
        )
    return table(("split", "articles", "contents", "unmarked", "by", *figures), rows)


if __name__ == "__main__":
    main()
