"""SQuAD 2.0's questions that nothing answers, each with the text it was written for: negatives as people make them.

People wrote most of them by changing a word or two of a question that the paragraph answers: another name, the opposite
verb, a "not". antest1/SQuAD2-CR has the questions without their paragraphs; xinyadu/nqg has the text and the answered
questions of a tenth of the same articles. Likeness brings them together.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import bm25s

from bench.sets import Labelled, Text, bare, plain
from index.terms import terms

#: The files of its zip: an id, a question in tokens, a weight a token.
FILES = ("rationales/word_att_extended.tsv", "rationales/word_att_gold_train.tsv")
#: Of the words of two questions together, the share that is in both where one was made of the other.
ALIKE = 0.45
#: Of a question's words, the share that is in the sentence it was made for.
NEARLY_ALL = 0.7


def altered(
    folder: Path, answered: Sequence[Labelled], learnt: Sequence[Labelled]
) -> tuple[list[Labelled], list[Labelled]]:
    """The unanswerable questions that belong to a text of `learnt`, and those of `learnt` that they were made of.

    They are sought among all of `answered`, so that those that belong to other texts are left out. A wrong match does
    no harm: the question is then one more that the text does not answer.
    """
    of_question = {one.question: one for one in learnt}
    of_sentence: dict[str, Text] = {said: one.text for one in learnt if one.text for said in one.text.sentences}
    texts = dict.fromkeys(one.text for one in answered if one.text)
    sentences, questions = [said for text in texts for said in text.sentences], [one.question for one in answered]
    by_sentence, by_question = bm25s.BM25(), bm25s.BM25()
    by_sentence.index([stems(said) for said in sentences], show_progress=False)
    by_question.index([stems(asked) for asked in questions], show_progress=False)
    known = set(map(bare, questions))
    unanswerable: list[Labelled] = []
    origins: dict[Labelled, None] = {}
    for question in read(folder):
        if bare(question) in known:
            continue
        words = stems(question)
        origin = of_question.get(questions[int(by_question.get_scores(words).argmax())])
        said = sentences[int(by_sentence.get_scores(words).argmax())]
        if origin and share(words, origin.question, of_both=True) >= ALIKE:
            origins[origin] = None
            unanswerable.append(Labelled(question, origin.text))
        elif said in of_sentence and share(words, said) >= NEARLY_ALL:
            unanswerable.append(Labelled(question, of_sentence[said]))
    return unanswerable, list(origins)


def share(words: Sequence[str], other: str, *, of_both: bool = False) -> float:
    """The share of the words that stand in the other text; or, of the words of both together, that stand in both."""
    mine, others = set(words), set(stems(other))
    return len(mine & others) / len(mine | others if of_both else mine)


def read(folder: Path) -> list[str]:
    """The questions, each once, in the order of the files."""
    asked: dict[str, str] = {}
    for name in FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines()[1:]:
            number, question, _ = line.split("\t")
            asked[number] = plain(question)
    return list(asked.values())


def stems(text: str) -> list[str]:
    return list(terms(text)) or ["-"]
