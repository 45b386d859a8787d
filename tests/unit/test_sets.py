"""What training may learn from is apart from what is reported on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.sets import FOLDS, Labelled, Text, apart_from, fold_of, holds, train_part

TOWNS = ("Arlen", "Brindle", "Corrin", "Dunmore", "Eastry", "Fallow", "Garth", "Hollin", "Ibsley", "Jarrow")


def sentence(town: str) -> str:
    return f"The old mill of {town} was sold to the brothers in the spring."


def question(town: str, use: str, **more: Any) -> dict[str, Any]:
    row = {"id": f"q-{town}", "question": f"When was the mill of {town} sold?", "answerable": True, "label": "easy"}
    return row | {"answers": ["in the spring"], "evidence": [], "gold": [f"{town}#0"], "use": use} | more


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of ten articles, the last three of which are for scoring, and a question that none answers."""
    documents = [
        {"id": f"{town}#0", "title": town, "text": f"{town} lies on a river. {sentence(town)}"} for town in TOWNS
    ]
    asked = [question(town, "train" if number < 7 else "score") for number, town in enumerate(TOWNS)]
    asked.append(question("Nowhere", "train", answerable=False, answers=[], gold=[]))
    asked.append(question("Arlen", "train", id="vague", answerable=False, answers=[], gold=[], label="UNDERSPECIFIED"))
    for name, rows in (("documents", documents), ("questions", asked)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_the_train_part_has_the_marked_sentence_and_nothing_of_the_score_part(folder: Path) -> None:
    labels = train_part(folder)
    assert [one.question for one in labels.questions] == [
        f"When was the mill of {town} sold?" for town in (*TOWNS[:7], "Nowhere")
    ]
    arlen = Text("Arlen", ("Arlen lies on a river.", sentence("Arlen")))
    assert labels.questions[0] == Labelled(labels.questions[0].question, arlen, frozenset({1}))
    assert labels.questions[-1].text is None
    assert [text.title for text in labels.texts] == list(TOWNS[:7])


def test_the_folds_part_the_train_articles_and_each_leaves_its_own_out(folder: Path) -> None:
    whole = {one.question for one in train_part(folder).questions}
    left_out = [whole - {one.question for one in train_part(folder, fold).questions} for fold in range(FOLDS)]
    assert set.union(*left_out) == whole
    assert sum(map(len, left_out)) == len(whole)
    for fold in range(FOLDS):
        titles = {text.title for text in train_part(folder, fold).texts}
        assert not {f"When was the mill of {title} sold?" for title in titles} & left_out[fold]


def test_questions_about_one_article_are_in_one_fold() -> None:
    assert len({fold_of({"id": str(number), "gold": [f"Arlen#{number}"]}) for number in range(20)}) == 1
    assert {fold_of({"id": str(number), "gold": []}) for number in range(50)} == set(range(FOLDS))


def test_a_sentence_holds_marked_evidence_or_part_of_it_and_else_an_answer() -> None:
    marked = {"evidence": ["It was sold , in May ."], "answers": ["river"]}
    assert holds("It was sold, in May.", marked)
    assert holds("It was sold,", marked)
    assert not holds("It lies on a river.", marked)
    assert holds("It lies on a River.", {"evidence": [], "answers": ["river"]})
    assert not holds("It lies on a river.", {"evidence": [], "answers": []})


def test_what_stands_in_a_set_is_not_learnt_from_another(folder: Path) -> None:
    new = Text("Kelby", ("Kelby has a market.", "The market was opened by the mayor of Kelby in June."))
    copied = Text("A history", ("Much has been written.", sentence("Hollin")))
    kept = Labelled("Who opened the market?", new, frozenset({1}))
    others = [
        Labelled("When was the mill of Jarrow sold?", new, frozenset({1})),
        Labelled("What was sold?", copied, frozenset({1})),
        Labelled("Who lives there?", Text("Arlen", new.sentences), frozenset({1})),
    ]
    assert apart_from([*others, kept], [folder]) == [kept]
