"""Labelled questions as the reader in training sees them: with the text that answers, and with others near it.

Now and then the question's number or name is exchanged, and then the same text answers no more.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import bm25s
import numpy as np

from bench.sets import Labelled, Labels, Text
from index.embed import packaged_minilm
from index.pieces import Pieces
from index.terms import terms
from qa.window import Window, windows

#: Among how many near texts the wrong ones are drawn.
NEAR = 4
#: How often a question is also asked with a name or number exchanged.
EXCHANGED = 0.15

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
YEAR = re.compile(r"[12]\d{3}")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*")


@dataclass(frozen=True, slots=True)
class Read:
    """A window, whether each of its sentences answers, and whether it counts for the choice among sentences."""

    window: Window
    right: tuple[float, ...]
    chosen_from: bool


class Examples:
    """Questions as the network reads them."""

    def __init__(self, sets: Sequence[Labels], chance: random.Random) -> None:
        self.pieces = Pieces(packaged_minilm())
        self.chance = chance
        self.near = {id(one): texts for labels in sets for one, texts in near(labels)}
        self.names = [name for labels in sets for one in labels.questions for name in NAME.findall(one.question)]

    def of(self, one: Labelled, wrong: int = 0) -> list[Read]:
        """Its windows: with the text that answers and `wrong` others drawn, and now and then the question exchanged.

        With 0 nothing is drawn: the text that answers and the nearest other.
        """
        close = self.near[id(one)]
        others = self.chance.sample(close, min(wrong, len(close))) if wrong else close[:1]
        nothing: frozenset[int] = frozenset()
        asked = [(one.question, text, nothing, True) for text in others]
        if one.text:
            asked.insert(0, (one.question, one.text, one.right, True))
            if wrong and self.chance.random() < EXCHANGED:
                other = self.exchanged(one.question)
                if other:
                    asked.append((other, one.text, nothing, False))
        return [read for question, text, right, counts in asked for read in self.windows(question, text, right, counts)]

    def windows(self, question: str, text: Text, right: frozenset[int], counts: bool) -> Iterator[Read]:
        first = 0
        for window in windows(self.pieces, question, text.title, text.sentences):
            end = first + len(window.spans)
            yield Read(window, tuple(float(number in right) for number in range(first, end)), counts)
            first = end

    def exchanged(self, question: str) -> str | None:
        """The question with one number or, where it has none, one name made another; None where it has neither."""
        numbers = list(NUMBER.finditer(question))
        if numbers:
            found = self.chance.choice(numbers)
            if YEAR.fullmatch(found[0]):
                other = str(int(found[0]) + self.chance.choice([-1, 1]) * self.chance.randint(1, 30))
            else:
                other = str(self.chance.randint(2, 99))
            if other != found[0]:
                return question[: found.start()] + other + question[found.end() :]
        names = list(NAME.finditer(question))
        if names:
            found = self.chance.choice(names)
            other = str(self.chance.choice(self.names))
            if other.lower() not in question.lower() and found[0].lower() not in other.lower():
                return question[: found.start()] + other + question[found.end() :]
        return None


def near(labels: Labels) -> Iterator[tuple[Labelled, list[Text]]]:
    """With each question the other texts of its set that BM25 finds nearest to it, at most NEAR."""
    index = bm25s.BM25()
    index.index([stems(f"{text.title} {' '.join(text.sentences)}") for text in labels.texts], show_progress=False)
    for one in labels.questions:
        best = np.argsort(-index.get_scores(stems(one.question)))[: NEAR + 2]
        yield one, [labels.texts[place] for place in best if labels.texts[place] != one.text][:NEAR]


def stems(text: str) -> list[str]:
    return list(terms(text)) or ["-"]
