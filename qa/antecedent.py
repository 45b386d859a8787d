"""What an exchange speaks of: the names and noun phrases that a pronoun of a later question may stand for.

Read off the grammar and the kinds of names alone; nothing here knows who is a man, a woman or a crowd.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from index.language import english
from index.terms import terms, words

#: OntoNotes labels: bodies that act and speak; places; and times and amounts, which no pronoun stands for.
BODIES = frozenset({"ORG", "GPE", "NORP"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
#: Who does one of these is a person or a body of persons.
ACTS = frozenset(
    words(
        "say tell state claim think believe expect want hope fear warn accuse argue complain deny demand urge insist"
        " agree refuse promise announce criticize criticise praise react respond reply answer explain propose suggest"
        " decide plan meet discuss ask call describe see view condemn support oppose stress add note admit do speak"
        " talk negotiate blame justify threaten"
    )
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Prepositions that say where or when something is so, rather than what is meant.
CIRCUMSTANCE = frozenset(words("in at on during after before since until by"))
#: "What are the main obstacles?" asks: of what? These are sides of something else, and seldom what "it" stands for.
OF_SOMETHING = frozenset(
    words(
        "advantage aim author background basis beginning benefit cause character characteristic component consequence"
        " cost danger definition difference disadvantage drawback effect example feature finding function future goal"
        " head history impact implication importance kind layer leader limit limitation meaning member name obstacle"
        " origin outcome part price purpose reaction reason requirement response result risk role sign significance"
        " size structure symptom theme topic type version"
    )
)
#: Question words that stand for somebody themselves; determiners that leave open who or what is meant.
ASKED = frozenset({"WP", "WP$", "WRB"})
VAGUE = frozenset({"any", "no", "every", "each", "another", "enough"})

Wanted = Literal["person", "several", "thing", "matter", "place"]
Role = Literal["carried", "asked for", "subject", "told", "mentioned", "named"]
#: Which role is thought of first: for somebody, who was asked for or spoke; for a thing, what the question was about.
SOMEBODY: tuple[Role, ...] = ("carried", "asked for", "subject", "told", "mentioned", "named")
SOMETHING: tuple[Role, ...] = ("carried", "subject", "mentioned", "asked for", "told", "named")
MATTER: tuple[Role, ...] = ("carried", "mentioned", "subject", "asked for", "told", "named")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Something spoken of.

    text: its words, as they can be put into a question. label: its OntoNotes label; "" where it is no name.
    plural: whether it is several. acts: whether it does what only people and bodies of people do (ACTS).
    of_something: whether it is a side of something else (OF_SOMETHING).
    role: "subject" or "mentioned" in a question, "told" (the subject) or "named" in an answer; "asked for" where the
        question asks who, and the answer tells; "carried" where a pronoun of the question stood for it already.
    """

    text: str
    label: str
    plural: bool
    acts: bool
    role: Role
    of_something: bool = False

    def fit(self, wanted: Wanted, *, acting: bool = False) -> int:
        """How well it fits a pronoun: 2 well, 1 at a pinch, 0 not; acting: the pronoun is subject of one of ACTS."""
        person, body = self.label == "PERSON", self.label in BODIES
        if wanted == "place":
            return 2 * (self.label in PLACES)
        if wanted == "person":
            return 0 if self.plural else 2 if person else int(self.acts and not self.label)
        if wanted == "several":
            able = person or body or self.acts or (self.plural and not self.label) or not (self.label or acting)
            return able * (2 if self.plural and (person or body or not (acting or self.of_something)) else 1)
        if person or (wanted == "thing" and self.plural):
            return 0
        if acting:
            return 2 * body
        return 1 if self.acts or self.of_something or self.label == "NORP" else 2


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of an earlier turn, made whole, and what the answer told, without the product's marks.

    carried: what its pronouns stand for.
    """

    question: str
    answer: str = ""
    carried: tuple[Antecedent, ...] = ()

    def spoken_of(self) -> list[Antecedent]:
        """The names and noun phrases of both."""
        asked = parsed(self.question)
        found = [replace(one, role="carried") for one in self.carried]
        found += [one for _, one in spoken(asked, "subject", "mentioned")]
        return found + (told_of(parsed(self.answer), asked) if self.answer else [])


def topic_of(earlier: Sequence[Exchange]) -> str:
    """What the latest question is about: its subject, unless that is who acts; "" where none names anything."""
    for exchange in reversed(earlier):
        asked = [one for one in exchange.spoken_of() if one.role in ("carried", "subject", "mentioned")]
        about = [one for one in asked if one.fit("matter") == 2] or [one for one in asked if one.label]
        if about:
            return min(about, key=lambda one: SOMETHING.index(one.role)).text
    return ""


@lru_cache(maxsize=128)
def parsed(text: str) -> Doc:
    """What the grammar makes of `text`; kept, since each follow-up reads the turns before it again."""
    return english()(text)


def told_of(answer: Doc, question: Doc) -> list[Antecedent]:
    """What an answer speaks of beside its question; "asked for" is whom it names where the question asks who."""
    known = set(terms(question.text))
    new = [one for _, one in spoken(answer, "told", "named") if not set(terms(one.text)) <= known]
    asking = [token for token in question[:4] if token.tag_ in ("WP", "WDT")]
    who = any(token.lower_ in ("who", "whom") or token.dep_ == "det" for token in asking)
    names = [one for one in new if one.label == "PERSON" or (one.label in BODIES and one.role == "told")]
    first = next((one for one in names if one.role == "told"), names[0] if names else None)
    return [replace(one, role="asked for") if who and one is first else one for one in new]


def spoken(doc: Doc, as_subject: Role, otherwise: Role) -> Iterator[tuple[Token, Antecedent]]:
    """The noun phrases and names of `doc`, in order, each with its head; of an answer only subjects and names."""
    return ((head, one) for head, one in _spoken(doc, as_subject, otherwise) if one.text)


def _spoken(doc: Doc, as_subject: Role, otherwise: Role) -> Iterator[tuple[Token, Antecedent]]:
    for chunk in doc.noun_chunks:
        head = chunk.root
        if head.pos_ == "PRON" or chunk[0].tag_ in ASKED or chunk[0].lower_ in VAGUE or head.ent_type_ in AMOUNTS:
            continue
        subject = head.dep_ in ("ROOT", *SUBJECTS) and head.head.dep_ in ("ROOT", "ccomp")
        if not subject and otherwise == "named":
            continue
        several = any(child.dep_ == "conj" for child in head.children)
        label = "" if head.tag_ in ("NN", "NNS") else head.ent_type_
        name = next((called(name) for name in doc.ents if label and not several and head in name), "")
        text = f"the {chunk[1:].text}" if chunk[0].tag_ == "WDT" else plain(phrase(head))
        plural = several or head.tag_ in ("NNS", "NNPS")
        acts = head.dep_ in SUBJECTS and head.head.lemma_.lower() in ACTS
        role, side = as_subject if subject else otherwise, head.lemma_ in OF_SOMETHING
        yield head, Antecedent(name or text, label, plural, acts, role, side)
    for found in doc.ents:
        if found.label_ not in AMOUNTS and found.root.dep_ != "amod":
            plural = found.root.tag_ == "NNPS"
            yield found.root, Antecedent(called(found), found.label_, plural, acts=False, role=otherwise)


def phrase(head: Token) -> Span:
    """The noun phrase around `head`: with what "of", "between" or "and" join to it, without clauses."""
    left = min([head, *(child.left_edge for child in head.lefts if child.dep_ != "punct")], key=lambda token: token.i)
    right = head
    for child in head.rights:
        if child.dep_ not in ("cc", "conj", "prep") or child.lower_ in CIRCUMSTANCE:
            break
        right = child.right_edge
    return head.doc[left.i : right.i + 1]


def called(name: Span) -> str:
    """The name with its article, if it has one: "the EU"."""
    article = name.start > 0 and name.doc[name.start - 1].lower_ == "the" and name.label_ != "PERSON"
    return plain(name.doc[name.start - article : name.end])


def plain(span: Span) -> str:
    """The words of `span` without a possessive ending, marks around them, or a capital that only begins a sentence."""
    text = " ".join(span.text.split()).strip(' .,;:?!"“”').removesuffix("'s").removesuffix("’s").strip()
    return text[:1].lower() + text[1:] if span[0].is_sent_start and not is_name(span[0]) else text


def is_name(token: Token) -> bool:
    """Whether the word is written with a capital wherever it stands."""
    return (
        token.pos_ == "PROPN" or bool(token.ent_type_) or token.text == "I" or (len(token) > 1 and token.text.isupper())
    )


def as_part(sentence: str) -> str:
    """`sentence` as it stands within another: without its last mark, and begun small unless with a name."""
    named = any(is_name(token) for token in parsed(sentence)[:1])
    return (sentence if named else sentence[:1].lower() + sentence[1:]).rstrip(" .?!")
