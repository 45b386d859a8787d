"""Whether a question says too little to be looked up: "Tell me more", "Is that true?", "What did he say?".

A follow-up is made whole from the conversation before it gets here. What reads as a full question is never vague, even
where the dossier has several things that it may mean.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from index.language import english
from index.terms import terms
from qa.question import ASKING, Question

#: Words that can stand in a question about anything; without another one it is about nothing.
ANYTHING = ASKING | frozenset(
    terms(
        "hello hi hey thanks thank ok okay yes help please sorry bye test know want like need look find give show"
        " get let try talk chat ask answer question explain summarize summarise summary overview elaborate"
        " continue clarify understand think guess wonder mean matter care work true false right wrong real sure"
        " correct certain possible important interesting relevant main key new news latest recent current update"
        " today thing things stuff something anything everything nothing someone anyone everyone somebody anybody"
        " people information info example detail details fact facts story text document documents page website"
        " site content point points idea problem issue situation subject case way time again happen"
    )
)
PRONOUN = re.compile(r"\b(?:s?he|him|his|hers?|it|its|they|them|theirs?|this|that|these|those)\b", re.IGNORECASE)
#: "don't", "what's"; a name of that form has a capital.
CONTRACTED = re.compile(r"['’]")
#: "He" and "she" are somebody in particular; the others may stand for what a question goes on to name.
PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers"})
#: "It" stands for nothing in "how long does it take to …", "is it possible to …", "what time is it", "it is said that".
IDLE_IT = re.compile(
    r"\bit\b(?:\s+\w+n[’']t)?\s+(?:takes?|took|taken|costs?|seems?|appears?|rain\w*|snow\w*|means? to|that\b|who\b)"
    r"|\b(?:is|was|are|be|does|did|would|has been)\s+it\b(?:\s+\w+){0,3}?\s+(?:to|that|for|if|when|like|in|at)\b"
    r"|\bwhat (?:time|day|year|date) (?:is|was) it\b",
    re.IGNORECASE,
)


def is_vague(question: Question) -> bool:
    """Whether nothing in the question says what it is about: no words of content, or a pronoun that stands for nothing.

    It says what it is about with a name, a figure, or one word that not every question may hold.
    """
    if question.numbers or question.names:
        return False
    content = [term for term in terms(question.text) if term not in ANYTHING and not CONTRACTED.search(term)]
    return not content or (bool(PRONOUN.search(question.text)) and points_nowhere(question.text))


def points_nowhere(text: str) -> bool:
    """Whether a pronoun in `text` has no noun before it that it can stand for, nor one behind that says enough."""
    parsed = english()(text, disable=["ner"])
    named = [token for token in parsed if may_name(token) and not set(terms(token.text)) <= ANYTHING]
    for token in parsed:
        if token.pos_ != "PRON" or not PRONOUN.fullmatch(token.text) or token.dep_ in ("expl", "mark", "det"):
            continue
        if any(other.i < token.i for other in named):
            continue
        if token.lower_ in PERSONAL and (token.tag_ != "PRP$" or len(named) < 2):
            return True
        if token.tag_ not in ("WDT", "WP") and not named and not IDLE_IT.search(text):
            return True
    return False


def may_name(token: Token) -> bool:
    """Whether a word may name something: a noun, or what the small parser takes for an adjective behind "is"."""
    behind = token.pos_ == "ADJ" and token.head.pos_ == "AUX" and token.head.i < token.i
    return behind or token.pos_ in ("NOUN", "PROPN")
