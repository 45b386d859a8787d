"""Questions that people wrote so that a text seems to answer them, as training and the report take them."""

from __future__ import annotations

import json
from pathlib import Path

from bench.altered import FILES, altered
from bench.sets import Labelled, Text, fold_of, train_part
from bench.squad2 import converted, write

MILL = Text("", ("the mill of arlen was sold to two brothers in 1910 .", "it burnt down after the war ."))
BRIDGE = Text("", ("the bridge at corrin was built by a monk called anselm .",))
SOLD = Labelled("when was the mill of arlen sold ?", MILL, frozenset({0}))
BUILT = Labelled("who built the bridge at corrin ?", BRIDGE, frozenset({0}))


def test_a_changed_question_goes_with_the_text_of_the_one_it_was_made_of(tmp_path: Path) -> None:
    asked = (
        "When was the mill of Brindle sold ?",
        "Was the monk called Anselm at Corrin ?",
        "How tall is a giraffe ?",
        "Who built the bridge at Corrin ?",
    )
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        lines = [f"id{number}\t{question}\t0,0" for number, question in enumerate(asked)]
        (tmp_path / name).write_text("\n".join(["qid\tquestion\tword_att", *lines]), encoding="utf-8")
    unanswerable, origins = altered(tmp_path, [SOLD, BUILT], [SOLD, BUILT])
    assert unanswerable == [Labelled(asked[0], MILL), Labelled(asked[1], BRIDGE)]
    assert origins == [SOLD]
    assert altered(tmp_path, [SOLD, BUILT], [BUILT])[0] == [Labelled(asked[1], BRIDGE)]  # not those of other texts


def test_squad_2_is_split_by_article_as_xquad_is(tmp_path: Path) -> None:
    articles = [
        {
            "title": title,
            "paragraphs": [
                {
                    "context": f"{title} lies on a river. Its mill was sold in 1910.",
                    "qas": [
                        {
                            "id": "a",
                            "question": "When was it sold? ",
                            "is_impossible": False,
                            "answers": [{"text": "1910"}] * 2,
                        },
                        {"id": "b", "question": "When was it burnt?", "is_impossible": True, "answers": []},
                    ],
                }
            ],
        }
        for title in ("Old_Arlen", "Brindle")
    ]
    documents, questions = converted(articles, {"xq_Old_Arlen"})
    assert [row["title"] for row in documents] == ["Old Arlen", "Brindle"]
    assert [(row["use"], row["answerable"], row["gold"]) for row in questions] == [
        ("train", True, ["xq_Old_Arlen#s0"]),
        ("train", False, []),
        ("score", True, ["xq_Brindle#s0"]),
        ("score", False, []),
    ]
    assert {row["about"] for row in questions} == {"xq_Old_Arlen#s0", "xq_Brindle#s0"}
    # One fold an article, and the same as XQuAD's questions about it.
    assert fold_of(questions[0]) == fold_of(questions[1]) == fold_of({"id": "x", "gold": ["xq_Old_Arlen#p3"]})
    write(tmp_path / "documents.jsonl", documents)
    write(tmp_path / "questions.jsonl", questions)
    assert json.loads((tmp_path / "questions.jsonl").read_text(encoding="utf-8").splitlines()[0])["answers"] == ["1910"]
    assert [one.question for one in train_part(tmp_path).questions] == ["When was it sold?", "When was it burnt?"]
