"""A parsed paragraph -> Attributions: that somebody says, thinks or wants something, by the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from index.cue import COMPLEMENTS, Cues
from index.mention import Mention, described
from index.nouns import INSTITUTIONS
from index.sense import Sense
from index.source import behind, closes_quotation, source_of
from index.verbs import ABOUT, CARRYING, HOLDING, JUDGING, QUOTERS, QUOTING, SAYING, UNREAL, WISHING

#: So many characters from a quotation, a word stands beside it.
BESIDE = 40
#: A name before a colon has at most so many words.
NAME_WORDS = 4
#: What hangs on a cue and tells what is said, thought or wanted, the complements aside.
TOLD = COMPLEMENTS | {"prep", "dative", "pcomp", "pobj", "acl"}

Form = Literal["speech", "stance", "words", "thought"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says something.

    at: offset of the word that says so. source: who. content: the (start, end) of what was said; empty where the
    sentence has none beside a quotation. form: "speech", "stance" (thought or judged, in so many words), "words" (of
    a quotation beside a verb of thinking), or "thought": all else that people mark as such, wishes and deeds too.
    main: whether the sentence's main verb says so. via: who carried it, if the sentence says so. carries: whether
    its source only brings the words of others. likely: in [0, 1], how surely it is one.
    """

    at: int
    source: Mention
    content: tuple[int, int]
    form: Form
    main: bool
    via: str | None = None
    carries: bool = False
    likely: float = 1.0


def attributions(
    paragraph: Doc, offset: int, quoted: Sequence[tuple[int, int]], sense: Sense, cues: Cues
) -> Iterator[Attribution]:
    """The attributions of a paragraph, in order; none within quotation marks, whose places `quoted` are.

    sense: the paragraph's, projected by the vector of `cues`.
    """
    named = by_colon(paragraph, offset)
    if named is not None:
        yield named
    for token in paragraph:
        at = offset + token.idx
        if any(start <= at < end for start, end in quoted):
            continue
        away = min((min(abs(start - at - len(token)), abs(at - end)) for start, end in quoted), default=BESIDE)
        likely = cues.likely(token, sense, beside=away < BESIDE)
        plain = in_words(token, offset)
        if plain is not None and any(start <= plain.source.start < end for start, end in quoted):
            continue
        if plain is not None:
            yield plain if closes_quotation(token) else replace(plain, likely=likely)
        if likely >= cues.told and (plain is None or plain.form == "words"):
            thought = by_cue(token, offset)
            if thought is not None:
                yield replace(thought, likely=likely)


def by_colon(paragraph: Doc, offset: int) -> Attribution | None:
    """The attribution of a paragraph that opens with a name and a colon, as headlines do: "Lee: No more bridges"."""
    colon = next((token.i for token in paragraph[: NAME_WORDS + 1] if token.text == ":"), 0)
    name = paragraph[:colon]
    if not colon or colon + 1 == len(paragraph) or not all(token.text[:1].isupper() for token in name):
        return None
    source = Mention(offset, name.text, None, "person", sure=False)
    content = offset + paragraph[colon + 1].idx, offset + len(paragraph.text)
    return Attribution(offset + paragraph[colon].idx, source, content, "speech", main=True)


def in_words(token: Token, offset: int) -> Attribution | None:
    """The attribution of a verb that says outright that somebody speaks, thinks or judges."""
    if token.lower_ == "according":
        return according(token, offset)
    if token.pos_ in ("VERB", "AUX") or closes_quotation(token):
        return by_verb(token, offset)
    return None


def by_cue(token: Token, offset: int) -> Attribution | None:
    """The attribution that a likely cue makes: what it tells is what hangs on it, or else what it hangs on."""
    who = source_of(token)
    source = described(who, offset) if who is not None else None
    if source is None or who is None:
        return None
    parts = [child for child in token.children if child.dep_ in TOLD and who not in child.subtree]
    passive = next((child for child in token.children if child.dep_ == "nsubjpass" and who not in child.subtree), None)
    if passive is not None:
        parts.append(passive)
    if not parts and token.dep_ in ("acl", "relcl", "acomp", "attr", "dobj"):
        parts = [token.head] if who not in token.head.subtree else []
    places = [extent(part, offset) for part in parts] or [(offset + token.idx, offset + token.idx)]
    content = min(start for start, _ in places), max(end for _, end in places)
    return Attribution(offset + token.idx, source, content, "thought", main=token.dep_ == "ROOT")


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
