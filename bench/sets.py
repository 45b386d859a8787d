"""Public question sets, each in its own form on disk, as one: a question, the passages of its set, the right sentences.

Nothing is fetched: each reader takes the folder that the named repository lies in. What training may learn from is
kept apart from what is reported on by `apart_from`, and in the sets of ../shared/eval by `train_part`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index.document import Document
from index.passage import PASSAGE_WORDS, passages

#: A sentence this long, letters and digits only, that stands in two sets is no coincidence.
TELLING_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Text:
    """A passage to read: the title of its article ("" where unknown) and its sentences."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question, the text that answers it (None where none does), and the numbers of the sentences there that do."""

    question: str
    text: Text | None
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Labels:
    """Questions, and the texts among which those that do not answer one are found."""

    questions: list[Labelled]
    texts: list[Text]

    @classmethod
    def of(cls, questions: Iterable[Labelled]) -> Labels:
        """With the questions' own texts."""
        kept = list(questions)
        return cls(kept, list(dict.fromkeys(one.text for one in kept if one.text)))


def rows(file: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def bare(text: str) -> str:
    """Letters and digits only, in lower case: tokenised and plain text compare alike."""
    return re.sub(r"[\W_]+", "", text.lower())


def squad(folder: Path) -> Iterator[Labelled]:
    """SQuAD 1.1 questions (CC BY-SA 4.0) on 44 of its train articles, as xinyadu/nqg tells sentences apart.

    The paragraphs are not in the repository's small files: neighbouring sentences stand in for them, without titles.
    """
    asked = (folder / "data/processed/tgt-test.txt").read_text(encoding="utf-8").splitlines()
    sources = (folder / "data/processed/src-test.txt").read_text(encoding="utf-8").splitlines()
    order = list(dict.fromkeys(plain(source) for source in sources))
    texts = {sentence: text for text in packed("", order) for sentence in text.sentences}
    for question, source in zip(asked, sources, strict=True):
        text = texts[plain(source)]
        yield Labelled(plain(question), text, frozenset({text.sentences.index(plain(source))}))


def plain(tokens: str) -> str:
    """Text as people write it from Penn Treebank tokens."""
    for token, written in (("``", '"'), ("''", '"'), ("-lrb-", "("), ("-rrb-", ")"), ("-lsb-", "["), ("-rsb-", "]")):
        tokens = tokens.replace(token, written)
    return " ".join(tokens.split())


def selqa(folder: Path) -> Iterator[Labelled]:
    """SelQA's dev and test questions (emorynlp/selqa, Apache-2.0) on sections of Wikipedia."""
    for part in ("dev", "test"):
        for row in json.loads((folder / f"ass/selqa-ass-{part}.json").read_text(encoding="utf-8")):
            right = {row["candidates"][number] for number in row["answers"]}
            for text in packed(row["article"], row["candidates"]):
                found = frozenset(place for place, sentence in enumerate(text.sentences) if sentence in right)
                if found:
                    yield Labelled(row["question"], text, found)


def covidqa(folder: Path) -> Iterator[Labelled]:
    """COVID-QA's questions (deepset-ai/COVID-QA, Apache-2.0) on scientific articles."""
    file = folder / "data/question-answering/200423_covidQA.json"
    for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
        for number, part in enumerate(article["paragraphs"]):
            title = part["context"].split("\n")[0]
            document = Document(f"{title}#{number}", title, part["context"])
            read = [(passage, as_text(title, passage)) for passage in passages(document)]
            for asked in part["qas"]:
                start = asked["answers"][0]["answer_start"]
                end = start + len(asked["answers"][0]["text"].rstrip())
                for passage, text in read:
                    right = frozenset(
                        place
                        for place, sentence in enumerate(passage.sentences)
                        if sentence.start < end and start < sentence.end
                    )
                    if right:
                        yield Labelled(asked["question"], text, right)
                        break


def multispanqa(folder: Path) -> Iterator[Labelled]:
    """MultiSpanQA's valid part (haonan-li/MultiSpanQA; questions and text of Natural Questions, CC BY-SA 3.0)."""
    data = json.loads((folder / "data/MultiSpanQA_data/valid.json").read_text(encoding="utf-8"))["data"]
    for row in data:
        ends: list[int] = []
        text = ""
        for token in row["context"]:
            text += plain(token) + " "
            ends.append(len(text) - 1)
        answers = [end for end, label in zip(ends, row["label"], strict=True) if label != "O"]
        for passage in passages(Document(row["id"], "", text.strip())):
            right = frozenset(
                place
                for place, sentence in enumerate(passage.sentences)
                if any(sentence.start < end <= sentence.end for end in answers)
            )
            if right:
                yield Labelled(" ".join(row["question"]), as_text("", passage), right)


def as_text(title: str, passage: Any) -> Text:
    whole = passage.document.text
    return Text(title, tuple(whole[sentence.start : sentence.end] for sentence in passage.sentences))


def packed(title: str, sentences: Iterable[str]) -> Iterator[Text]:
    """Neighbouring sentences, packed into texts of about PASSAGE_WORDS words."""
    held: list[str] = []
    count = 0
    for sentence in sentences:
        length = len(sentence.split())
        if held and count + length > PASSAGE_WORDS:
            yield Text(title, tuple(held))
            held, count = [], 0
        held.append(sentence)
        count += length
    if held:
        yield Text(title, tuple(held))


READERS: Mapping[str, Callable[[Path], Iterator[Labelled]]] = {
    "nqg": squad,
    "selqa": selqa,
    "covidqa": covidqa,
    "multispanqa": multispanqa,
}

#: Under which licence each may be learnt from.
LICENCES: Mapping[str, str] = {
    "nqg": "SQuAD 1.1, CC BY-SA 4.0, as xinyadu/nqg (MIT) splits it into sentences: its test part",
    "selqa": "SelQA dev and test (emorynlp/selqa), Apache-2.0; text of Wikipedia, CC BY-SA 3.0",
    "covidqa": "COVID-QA of 23 April 2020 (deepset-ai/COVID-QA), Apache-2.0",
    "multispanqa": "MultiSpanQA valid (haonan-li/MultiSpanQA); questions and text of Natural Questions, CC BY-SA 3.0",
    "squad2cr": "SQuAD 2.0's unanswerable questions, CC BY-SA 4.0, from antest1/SQuAD2-CR (MIT), with the text of nqg",
    "xquad": "train part of ../shared/eval/xquad: XQuAD, English (google-deepmind/xquad), CC BY-SA 4.0",
    "nq": "train part of ../shared/eval/nq: QED and ClapNQ; questions and text of Natural Questions, CC BY-SA 3.0",
}


#: Into how many parts the articles of a set are split for cross-validation.
FOLDS = 3
#: The part that is kept apart from what the reader learns, to fit the confidence on (fit.py).
FITTED_FOLD = 0


def fold_of(row: Mapping[str, Any]) -> int:
    """Which part of a set of ../shared/eval a question is in: all questions about an article are in the same."""
    article = (row["gold"] or [row["id"]])[0].split("#")[0]
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def holds(text: str, row: Mapping[str, Any]) -> bool:
    """Whether a sentence is (part of) what people marked as evidence, or holds an accepted answer."""
    said = bare(text)
    if row.get("evidence"):
        return any(said and (said in bare(marked) or bare(marked) in said) for marked in row["evidence"])
    return any(bare(answer) and bare(answer) in said for answer in row["answers"])


def train_part(folder: Path, left_out: int | None = None) -> Labels:
    """The questions of a set of ../shared/eval that may be learnt from, less those of a fold.

    Where people marked neither evidence nor an answer, only questions that nothing answers are taken. No text that
    answers another question, of the score part or of the fold, is among the texts.
    """
    asked = rows(folder / "questions.jsonl")
    kept = [row for row in asked if row["use"] == "train" and fold_of(row) != left_out]
    apart = {gold for row in asked for gold in row["gold"]} - {gold for row in kept for gold in row["gold"]}
    texts = {document: own for document, own in texts_of(folder).items() if document not in apart}
    questions: list[Labelled] = []
    for row in kept:
        answered = [one for gold in row["gold"] for text in texts[gold] if (one := marked(row, text))]
        if answered:
            questions.append(answered[0])
        elif not row["answerable"] and row["label"] != "UNDERSPECIFIED":
            questions.append(Labelled(row["question"], None))
    return Labels(questions, [text for own in texts.values() for text in own])


@cache
def texts_of(folder: Path) -> dict[str, tuple[Text, ...]]:
    """The passages of each document of a set of ../shared/eval, by its id."""
    documents = [Document(row["id"], row["title"], row["text"]) for row in rows(folder / "documents.jsonl")]
    return {one.id: tuple(as_text(one.title, passage) for passage in passages(one)) for one in documents}


def marked(row: Mapping[str, Any], text: Text) -> Labelled | None:
    """The question with the sentences of the text that people marked; None where they marked none of it."""
    right = frozenset(number for number, said in enumerate(text.sentences) if holds(said, row))
    return Labelled(row["question"], text, right) if right else None


def apart_from(labelled: Iterable[Labelled], folders: Iterable[Path]) -> list[Labelled]:
    """Those whose question, article and sentences do not stand in the sets in `folders` (see ../shared/eval)."""
    questions: set[str] = set()
    titles: set[str] = set()
    sentences: set[str] = set()
    for folder in folders:
        questions.update(bare(row["question"]) for row in rows(folder / "questions.jsonl"))
        for row in rows(folder / "documents.jsonl"):
            titles.add(bare(row["title"]))
            sentences.update(map(bare, re.split(r"(?<=[.?!]) ", row["text"])))
    titles.discard("")
    return [
        one
        for one in labelled
        if one.text
        and bare(one.question) not in questions
        and bare(one.text.title) not in titles
        and not any(len(said) >= TELLING_CHARACTERS and said in sentences for said in map(bare, one.text.sentences))
    ]
