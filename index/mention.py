"""A parsed noun phrase -> Mention: what it calls somebody, as what, and of which kind. Who that is stands in cast.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from index.speaker import Kind
from index.terms import STOPPED, terms, words

HONORIFICS = frozenset(words("mr mrs ms miss mister madam sir lord lady dame"))
BODIES = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
#: One of these words speaks for a body, or is a paper that does.
INSTITUTIONS = frozenset(
    words(
        "administration agency alliance army assembly association authority board body branch bloc bureau cabinet"
        " campaign camp center centre chamber channel charity church club coalition college command commission"
        " committee company conference congress corporation council country county court department embassy"
        " establishment family federation firm force foundation fund government group house industry institute"
        " institution jury kingdom league media military ministry movement nation navy network newspaper office"
        " opposition organization organisation outlet panel paper parliament party press regime republic senate side"
        " staff state team think-tank treasury tribunal union university watchdog website kremlin bank pac"
        " account ad analysis announcement article assessment bill book complaint data document email filing"
        " indictment lawsuit letter magazine memo memorandum poll publication report review ruling source statement"
        " study survey suit transcript tweet video spot commercial"
    )
)
#: One of these words is a person, as are most that end like PERSON_ENDINGS.
PERSONS = frozenset(
    words(
        "ace ally analyst attorney aide adult ambassador admiral activist agent assistant aunt author billionaire boss"
        " boy brother candidate captain chair chairman chairwoman chief child citizen colleague colonel commander"
        " commissioner consultant contractor correspondent couple critic crowd daughter delegate democrat deputy"
        " designer diplomat doctor donor economist envoy everyone everybody executive expert father fellow fighter"
        " folk friend general girl governor guest guy head hero historian host husband individual insider journalist"
        " judge justice king lady lawyer leader lieutenant major man manager mayor member millionaire minister mother"
        " neighbor neighbour nominee nurse observer officer official operative opponent other parent participant"
        " partner patient people person pilot player police politician pollster president priest prince princess"
        " professor prosecutor protester queen refugee relative reporter representative republican resident respondent"
        " rival scholar scientist secretary senator sergeant sheriff sister skeptic sceptic soldier someone somebody son"
        " source speaker spokesman spokesperson spokeswoman staffer strategist student supporter surrogate survivor"
        " teacher veteran victim viewer visitor voter wife witness woman worker writer youth chancellor premier"
        " many most some few several both all liberal conservative majority minority half third percent"
    )
)
PERSON_ENDINGS = ("ist", "man", "woman", "men", "women", "ician", "ologist", "ologer", "person", "eer", "ian", "ee")
PERSONAL = {"he": "person", "she": "person", "they": "several", "it": "body"}
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
    named: bool
    pronoun: bool
    definite: bool
    subject: bool
    terms: frozenset[str]
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
    subject = head.dep_ in ("nsubj", "nsubjpass")
    if head.lower_ in PERSONAL and head.pos_ == "PRON":
        kind: Kind = {"person": "person", "several": "group", "body": "institution"}[PERSONAL[head.lower_]]  # type: ignore[assignment]
        return Mention(offset + head.idx, head.text, None, kind, False, True, True, subject, frozenset())
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "X", "ADV", "INTJ", "PRON", "DET", "NUM"):
        return None
    named = appositive_name(head) or name_of(head)
    whole = phrase(head)
    sure = named is not None
    if named is None and head.is_title and head.lemma_.lower() not in PERSONS | INSTITUTIONS and len(head) > 2 and not head.is_stop:
        named, sure = head.doc[head.i : head.i + 1], not head.is_sent_start
    if named is not None:
        several = any(child.dep_ == "conj" for child in head.children) and head.pos_ == "PROPN"
        if several:
            return Mention(offset + whole[0].idx, clean(whole), None, "group", False, False, False, subject, keys(whole))
        label = named.root.ent_type_ if head in named or not is_person(head) else "PERSON"
        kind = "person" if label == "PERSON" else "institution" if label in BODIES else guess(named)
        if named.root.tag_ == "NNPS" and label in ("NORP", ""):
            kind = "group"
        if kind == "person" and label != "PERSON" and any(child.dep_ == "appos" and child.lemma_ in INSTITUTIONS for child in head.children):
            kind = "institution"
        if kind != "person":
            inner = whole if head in named else named
            return Mention(offset + inner[0].idx, clean(inner), None, kind, True, False, False, subject, keys(inner), sure)
        return Mention(
            offset + named.start_char, clean(named), role_of(head, named), kind, True, False, False, subject, keys(named), sure
        )
    lemma = head.lemma_.lower()
    if not (lemma in INSTITUTIONS or is_person(head)) and not (lemma.endswith(("er", "or")) and head.dep_ == "nsubj"):
        return None
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in ("people", "police")
    several = plural or any(child.dep_ == "conj" for child in head.children)
    kind = "group" if several and lemma not in ("data", "media") else "institution" if lemma in INSTITUTIONS else "person"
    definite = whole[0].lower_ in ("the", "this", "that", "these", "those") or whole[0].tag_ == "PRP$"
    return Mention(offset + whole[0].idx, clean(whole), None, kind, False, False, definite, subject, keys(whole))


def keys(span: Span) -> frozenset[str]:
    return frozenset(terms(span.text))


def guess(named: Span) -> Kind:
    """The kind of a name without a label."""
    body = any(token.lower_ in INSTITUTIONS for token in named) or named.root.text.isupper()
    before = named.doc[named.start - 1].lower_ if named.start else ""
    return "institution" if body or (before == "the" and len(named) > 1) else "person"


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
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head.i >= start and bare(doc[start - 1]) not in HONORIFICS:
        start -= 1
    return doc[start : head.i + 1]


def bare(token: Token) -> str:
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
    lemma = noun.lemma_.lower()
    return lemma in PERSONS or noun.lower_ in PERSONS or lemma.endswith(PERSON_ENDINGS)


def phrase(head: Token) -> Span:
    """The noun phrase around `head`: with what "of", "for" or "and" join to it, without clauses and asides."""
    left = min([head, *(child.left_edge for child in head.lefts if child.dep_ not in ("punct", "relcl", "cc", "preconj"))], key=lambda token: token.i)
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
    while len(before) and (before[0].pos_ in ("DET", "PUNCT", "PRON", "CCONJ", "ADV", "PART") or before[0].tag_ in ("PRP$", "POS")):
        before = before[1:]
    while len(before) and bare(before[-1]) in HONORIFICS:
        before = before[:-1]
    if len(before) and len(before) <= ROLE_WORDS and before[-1].pos_ in ("NOUN", "PROPN") and before[-1].is_alpha | before[-1].text.endswith("."):
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
    text = span.text.strip(" ,;:.\"“”'‘’\n\u00a0—–-") if not span.text.endswith(".") or span.text.count(".") == 1 else span.text
    return text.removesuffix("'s").removesuffix("’s").strip()
