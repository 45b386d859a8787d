"""A parsed noun phrase -> Mention: what it calls somebody, as what, of which kind. Who that is stands in cast.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from index.nouns import HONORIFICS, INSTITUTIONS, PERSON_ENDINGS, PERSONS
from index.speaker import Kind
from index.terms import terms

#: OntoNotes labels of what can speak as a body, and of what never speaks.
BODIES = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
#: What a pronoun can stand for; "I" and "we" outside quotation marks are the article's own voice.
PERSONAL: dict[str, Kind] = {"he": "person", "she": "person", "they": "group", "it": "institution"}
#: A phrase is kept to a length that can be shown beside a quote.
ROLE_WORDS = 16


@dataclass(frozen=True, slots=True)
class Mention:
    """What a text calls somebody at one place.

    start: offset into the document. kind: see Speaker; of a pronoun what it can stand for.
    name: the words; role: what is said of a named person beside the name, or None.
    named: whether it is a proper name. pronoun: whether it is "he", "she", "they" or "it".
    definite: whether it stands for somebody named before ("the minister"). subject: whether it is a verb's subject.
    terms: the stems of the words of the whole phrase.
    sure: False where it is a name only if the article has it elsewhere as one: a word that begins a sentence.
    """

    start: int
    name: str
    role: str | None
    kind: Kind
    named: bool = True
    pronoun: bool = False
    definite: bool = False
    subject: bool = False
    terms: frozenset[str] = frozenset()
    sure: bool = True


def mentions(paragraph: Doc, offset: int) -> Iterator[Mention]:
    """Who stands in a paragraph, in order: the names of persons and bodies, and every other subject but pronouns."""
    heads = {entity.root for entity in paragraph.ents if entity.label_ == "PERSON" or entity.label_ in BODIES}
    heads |= {token for token in paragraph if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN")}
    for head in sorted(heads, key=lambda token: token.i):
        mention = described(head, offset)
        if mention is not None:
            yield mention


def described(head: Token, offset: int) -> Mention | None:
    """What the noun phrase around `head` calls somebody; None where it cannot be anybody who speaks."""
    if head.lower_ in PERSONAL and head.pos_ == "PRON":
        kind = PERSONAL[head.lower_]
        return Mention(offset + head.idx, head.text, None, kind, named=False, pronoun=True, subject=is_subject(head))
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "X", "ADV", "INTJ", "PRON", "DET", "NUM"):
        return None
    name, sure = appositive_name(head) or name_of(head), True
    small = head.lemma_.lower() in PERSONS | INSTITUTIONS or head.is_stop or len(head) < 3
    if name is None and head.is_title and not small:  # a name that the tagger took for a noun
        name, sure = head.doc[head.i : head.i + 1], not head.is_sent_start
    return by_name(head, name, offset, sure=sure) if name is not None else by_noun(head, offset)


def by_name(head: Token, name: Span, offset: int, *, sure: bool) -> Mention:
    """A mention by proper name; of several joined by "and", by all of them."""
    whole = phrase(head)
    if head.pos_ == "PROPN" and any(child.dep_ == "conj" for child in head.children):
        return Mention(
            offset + whole[0].idx, clean(whole), None, "group", named=False, subject=is_subject(head), terms=keys(whole)
        )
    kind = kind_of(head, name)
    span = name if kind == "person" or head not in name else whole
    role = role_of(head, name) if kind == "person" else None
    return Mention(
        offset + span.start_char, clean(span), role, kind, subject=is_subject(head), terms=keys(span), sure=sure
    )


def by_noun(head: Token, offset: int) -> Mention | None:
    """A mention by what somebody is ("Russian analysts", "the minister"); None for what is no person and no body."""
    lemma = head.lemma_.lower()
    agent = lemma.endswith(("er", "or")) and head.dep_ == "nsubj"
    if head.ent_type_ in AMOUNTS or not (lemma in INSTITUTIONS or is_person(head) or agent):
        return None
    whole = phrase(head)
    plural = head.tag_ in ("NNS", "NNPS") and lemma not in ("data", "media")
    several = plural or head.lower_ == "people" or any(child.dep_ == "conj" for child in head.children)
    kind: Kind = "group" if several else "institution" if lemma in INSTITUTIONS else "person"
    definite = whole[0].lower_ in ("the", "this", "that", "these", "those") or whole[0].tag_ == "PRP$"
    return Mention(
        offset + whole[0].idx,
        clean(whole),
        None,
        kind,
        named=False,
        definite=definite,
        subject=is_subject(head),
        terms=keys(whole),
    )


def is_subject(head: Token) -> bool:
    """Whether it is what a clause is about."""
    return head.dep_ in ("nsubj", "nsubjpass")


def kind_of(head: Token, name: Span) -> Kind:
    """The kind of what a name stands for: by its label, by the noun it explains, or by its looks."""
    label = "PERSON" if head not in name and is_person(head) else name.root.ent_type_
    body = any(child.dep_ == "appos" and child.lemma_ in INSTITUTIONS for child in head.children)
    if name.root.tag_ == "NNPS" and label in ("NORP", ""):
        return "group"
    if label == "PERSON":
        return "person"
    return "institution" if body or label in BODIES or looks_like_body(name) else "person"


def looks_like_body(name: Span) -> bool:
    """Whether a name without a label is rather a body's: "NTB", "the Harbour Watch", "Harbour Committee"."""
    before = name.doc[name.start - 1].lower_ if name.start else ""
    initials = name.root.text.isupper() or (before == "the" and len(name) > 1)
    return initials or any(token.lower_ in INSTITUTIONS for token in name)


def keys(span: Span) -> frozenset[str]:
    """Its stems, in no order."""
    return frozenset(terms(span.text))


def name_of(head: Token) -> Span | None:
    """The proper name that `head` ends: for a person without titles; None where it is no name."""
    doc = head.doc
    entity = next((found for found in doc.ents if found.start <= head.i < found.end), None) if head.ent_type_ else None
    if entity is not None and entity.label_ == "PERSON":
        start = entity.start
        while start < head.i and (bare(doc[start]) in HONORIFICS or not doc[start].text[:1].isupper()):
            start += 1
        end = entity.end
        while end - 1 > head.i and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[:1].isupper()):
            end -= 1
        return doc[start:end]
    if head.pos_ != "PROPN":
        return None
    if entity is not None and entity.label_ in BODIES:
        return doc[entity.start : entity.end]
    start = head.i
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].head.i >= start
        and bare(doc[start - 1]) not in HONORIFICS
    ):
        start -= 1
    return doc[start : head.i + 1]


def bare(token: Token) -> str:
    """The word in lower case, without the full stop of an abbreviation."""
    return token.lower_.rstrip(".")


def appositive_name(head: Token) -> Span | None:
    """The person whom a common noun introduces: "the ambassador to London, Ann Lee"."""
    if head.pos_ == "PROPN" and head.ent_type_ == "PERSON":
        return None
    title = head.tag_ == "NN" and is_person(head) and not any(child.dep_ in ("det", "poss") for child in head.children)
    for token in head.subtree:
        if title and token.dep_ == "conj" and token.head == head and token.ent_type_ == "PERSON":
            return name_of(token)  # "former prosecutor and mayor Ann Lee"
        person = token.ent_type_ == "PERSON" or (token.head == head and token.pos_ == "PROPN" and is_person(head))
        if token.i > head.i and token.dep_ == "appos" and person and name_of(token) is not None:
            between = head.doc[head.i + 1 : token.i]
            if not any(part.dep_ in ("relcl", "acl", "cc") for part in between):
                return name_of(token)
    return None


def is_person(noun: Token) -> bool:
    """Whether a common noun is what a person can be."""
    lemma = noun.lemma_.lower()
    return lemma in PERSONS or noun.lower_ in PERSONS or lemma.endswith(PERSON_ENDINGS)


def phrase(head: Token) -> Span:
    """The noun phrase around `head`: with what "of", "for" or "and" join to it, without clauses and asides."""
    left = min(
        [head, *(child.left_edge for child in head.lefts if child.dep_ not in ("punct", "relcl", "cc", "preconj"))],
        key=lambda token: token.i,
    )
    right = head
    for child in head.rights:
        if child.dep_ not in ("cc", "conj", "prep", "compound") or child.right_edge.i - left.i > ROLE_WORDS:
            break
        if any(part.dep_ in ("relcl", "appos") for part in child.subtree):
            break
        right = child.right_edge
    return head.doc[left.i : right.i + 1]


def role_of(head: Token, named: Span) -> str | None:
    """What the article says the person is, beside the name: a title before it, or an apposition on either side."""
    if head not in named:
        return clean(phrase_before(head, named))
    doc = head.doc
    left = min((child.left_edge.i for child in head.lefts), default=named.start)
    before = doc[min(left, named.start) : named.start]
    while len(before) and (
        before[0].pos_ in ("DET", "PUNCT", "PRON", "CCONJ", "ADV", "PART") or before[0].tag_ in ("PRP$", "POS")
    ):
        before = before[1:]
    while len(before) and bare(before[-1]) in HONORIFICS:
        before = before[:-1]
    if (
        len(before)
        and len(before) <= ROLE_WORDS
        and before[-1].pos_ in ("NOUN", "PROPN")
        and before[-1].is_alpha | before[-1].text.endswith(".")
    ):
        return clean(before)
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN") and child.ent_type_ != "PERSON":
            found = phrase(child)
            if any(token.is_lower or token.pos_ == "NOUN" for token in found) and doc[found.start - 1].text == ",":
                return clean(found)
    return None


def phrase_before(head: Token, named: Span) -> Span:
    """A noun phrase up to the name that follows it, without its article and the comma."""
    start, end = head.left_edge.i, named.start
    while end - 1 > head.i and head.doc[end - 1].pos_ in ("PUNCT", "DET"):
        end -= 1
    while start < head.i and head.doc[start].pos_ in ("DET", "PUNCT", "CCONJ"):
        start += 1
    return head.doc[start:end]


def clean(span: Span) -> str:
    """The words of `span` without a possessive ending or marks around them."""
    text = (
        span.text.strip(" ,;:.\"“”'‘’\n\u00a0—–-")
        if not span.text.endswith(".") or span.text.count(".") == 1
        else span.text
    )
    return text.removesuffix("'s").removesuffix("’s").strip()
