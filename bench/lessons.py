"""Labelled questions as lessons for the evidence reader: a question, the passages found for it, the right sentences.

Questions of our own (see written.py) are put to the passages that the product finds for them in their dossier, so that
what is learnt from is what will be read; public sets to the text that answers and the nearest others of their set.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np

from bench.altered import altered, stems
from bench.sets import FITTED_FOLD, READERS, Labelled, Labels, apart_from, bare, train_part
from bench.written import PARTS_READ, Question, Written, read
from index.embed import default_embedder
from index.index import Index
from index.passage import Passage
from index.terms import terms
from qa.reader import heading_of

#: Passages of a dossier that a question is put to: as many as the product reads.
FOUND = 20
#: A sentence of a label that is shorter, letters and digits only, has to be the whole sentence.
LEAST_CHARACTERS = 20
#: Texts near a public question that do not answer it.
NEAR = 4


@dataclass(frozen=True, slots=True)
class Text:
    """A passage: its heading (see reader.heading_of), its sentences, and the numbers of those that answer or deny."""

    heading: str
    sentences: tuple[str, ...]
    right: frozenset[int] = frozenset()
    denies: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, the turns before it, and the passages found for it, the likeliest first."""

    question: str
    turns: str
    texts: tuple[Text, ...]


def of_written(written: Written) -> Iterator[Lesson]:
    """A lesson for each of the questions, in order, each asked of its own dossier."""
    embedder = default_embedder()
    for dossier, questions in written.by_dossier():
        index = Index.of(dossier, embedder)
        before = {question.question: question for question in questions}
        for question in questions:
            yield lesson(question, index, before)


def lesson(asked: Question, index: Index, before: dict[str, Question]) -> Lesson:
    """The question put to what is found for it. before: questions whose evidence stands for what was quoted then."""
    whole = " ".join([*asked.history[-2:], asked.question])
    hits = index.search(default_embedder().embed([whole])[0], list(dict.fromkeys(terms(whole))), FOUND)
    found = [hit.passage for hit in hits]
    found += [one for one in index.passages if one not in found and any(labelled(one, asked.evidence))]
    texts = tuple(
        Text(
            heading_of(one.document),
            sentences_of(one),
            frozenset(labelled(one, asked.evidence)),
            frozenset(labelled(one, asked.denies)),
        )
        for one in found
    )
    earlier = before.get(asked.history[-1]) if asked.history else None
    quoted = [earlier.evidence[0][1]] if earlier and earlier.evidence else []
    return Lesson(asked.question, " ".join([*asked.history[-2:], *quoted]), texts)


def sentences_of(passage: Passage) -> tuple[str, ...]:
    text = passage.document.text
    return tuple(text[sentence.start : sentence.end] for sentence in passage.sentences)


def labelled(passage: Passage, sentences: Iterable[tuple[str, str]]) -> Iterator[int]:
    """The numbers of the passage's sentences that are among those, each given by its document and its words."""
    wanted = [bare(said) for document, said in sentences if document == passage.document.id]
    for number, sentence in enumerate(sentences_of(passage) if wanted else ()):
        own = bare(sentence)
        if own and any(
            own == one or (min(len(own), len(one)) > LEAST_CHARACTERS and (own in one or one in own)) for one in wanted
        ):
            yield number


def of_public(labels: Labels) -> Iterator[Lesson]:
    """A lesson for each question of a public set: the text that answers, then the others that BM25 finds nearest."""
    index = bm25s.BM25()
    index.index([stems(f"{text.title} {' '.join(text.sentences)}") for text in labels.texts], show_progress=False)
    for one in labels.questions:
        best = np.argsort(-index.get_scores(stems(one.question)))[: NEAR + 1]
        others = [labels.texts[place] for place in best if labels.texts[place] != one.text][:NEAR]
        own = [Text(one.text.title, one.text.sentences, one.right)] if one.text else []
        yield Lesson(one.question, "", (*own, *(Text(other.title, other.sentences) for other in others)))


def public(folders: dict[str, Path], then: Sequence[Path], apart: Sequence[Path]) -> Iterator[tuple[str, list[Lesson]]]:
    """The lessons of each public set of bench/sets.py, of SQuAD 2.0's altered questions, and of the train parts."""
    squad: list[Labelled] = []
    for name, reader in READERS.items():
        kept = apart_from(reader(folders[name]), [*apart, *then])
        squad = squad or kept
        yield name, list(of_public(Labels.of(kept)))
    unanswerable, origins = altered(folders["squad2cr"], squad, squad)
    yield "squad2cr", list(of_public(Labels.of([*unanswerable, *origins])))
    for folder in then:
        yield folder.name, list(of_public(train_part(folder, FITTED_FOLD)))


def keep(file: Path, lessons: Iterable[Lesson]) -> None:
    """Write lessons to a file of JSON lines."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as stream:
        for one in lessons:
            texts = [[text.heading, text.sentences, sorted(text.right), sorted(text.denies)] for text in one.texts]
            stream.write(json.dumps([one.question, one.turns, texts], ensure_ascii=False) + "\n")


def kept(file: Path) -> list[Lesson]:
    """The lessons of such a file."""

    def text(row: list[Any]) -> Text:
        return Text(row[0], tuple(row[1]), frozenset(row[2]), frozenset(row[3]))

    with file.open(encoding="utf-8") as stream:
        return [Lesson(question, turns, tuple(map(text, texts))) for question, turns, texts in map(json.loads, stream)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--written", nargs="*", type=Path, default=[], help="folders of questions of our own")
    for name in (*READERS, "squad2cr"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--then", nargs="*", type=Path, default=[], help="sets whose train part is learnt from")
    parser.add_argument("--apart", nargs="*", type=Path, default=[], help="sets of which nothing is learnt")
    parser.add_argument("--out", type=Path, default=Path("build/lessons"))
    options = parser.parse_args()
    for folder in options.written:
        for part in PARTS_READ:
            made = list(of_written(read(folder, part)))
            keep(options.out / part / f"{folder.name}.jsonl", made)
            print(f"{folder.name} {part}: {len(made)}", flush=True)
    if options.nqg:
        folders = {name: getattr(options, name) for name in (*READERS, "squad2cr")}
        for name, made in public(folders, options.then, options.apart):
            keep(options.out / "public" / f"{name}.jsonl", made)
            print(f"{name}: {len(made)}", flush=True)


if __name__ == "__main__":
    main()
