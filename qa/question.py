"""What is asked: the kind of answer wanted, the names in it, and whether it is a question at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.document import is_unicode
from index.errors import DossierError
from index.terms import terms
from qa.spelling import corrected

MAX_CHARACTERS = 2_000

Kind = Literal["why", "views", "said", "number", "when", "where", "who", "other"]

#: The first pattern that is found in the lower-case question gives its kind.
KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(
            r"\bwhy\b|\bhow come\b|\b(?:what|which)\b.{0,60}\b(?:reasons?|causes?|caused|behind|(?:the|to) blame|blamed"
            r"|led to|made)\b"
            r"|\b(?:reasons?|causes?) (?:for|of|why)\b"
            r"|\bhow (?:do|does|did)\b.{0,60}\b(?:explain|justify|account for)\b"
        ),
    ),
    (
        "views",
        re.compile(
            r"\bhow (?:do|does|did|are|is)\b.{0,60}\b(?:see|view|describe|regard|respond|react|assess)\b"
            r"|\bwhat (?:do|does|did)\b.{0,60}\b(?:think|expect|believe|want|hope|fear|complain|warn"
            r"|accuse|argue|blame|criticize|criticise|condemn|denounce|make of)\b"
            r"|\b(?:views?|opinions?|positions?|stances?|reactions?|expectations?) (?:of|on|about|to)\b"
        ),
    ),
    (
        "said",
        re.compile(
            r"\b(?:what|how|do|does|did)\b.{0,60}\b(?:say|says|said|state|stated|report|reports|reported"
            r"|write|wrote|claim|claims)\b"
        ),
    ),
    (
        "number",
        re.compile(
            r"\bhow (?:many|much|often|large|big|high|low|fast|tall|far|heavy|old)\b"
            r"|\b(?:what|which) (?:\w+ )?(?:number|percent\w*|proportion|share|amount|population|rate|size|score"
            r"|age|price|cost)\b"
        ),
    ),
    (
        "when",
        re.compile(
            r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|century|decade|season|era|period)\b"
            r"|\bhow (?:long|soon|recently)\b"
        ),
    ),
    (
        "where",
        re.compile(
            r"\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|city|place|state|town|location|region|continent|county"
            r"|area|venue|capital|province)\b"
        ),
    ),
    (
        "who",
        re.compile(
            r"\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|people|man|woman|actor|actress|singer|president"
            r"|minister|leader|author|player|team|company|organi[sz]ation|band|king|queen|group)\b"
        ),
    ),
)
#: OntoNotes labels of which an answer of the kind holds one.
WANTED: Mapping[Kind, frozenset[str]] = {
    "number": frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL", "TIME", "DATE"}),
    "when": frozenset({"DATE", "TIME"}),
    "where": frozenset({"GPE", "LOC", "FAC", "ORG"}),
    "who": frozenset({"PERSON", "ORG", "NORP", "GPE"}),
}
#: Kinds that several people, articles or causes can answer at once.
OPEN_KINDS = frozenset({"why", "views", "said"})

#: Words that ask rather than say what is asked about: an answer need not hold them.
ASKING = frozenset(
    terms(
        "said state stated report reported tell told mention mentioned write claim think expect expected complain"
        " explain explained describe described view discuss discussed happen happened mean means kind type sort topic"
        " article dossier source reason cause times take place make made give begin start"
        " become hold held speak stand according"
    )
)
#: Who speaks in "what did X say about", "how does X see".
SPEAKER = re.compile(
    r"\b(?:do|does|did|has|have)\s(.{2,60}?)\s(?:each |both )?(?:say|said|state|report|write|claim|think|expect"
    r"|believe|want|hope|fear|complain|warn|accuse|argue|blame|criticize|criticise|condemn|denounce|see|view|describe"
    r"|regard|respond|react|assess|explain|justify)\b",
    re.IGNORECASE,
)

NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][\w’'.]*\w")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


class QuestionError(DossierError):
    """A question that cannot be asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is searched for.

    text: the words that are searched for.
    terms: its content words as stems, each once (see index/terms.py).
    names: those of the terms that are written with a capital inside the question, or known as names.
    numbers: the figures in it.
    speaker: the words for whoever is asked about as speaking ("what did X say"); "" where nobody is.
    wanted: OntoNotes labels of which an answer holds one; empty where any sentence may answer.
    """

    text: str
    terms: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    kind: Kind
    speaker: str = ""

    def without(self, some: Collection[str]) -> Question:
        """The same question with the terms `some` no longer searched for, as long as any is left."""
        left = tuple(term for term in self.terms if term not in some)
        return replace(self, terms=left or self.terms, names=tuple(name for name in self.names if name not in some))

    @property
    def whose_words(self) -> str:
        """The words for whoever alone is to be quoted; "" where others may be: anybody may give a reason for theirs."""
        return "" if self.kind == "why" else self.speaker

    @property
    def wanted(self) -> frozenset[str]:
        return WANTED.get(self.kind, frozenset())

    @property
    def is_open(self) -> bool:
        """Whether several quotes can answer side by side."""
        return self.kind in OPEN_KINDS


def understand(text: str, vocabulary: Sequence[str] = (), names: Collection[str] = ()) -> Question:
    """The Question in `text`, its slips corrected towards the words of `vocabulary`; `names` are terms known as names.

    Raises QuestionError where it is empty, too long or not text.
    """
    if not isinstance(text, str):
        raise QuestionError(f"A question is a text, not {type(text).__name__}.")
    if not text.strip():
        raise QuestionError("The question is empty. Type a question about the articles.")
    if len(text) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(text):,} characters; at most {MAX_CHARACTERS:,} can be asked. Ask a shorter one."
        )
    if not is_unicode(text):
        raise QuestionError("The question holds characters that are not valid Unicode. Type it again.")
    text = corrected(" ".join(text.split()), vocabulary)
    lowered = text.lower()
    content = tuple(dict.fromkeys(terms(text)))
    speaker = SPEAKER.search(text)
    capitals = {term for name in NAME.findall(text) for term in terms(name)}
    return Question(
        text=text,
        terms=tuple(term for term in content if term not in ASKING) or content,
        names=tuple(term for term in content if term in capitals or term in names),
        numbers=tuple(NUMBER.findall(text)),
        kind=next((kind for kind, pattern in KINDS if pattern.search(lowered)), "other"),
        speaker=speaker[1] if speaker else "",
    )
