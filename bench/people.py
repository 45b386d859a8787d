"""What people reach by the measure of bench/polnear.py, where six of them marked the same article of PolNeAR.

    python -m bench.people /path/to/PolNeAR

Each in turn is taken for the truth, and the five others answer: a content is given to its source, and an unmarked
sentence to somebody, where at least so many of them say so. A source of theirs that is no name ("he", "the senator") is
believed to be the right one. What five people reach who all agree is what our own wrong names are to be seen beside.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from bench.named import names, same
from bench.polnear import SPLITS, Marked, Place, fit, holds, marked, overlap
from bench.report import table
from index.language import english
from index.sentence import Sentence, paragraphs, split
from index.terms import names as capitals
from index.terms import stem, words

#: So many people marked each of these articles.
PEOPLE = 6
Votes = list[int]


def sentences(text: str) -> list[Sentence]:
    """Without speakers."""
    places = list(paragraphs(text))
    read = zip(places, english().pipe(text[start:end] for start, end in places), strict=True)
    return [one for (offset, _), paragraph in read for one in split(paragraph, offset)]


def votes(text: str, marks: Sequence[Sequence[Marked]]) -> tuple[Votes, Votes]:
    """How many of the others give each content to its source, and each unmarked sentence to somebody."""
    found, capital = sentences(text), capitals(text)
    right: Votes = []
    wrong: Votes = []
    for number, truth in enumerate(marks):
        rest = [*marks[:number], *marks[number + 1 :]]
        others = [[one for one in other if one.sources and one.contents] for other in rest]
        for one in truth:
            source = written(text, one)
            named = any(stem(word) in capital for name in names(source) for word in words(name))
            if named and any(holds((s.start, s.end), content) for s in found for content in one.contents):
                right.append(sum(agrees(text, one, other) for other in others))
        places = [place for one in truth for place in (*one.sources, *one.cues, *one.contents)]
        for s in found:
            if s.whole and not any(overlap((s.start, s.end), place) for place in places):
                wrong.append(sum(tells((s.start, s.end), other) for other in others))
    return right, wrong


def written(text: str, one: Marked) -> str:
    return " ".join(text[start:end] for start, end in one.sources)


def agrees(text: str, one: Marked, other: Sequence[Marked]) -> bool:
    """Whether what fits a content best in another's marks has its source: the same name or place, or no name."""
    best = max(other, key=lambda mark: fit(mark.contents, one.contents), default=None)
    if best is None or fit(best.contents, one.contents) == 0:
        return False
    at_one_place = any(overlap(here, there) for here in best.sources for there in one.sources)
    return at_one_place or not names(written(text, best)) or same(written(text, best), written(text, one))


def tells(sentence: Place, other: Sequence[Marked]) -> bool:
    """Whether another's marks give something of a sentence to somebody."""
    return any(overlap(sentence, content) for mark in other for content in mark.contents)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="a checkout of networkdynamics/PolNeAR")
    options = parser.parse_args()
    right: Votes = []
    wrong: Votes = []
    for file in sorted(file for name in SPLITS for file in (options.corpus / "data" / name / "text").glob("*.txt")):
        marks = sorted((file.parents[1] / "attributions").glob(f"{file.stem}_????.ann"))
        if len(marks) == PEOPLE:
            text = file.read_text(encoding="utf-8")
            some, more = votes(text, [marked(one.read_text(encoding="utf-8")) for one in marks])
            right, wrong = right + some, wrong + more
    rows = [
        (str(least), len(right), len(wrong), mean(n >= least for n in right), mean(n >= least for n in wrong))
        for least in range(1, PEOPLE)
    ]
    print(table(("of five agree", "contents", "unmarked", "right", "wrong"), rows))


if __name__ == "__main__":
    main()
