"""A parsed paragraph -> Attributions: that somebody says, thinks or wants something, by the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from index.mention import Mention, described
from index.nouns import INSTITUTIONS
from index.verbs import (
    ABOUT,
    CARRYING,
    HOLDING,
    JUDGING,
    QUOTERS,
    QUOTING,
    SAYING,
    SPEECH_NOUNS,
    UNREAL,
    WISHING,
)

#: What a verb stands behind that tells whose words were before it: "…," said Lee.
MARKS = frozenset(',"”“»?!') | {"''"}
#: Tags of a verb that can have a noun beside it for a subject; a plural noun may be one ("Lee notes").
FINITE = frozenset({"VBD", "VBZ", "VBP", "NNS"})

Form = Literal["speech", "stance", "words"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says something.

    at: offset of the word that says so. source: who. content: the (start, end) of what was said; empty where the
    sentence has none beside a quotation. speaks: whether it is speech rather than thought or judgement.
    via: who carried it, if the sentence says so.
    """

    at: int
    source: Mention
    content: tuple[int, int]
    form: Form
    main: bool
    via: str | None = None
    carries: bool = False


def attributions(paragraph: Doc, offset: int, quoted: Sequence[tuple[int, int]]) -> Iterator[Attribution]:
    """The attributions of a paragraph, in order; none within quotation marks, whose places `quoted` are."""
    for token in paragraph:
        at = offset + token.idx
        if any(start <= at < end for start, end in quoted):
            continue
        if token.lower_ == "according":
            found = according(token, offset)
        elif token.pos_ in ("VERB", "AUX") or closes_quotation(token):
            found = by_verb(token, offset)
        else:
            found = None
        if found is not None and not any(start <= found.source.start < end for start, end in quoted):
            yield found


def closes_quotation(token: Token) -> bool:
    """Whether it is a verb that the tagger took for a noun: "…," Lee notes."""
    return token.lemma_ in SAYING and token.is_lower and token.i > 1 and token.doc[token.i - 2].text in MARKS


def according(token: Token, offset: int) -> Attribution | None:
    """The attribution of "according to" somebody: all of the sentence is theirs."""
    following = token.doc[token.i + 1 : token.i + 2]
    to = next((child for child in (*token.children, *following) if child.lower_ == "to"), token)
    noun = next((child for child in to.children if child.dep_ == "pobj"), None)
    source = described(noun, offset) if noun is not None else None
    if source is None:
        return None
    return Attribution(offset + token.idx, source, extent(token.sent, offset), "speech", main=True, carries=True)


def by_verb(verb: Token, offset: int) -> Attribution | None:
    """The attribution that a verb makes; None where it is only possible or nobody does it."""
    lemma = verb.lemma_.lower()
    form: Form = "speech" if lemma in SAYING | QUOTING else "stance"
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & UNREAL or (form == "stance" and "to" in helpers) or is_aside(verb):
        return None
    part, main = part_told(verb, lemma), verb.dep_ == "ROOT"
    if part is None and form == "stance":
        if not main:
            return None
        form = "words"
    who = source_of(verb)
    source = described(who, offset) if who is not None else None
    if source is None:
        return None
    at = offset + verb.idx
    content = extent(part, offset) if part is not None else (at, at)
    return Attribution(at, source, content, form, main, carrier(verb), lemma == "report")


def is_aside(verb: Token) -> bool:
    """Whether it only adds to what the article says itself: "…, with officials saying it helps"."""
    above = list(verb.ancestors)[:2]
    return verb.tag_ == "VBG" and any(one.lower_ == "with" and one.pos_ == "ADP" for one in above)


def carrier(verb: Token) -> str | None:
    """Who brought the words: "in comments carried by TASS", "in an interview with RT", "quoted by TASS as saying"."""
    quoting = next((above for above in verb.ancestors if above.lemma_ in QUOTERS), None) if verb.tag_ == "VBG" else None
    if quoting is not None and any(child.dep_ == "dobj" for child in quoting.children):
        nouns = [child for child in quoting.children if child.dep_ == "nsubj" and child.pos_ != "PRON"]
    else:
        nouns = [noun for token in (*verb.subtree, *([quoting] if quoting else [])) for noun in carriers(token, verb)]
    named = [described(noun, 0) for noun in nouns if noun.pos_ == "PROPN" or noun.lemma_ in INSTITUTIONS]
    return next((one.name for one in named if one is not None and one.kind == "institution"), None)


def carriers(token: Token, verb: Token) -> Iterator[Token]:
    """The nouns behind "carried by", or behind the "interview with" that a verb of speech was in."""
    carried = token.lemma_ in CARRYING and token.tag_ == "VBN"
    if carried or (token.lemma_ == "interview" and token.head.dep_ == "prep" and token.head.head == verb):
        for preposition in token.children:
            if preposition.dep_ == "agent" if carried else preposition.lower_ == "with":
                yield from preposition.children


def part_told(verb: Token, lemma: str) -> Token | Span | None:
    """What was said; None where the sentence has nothing of it, or nothing but words in quotation marks."""
    speaks = lemma in SAYING
    children = {child.dep_: child for child in verb.children}
    if (speaks or lemma in HOLDING) and "agent" in children and any(c.lower_ == "as" for c in verb.children):
        return verb.sent  # "as reported by TASS"
    parts = {
        "ccomp": speaks or lemma in HOLDING,
        "xcomp": speaks or lemma in WISHING,
        "dobj": lemma in JUDGING,
        "oprd": lemma in JUDGING,
    }
    told = next((children[dep] for dep, fits in parts.items() if fits and dep in children), None)
    about = ABOUT.get(lemma, "").split()
    told = told or next((c for c in verb.children if c.dep_ in ("prep", "prt", "advmod") and c.lower_ in about), None)
    if told is not None or not speaks:
        return told
    aside = verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") and "nsubj" in children
    return verb.sent if aside or behind(verb) is not None else None


def extent(part: Token | Span, offset: int) -> tuple[int, int]:
    """Where a span, or a word with all that hangs on it, begins and ends in the document."""
    if isinstance(part, Span):
        return offset + part.start_char, offset + part.end_char
    last = part.right_edge
    return offset + part.left_edge.idx, offset + last.idx + len(last)


def source_of(verb: Token) -> Token | None:
    """Who does it: its own subject, whom "by" names, the noun beside it, or the subject of the verb it hangs on."""
    own = doer(verb)
    if own is not None:
        return own
    token = verb
    for _ in range(3):
        if token.dep_ == "acl":
            token = token.head
            if token.lemma_ not in SPEECH_NOUNS or token.dep_ not in ("dobj", "pobj"):
                return token
            token = token.head.head if token.dep_ == "pobj" else token.head
        elif token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            token = token.head
        else:
            return None
        found = subject_of(token)
        if found is not None:
            return found
    return None


def doer(verb: Token) -> Token | None:
    """Who does what a verb says, as far as the words that hang on it or stand beside it tell."""
    agent = next((noun for by in verb.children if by.dep_ == "agent" for noun in by.children), None)
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if agent is not None:
        return agent
    if subjects:
        return antecedent(min(subjects, key=lambda child: abs(child.i - verb.i)))
    passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if passive is not None:
        return antecedent(passive) if verb.lemma_ in QUOTERS else None
    if verb.tag_ in FINITE and verb.lemma_.lower() in SAYING:
        return behind(verb) or ahead(verb)
    return None


def subject_of(above: Token) -> Token | None:
    """Who does what a verb says on which another hangs; whom it quotes, in "quoted Lee as saying"."""
    wanted = ("dobj", "nsubjpass") if above.lemma_ in QUOTERS else ("nsubj", "nsubjpass")
    found = [child for child in above.children if child.dep_ in wanted]
    return antecedent(min(found, key=lambda child: abs(child.i - above.i))) if found else None


def behind(verb: Token) -> Token | None:
    """The noun right behind a verb that stands behind a comma or a closing mark: "…, said Lee"."""
    doc = verb.doc
    if verb.i == 0 or verb.i + 1 == len(doc) or doc[verb.i - 1].text not in MARKS or doc[verb.i + 1].is_punct:
        return None
    after = doc[verb.i + 1]
    for _ in range(4):
        if after.pos_ in ("NOUN", "PROPN", "PRON") and after.dep_ not in ("compound", "poss"):
            return after
        if after.head.i <= after.i or after.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
            return None
        after = after.head
    return None


def ahead(verb: Token) -> Token | None:
    """The noun before a verb, over asides between commas: "Lee, 44, said"."""
    doc, at, start = verb.doc, verb.i - 1, verb.sent.start
    while at > start and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    for _ in range(3):
        if at < start or doc[at].pos_ in ("NOUN", "PROPN") or doc[at].is_title:
            return doc[at] if at >= start else None
        if doc[at].text != ",":
            return None
        at -= 1
        while at > start and doc[at].text != ",":
            at -= 1
        at -= 1
    return None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return token.head.head
    return token
