"""How likely a cue must be, chosen on train articles of PolNeAR that its weights did not learn from (bench/cues.py).

- told: from where a word counts as a cue: the cutoff at which the F1 of the words that people marked is highest.
- sure: from where one names the speaker of its sentence: the lowest with which at most WRONG of the sentences in which
  nothing is marked get a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean

from bench.polnear import Counts, Marked, count
from index.cue import Cues
from index.sentence import Sentence, listened, named
from index.speech import Speech

#: Cutoffs that are tried, in [0, 1]; finer steps would only fit the articles they are chosen on.
STEPS = tuple(number / 20 for number in range(1, 20))
#: What issue 4 allows.
WRONG = 0.03


@dataclass(frozen=True, slots=True)
class Listened:
    """An article, what people marked in it, and what we heard in it with the lowest cutoff."""

    text: str
    marks: list[Marked]
    speech: Speech
    sentences: list[Sentence]


def with_cutoffs(cues: Cues, held: Sequence[tuple[str, list[Marked]]]) -> tuple[float, float]:
    """Told and sure for these cues, on articles with what is marked in them."""
    lowest = replace(cues, told=STEPS[0])
    read = [Listened(text, marks, *listened(text, lowest)) for text, marks in held]
    sure = next((cutoff for cutoff in STEPS if wrong(read, cutoff) <= WRONG), STEPS[-1])
    return max(STEPS, key=lambda cutoff: f1(read, cutoff)), sure


def f1(read: Sequence[Listened], cutoff: float) -> float:
    """Of the words at which somebody may say or think something: the F1 of those at least so likely."""
    judged = [pair for one in read for pair in words(one)]
    right = sum(marked for likely, marked in judged if likely >= cutoff)
    return 2 * right / (sum(marked for _, marked in judged) + sum(likely >= cutoff for likely, _ in judged) or 1)


def words(one: Listened) -> list[tuple[float, bool]]:
    """How likely each such word of an article is a cue, and whether people marked it as one."""
    likely = {found.at: found.likely for found in one.speech.attributions}
    cues = {at for mark in one.marks if mark.contents for start, end in mark.cues for at in range(start, end)}
    return [(share, at in cues) for at, share in likely.items()]


def wrong(read: Sequence[Listened], cutoff: float) -> float:
    """The share of the unmarked sentences that get a speaker; prints it beside what is right."""
    whole = Counts()
    for one in read:
        one.speech.cues = replace(one.speech.cues, sure=cutoff)
        found = named(one.speech, one.sentences)
        count(one.text, one.marks, (found, one.speech.tellings), Counts(), whole)
    share = mean(whole.wrong or [0.0])
    print(f"sure {cutoff:.2f}: right {mean(whole.right or [0.0]):.3f}, wrong {share:.3f}", flush=True)
    return share
