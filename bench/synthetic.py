"""A dossier of any size, made of drawn words and vectors: the store and the search are real, what they hold is not.

Articles have eight passages of five sentences, out of 20,000 of twenty words drawn from English by frequency; they are
not parsed, which for 100,000 passages would take hours. Every fifth sentence has a speaker, one of 5,000. Vectors lie
around 2,000 centres, so that neighbours have cosines of about 0.65, as passages on one matter have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from wordfreq import top_n_list, word_frequency

from index.document import Document
from index.dossier import Dossier
from index.embed import MINILM_SHA256, Vectors
from index.indexed import Indexed
from index.passage import Passage
from index.schema import changed, connected, read_state, transaction
from index.sentence import Entity, Sentence
from index.speaker import Speaker
from index.store import insert_row, new_row, write_indexed
from index.terms import terms, words, written

WORDS, SENTENCES, PASSAGES, WIDTH, CENTRES, SPEAKERS, OUTLETS = 20, 5, 8, 384, 2_000, 5_000, 60
#: How far a passage lies from its centre, and a sentence from its passage: cosines of 1 / (1 + spread²) between two.
SPREAD, SENTENCE_SPREAD = 0.73, 0.8
VOCABULARY, SENTENCES_KNOWN = 60_000, 20_000


class Drawn:
    """Draws documents and vectors, the same ones for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self.chance = np.random.default_rng(seed)
        self.vocabulary = np.array(top_n_list("en", VOCABULARY))
        often = np.array([word_frequency(word, "en") for word in self.vocabulary])
        self._often = np.cumsum(often / often.sum())
        self.centres = unit(self.chance.standard_normal((CENTRES, WIDTH), np.float32))
        names = [word.capitalize() for word in self.vocabulary[5_000:] if word.isalpha()]
        self.speakers = [Speaker(f"{names[i]} {names[-i - 1]}", "minister", "person", None) for i in range(SPEAKERS)]
        self.sentences = [self.sentence(number) for number in range(SENTENCES_KNOWN)]

    def words(self, many: int) -> list[str]:
        """Words of English, each as often as it is used."""
        places = np.searchsorted(self._often, self.chance.random(many))
        return list(map(str, self.vocabulary[np.minimum(places, VOCABULARY - 1)]))

    def around(self, points: Vectors, spread: float) -> Vectors:
        """Unit vectors that lie around these, one each."""
        noise = unit(self.chance.standard_normal(points.shape, np.float32))
        return unit(points + np.float32(spread) * noise)

    def vectors(self, many: int) -> Vectors:
        """Vectors of passages."""
        return self.around(self.centres[self.chance.integers(CENTRES, size=many)], SPREAD)

    def sentence(self, number: int) -> Drawing:
        """A sentence, every fifth one with a speaker."""
        speaker = self.speakers[self.chance.integers(SPEAKERS)] if number % 5 == 0 else None
        told = ["Then", *self.words(WORDS - 3), *(speaker.name.split() if speaker else self.words(2))]
        text = f"{' '.join(told)}."
        return Drawing(text, terms(text), frozenset(words(text)), written(text), speaker)

    def indexed(self, number: int) -> Indexed:
        """An article of drawn sentences, as indexing it would leave it."""
        title = " ".join(self.words(8)).capitalize()
        drawn = [self.sentences[place] for place in self.chance.integers(SENTENCES_KNOWN, size=PASSAGES * SENTENCES)]
        ends = np.cumsum([len(one.text) + 1 for one in drawn]).tolist()
        sentences = [
            Sentence(end - len(one.text) - 1, end - 1, one.terms, one.entities, False, False, True, one.speaker)
            for one, end in zip(drawn, ends, strict=True)
        ]
        day = date(2010, 1, 1) + timedelta(days=number % 4000)
        text = " ".join(one.text for one in drawn)
        document = Document(f"article-{number}", title, text, f"Outlet {number % OUTLETS}", day)
        cut = [tuple(sentences[first : first + SENTENCES]) for first in range(0, len(sentences), SENTENCES)]
        vectors = self.vectors(PASSAGES)
        return Indexed(
            document,
            tuple(Passage(document, some[0].start, some[-1].end, some) for some in cut),
            vectors,
            self.around(np.repeat(vectors, SENTENCES, 0), SENTENCE_SPREAD).astype(np.float16),
            tuple((*terms(title), *(term for one in some for term in one.terms)) for some in cut),
            frozenset(words(title)).union(*(one.words for one in drawn)),
            frozenset().union(*(one.written[0] for one in drawn)),
            frozenset().union(*(one.written[1] for one in drawn)),
        )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn sentence and what reading it would tell; see Sentence and Indexed."""

    text: str
    terms: tuple[str, ...]
    words: frozenset[str]
    written: tuple[frozenset[str], frozenset[str]]
    speaker: Speaker | None

    @property
    def entities(self) -> tuple[Entity, ...]:
        return (Entity(terms(self.speaker.name), "PERSON"),) if self.speaker else ()


def unit(vectors: NDArray[np.float32]) -> Vectors:
    """The vectors, each of length 1."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32)


def make(store: Path, passages: int, seed: int = 0) -> Iterator[int]:
    """Write a dossier of so many passages for the packaged model; gives how many it has, now and then."""
    drawn = Drawn(seed)

    class Named:
        """Stands for the packaged model, whose vectors are not computed."""

        fingerprint = MINILM_SHA256

        def embed(self, texts: Sequence[str]) -> Vectors:
            return drawn.vectors(len(texts))

    with Dossier.writing(store, Named()) as dossier:
        connection = connected(store)
        for first in range(0, passages // PASSAGES, 500):
            with transaction(connection):
                for number in range(first, min(first + 500, passages // PASSAGES)):
                    one = drawn.indexed(number)
                    row = new_row(connection, f"/synthetic/{number}.txt".encode(), str(number), "{}", one.document)
                    row = replace(row, passages=len(one.passages))
                    insert_row(connection, row)
                    write_indexed(connection, row.id, one)
                changed(connection, read_state(connection, store, MINILM_SHA256))
            yield number * PASSAGES
        connection.close()
        dossier.publish()
