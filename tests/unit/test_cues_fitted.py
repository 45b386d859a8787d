"""bench/cues.py and bench/cutoffs.py on a small corpus made here: the same weights twice, and cutoffs by their rule."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench import cues
from bench.cutoffs import STEPS, WRONG, Listened, f1, with_cutoffs, wrong
from bench.polnear import articles
from index.cue import read_cues
from index.language import english
from index.sense import senses
from index.sentence import heard, listened

NAMES = ("Ann Lee", "Eva Lund", "Omar Lie", "Jens Holm", "Mary Sand", "Peter Dahl", "Nina Berg", "Mark Stone")
#: What somebody says of something, by a verb; and what nobody says.
SAID = ("said that the bridge was safe", "argued that the ferry was late", "claimed that the road was closed")
DONE = ("crossed the bridge on Monday", "left the harbour at noon", "painted the old school")


def made(folder: Path, count: int) -> Path:
    """A corpus in PolNeAR's form of `count` articles, in which SAID is marked and DONE is not."""
    text_folder, marks_folder = folder / "data" / "train" / "text", folder / "data" / "train" / "attributions"
    for one in (text_folder, marks_folder):
        one.mkdir(parents=True)
    for number in range(count):
        text, spans, events = "", [], []
        for place, name in enumerate(NAMES):
            said, done = SAID[(number + place) % 3], DONE[(number + place) % 3]
            start, verb = len(text), said.split()[0]
            at = start + len(name) + 1
            told = at + len(verb) + 1
            text += f"{name} {said}.\n\n"
            stop = len(text) - 3
            for role, begin, end in (("Source", start, at - 1), ("Cue", at, told - 1), ("Content", told, stop)):
                spans.append(f"T{len(spans)}\t{role} {begin} {end}\t{text[begin:end]}")
            first = len(spans) - 3
            events.append(f"E{place}\tAttribution:T{first + 1} Source:T{first} Cue:T{first + 1} Content:T{first + 2}")
            text += f"{NAMES[place - 3]} {done}.\n\n"
        (text_folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
        (marks_folder / f"{number:02}_made.ann").write_text("\n".join([*spans, *events]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("corpus"), 10)


@pytest.fixture(scope="module")
def written(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What the command writes, twice."""
    folder = tmp_path_factory.mktemp("out")
    for name in ("first", "second"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["bench.cues", str(corpus), "--out", str(folder / name)])
            cues.main()
    return [(folder / name).read_bytes() for name in ("first", "second")]


def test_the_same_corpus_gives_the_same_file(written: list[bytes]) -> None:
    assert written[0] == written[1]


def test_what_was_fitted_tells_speech_from_deeds(written: list[bytes]) -> None:
    known = read_cues(json.loads(written[0]))
    text = "Kari Moe said that it was late. Kari Moe crossed the road."
    (sense,), doc = senses([text], known.vector), english()(text)
    said, crossed = (known.likely(doc[n], sense, beside=False) for n in (2, 10))
    assert said > 0.8
    assert crossed < 0.2
    assert known.told in STEPS
    assert known.sure in STEPS


def test_cutoffs_follow_their_rules(written: list[bytes], corpus: Path) -> None:
    known, held = read_cues(json.loads(written[0])), list(articles(corpus, "train"))[4::5]
    read = [Listened(text, marks, *listened(text, known)) for text, marks in held]
    assert (known.told, known.sure) == with_cutoffs(known, held)
    assert wrong(read, known.sure) <= WRONG
    assert f1(read, known.told) == max(f1(read, cutoff) for cutoff in STEPS) == 1.0


def test_the_weights_that_come_with_the_project_hear_an_article_of_it(corpus: Path) -> None:
    text, marks = next(articles(corpus, "train"))
    speakers = [one.speaker.name if one.speaker else None for one in heard(text)[0]]
    assert len(marks) == len(NAMES)
    assert speakers[::2] == list(NAMES)
    assert set(speakers[1::2]) == {None}
