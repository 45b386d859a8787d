"""Our own questions: which part a dossier is in, and what is learnt from a question."""

from __future__ import annotations

import json
import random
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bench import lessons, train, written
from bench.ablate import RULES, Remembering
from index.embed import Embedder
from index.index import Index
from qa.reader import Asked, Text

ROOT = Path(__file__).resolve().parents[2]
PORT = {
    "dossier": "d1",
    "id": "d1-a",
    "title": "Port shut",
    "outlet": "Wire",
    "published": "2024-03-04",
    "author": None,
    "text": "The port of Duneth was shut on Monday. The union said 1,150 had joined. “We are tired,” said Ann Lee.",
}
ASKED = {
    "id": "q1",
    "dossier": "d1",
    "kind": "follow",
    "question": "How many took part?",
    "history": ["What happened in Duneth?"],
    "evidence": [["d1-a", "The union said 1,150 had joined."]],
    "together": False,
    "near": [],
    "denies": [],
}


def test_every_dossier_is_in_one_part_and_most_are_learnt_from() -> None:
    parts = [written.part_of(f"w1-{number}") for number in range(600)]
    assert parts == [written.part_of(f"w1-{number}") for number in range(600)]
    shares = {part: parts.count(part) / len(parts) for part in written.PARTS_READ}
    assert 0.6 < shares["train"] < 0.72
    assert 0.1 < shares["fit"] < 0.23
    assert 0.1 < shares["test"] < 0.23


def test_a_part_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    written.write(tmp_path, [PORT], [ASKED])
    part = written.part_of("d1")
    found = written.read(tmp_path, part)
    ((documents, questions),) = found.by_dossier()
    assert (documents[0].id, documents[0].outlet, str(documents[0].published)) == ("d1-a", "Wire", "2024-03-04")
    assert questions[0].evidence == (("d1-a", "The union said 1,150 had joined."),)
    assert written.read(tmp_path, "fit" if part != "fit" else "test").questions == ()


def test_a_lesson_has_the_passages_found_with_the_right_sentences_marked(embedder: Embedder) -> None:
    index = Index.of([written.document(PORT)], embedder)
    one = lessons.lesson(written.question(ASKED), index, {})
    assert one.turns == "What happened in Duneth?"
    assert [text.heading for text in one.texts] == ["Port shut · Wire · 4 March 2024"]
    assert one.texts[0].sentences[1] == "The union said 1,150 had joined."
    assert one.texts[0].right == {1}


def test_lessons_are_kept_as_they_are(tmp_path: Path) -> None:
    text = lessons.Text("A", ("One.", "Two."), frozenset({1}), frozenset({0}))
    some = [lessons.Lesson("Which?", "Before?", (text,))]
    lessons.keep(tmp_path / "some.jsonl", some)
    assert lessons.kept(tmp_path / "some.jsonl") == some


def test_a_text_is_cut_around_what_is_right() -> None:
    reading = train.Reading(train.PACES["strong"], mpnet=False)
    sentences = tuple(f"Sentence number {number} tells of the harbour and of its many boats." for number in range(40))

    for seed in range(8):
        cut = reading.cut(lessons.Text("A", sentences, frozenset({17})), random.Random(seed))
        (right,) = cut.right
        assert cut.sentences[right] == sentences[17]
        assert 2 <= len(cut.sentences) <= 10


def test_the_questions_in_the_repository_are_labelled_with_sentences_of_their_documents() -> None:
    folder = ROOT / "bench/questions/dossiers"
    texts = {row["id"]: row["text"] for row in map(json.loads, (folder / "documents.jsonl").open(encoding="utf-8"))}
    asked = [json.loads(line) for line in (folder / "questions.jsonl").open(encoding="utf-8")]
    assert len(asked) > 5_000
    assert len({row["id"] for row in asked}) == len(asked)
    labels = [label for row in asked for name in ("evidence", "near", "denies") for label in row[name]]
    assert [label for label in labels if label[1] not in texts[label[0]]] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_that_is_ablated_is_where_it_is_looked_for(rule: str) -> None:
    assert all(resolve_name(target) is not None for target in RULES[rule])


def test_nothing_is_read_twice() -> None:
    class Counting:
        read_texts = 0

        def read(self, asked: Asked, texts: list[Text]) -> list[list[float]]:
            self.read_texts += len(texts)
            return [[float(len(asked.question + sentence)) for sentence in sentences] for _, sentences in texts]

    counting = Counting()
    reader = Remembering(counting)
    texts: list[Text] = [("", ("a", "bb")), ("", ("ccc",))]
    first = reader.read(Asked("Why?"), texts)
    assert reader.read(Asked("Why?"), [*texts, ("", ("dddd",))])[:2] == first
    assert counting.read_texts == 3
