"""A parsed paragraph -> Attributions: that somebody says, thinks or wants something, read off one sentence's grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from index.mention import INSTITUTIONS, Mention, described
from index.terms import words

#: Who does one of these speaks: what was said may follow, stand before, or be the quotation beside it.
SAYING = frozenset(
    words(
        "say tell add write note argue report acknowledge insist announce state declare claim explain reveal warn reply"
        " tweet admit recall ask complain deny assure conclude remark allege concede caution assert respond testify"
        " mention contend quip joke muse boast lament retort reiterate stress emphasize emphasise underline underscore"
        " observe confirm comment exclaim shout yell suggest maintain predict estimate counter intimate remember email retweet sum concur lobby preach hear opine recount interject urge"
        " advise proclaim disclose pledge vow promise signal read"
    )
)
#: These speak beside a quotation only.
QUOTING = frozenset(words("continue go begin end finish complete answer repeat elaborate describe call question think post start laugh cry whisper snap fret agree point ask hint charge sing chant describe "))
#: These speak only with a clause of what is thought or found.
HOLDING = frozenset(
    words(
        "think believe find hope fear worry show indicate consider recognize realize wonder speculate expect feel"
        " learn decide imply assume argue suspect forecast recommend demand propose agree hop"
        " guarantee determine doubt understand want"
    )
)
#: These speak with an infinitive: "vowed to leave", "refused to comment".
WISHING = frozenset(
    words(
        "decline pledge refuse vow call urge hop hope promise ask propose threaten seek plan want offer agree wish"
        " intend claim swear demand"
    )
)
#: These speak of their object: "praised the treaty".
JUDGING = frozenset(
    words(
        "call endorse describe accuse criticize criticise praise cite express blame announce list discuss defend reject"
        " mention slam dismiss denounce tout question deny mock deem blast highlight reiterate reaffirm applaud rebuke"
        " condemn portray hail decry bemoan lament concede declare characterize stress oppose support explain"
        " invoke compare rip hammer ridicule assail urge warn welcome favor advocate demand"
        " emphasize acknowledge disavow insist recommend predict propose outline disagree lambast"
        " criticise trash bash chide scold thank congratulate admonish voice protest bewail"
    )
)
#: A verb and the preposition with which it speaks.
ABOUT = {
    "call": "for", "warn": "of against about", "speak": "of about against", "talk": "of about", "complain": "of about",
    "object": "to", "refer": "to", "point": "to", "argue": "for against", "rail": "against", "boast": "of about",
    "react": "to", "disagree": "with", "agree": "with", "apologize": "for", "insist": "on",
    "comment": "on", "fire": "back", "hint": "at", "lash": "out", "push": "for back",
}
MARKS = frozenset(',"”“»?!') | {"''"}
CARRYING = frozenset(words("carry report quote publish broadcast cite air post release"))
QUOTERS = frozenset(words("quote cite"))
UNREAL = frozenset(words("would could might may should must"))
SPEECH_NOUNS = frozenset(words("statement interview speech tweet letter comment remark address email note post release report memo"))


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
    """The attributions of a paragraph in order; what stands in quotation marks (`quoted`) is not the article's to say."""
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
    """ "according to" somebody: the sentence is theirs."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to":
        to = token.doc[token.i + 1]
    noun = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    source = described(noun, offset) if noun is not None else None
    return Attribution(offset + token.idx, source, extent(token.sent, offset), form="speech", main=True, carries=True) if source else None


def by_verb(verb: Token, offset: int) -> Attribution | None:
    lemma = verb.lemma_.lower()
    form: Form = "speech" if lemma in SAYING or lemma in QUOTING else "stance"
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & UNREAL or (form == "stance" and "to" in helpers):
        return None
    content = content_of(verb, lemma, offset)
    if content is None and verb.dep_ == "ROOT":
        content, form = (offset + verb.idx, offset + verb.idx), "words"
    if content is None:
        return None
    who = source_of(verb)
    if who is None:
        return None
    source = described(who, offset)
    if source is None:
        return None
    return Attribution(offset + verb.idx, source, content, form, verb.dep_ == "ROOT", carrier(verb), lemma == "report")


def carrier(verb: Token) -> str | None:
    """Who brought the words: "in comments carried by TASS", "in an interview with RT", "was quoted by TASS as saying"."""
    quoting = next((above for above in verb.ancestors if above.lemma_ in QUOTERS), None) if verb.tag_ == "VBG" else None
    for token in (*verb.subtree, *((quoting,) if quoting else ())):
        if token.lemma_ in CARRYING and token.tag_ == "VBN":
            nouns = [noun for by in token.children if by.dep_ == "agent" for noun in by.children]
        elif token.lemma_ == "interview" and token.head.dep_ == "prep" and token.head.head == verb:
            nouns = [noun for to in token.children if to.lower_ == "with" for noun in to.children]
        else:
            continue
        named = [described(noun, 0) for noun in nouns if noun.pos_ == "PROPN" or noun.lemma_ in INSTITUTIONS]
        carried = next((one for one in named if one is not None and one.kind == "institution"), None)
        if carried is not None:
            return carried.name
    if quoting is not None and any(child.dep_ == "dobj" for child in quoting.children):
        outlet = next((described(child, 0) for child in quoting.children if child.dep_ == "nsubj"), None)
        return outlet.name if outlet is not None and not outlet.pronoun else None
    return None


def content_of(verb: Token, lemma: str, offset: int) -> tuple[int, int] | None:
    """Where what was said stands; empty for a verb of speech that only a quotation can belong to; None for no speech."""
    speaks, beside = lemma in SAYING, lemma in QUOTING
    children = list(verb.children)
    deps = {child.dep_: child for child in children}
    if (speaks or lemma in HOLDING) and "agent" in deps and any(child.lower_ == "as" for child in children):
        return extent(verb.sent, offset)
    clause = deps.get("ccomp")
    if clause is not None and (speaks or lemma in HOLDING):
        return extent(clause, offset)
    if "xcomp" in deps and lemma in WISHING | SAYING:
        return extent(deps["xcomp"], offset)
    thing = deps.get("dobj") or deps.get("oprd")
    if thing is not None and lemma in JUDGING:
        return extent(thing, offset)
    for child in children:
        if child.dep_ in ("prep", "prt", "advmod") and child.lower_ in ABOUT.get(lemma, "").split():
            return extent(child, offset)
    if speaks and (behind(verb) is not None):
        return extent(verb.sent, offset)
    if speaks and verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") and any(child.dep_ == "nsubj" for child in children):
        return extent(verb.sent, offset)
    return (offset + verb.idx, offset + verb.idx) if speaks or beside else None


def extent(part: Token | Span, offset: int) -> tuple[int, int]:
    if isinstance(part, Span):
        return offset + part.start_char, offset + part.end_char
    last = part.right_edge
    return offset + part.left_edge.idx, offset + last.idx + len(last)


def source_of(verb: Token) -> Token | None:
    """Who does it: its own subject, whom "by" names, the noun beside it, or the subject of the verb it hangs on."""
    token = verb
    for _ in range(4):
        quoted = next((child for child in token.children if child.dep_ == "dobj"), None)
        if token is not verb and token.lemma_ in QUOTERS and quoted is not None:
            return quoted
        agent = next((noun for by in token.children if by.dep_ == "agent" for noun in by.children), None)
        if agent is not None and token is verb:
            return agent
        subjects = [child for child in token.children if child.dep_ == "nsubj"]
        subject = min(subjects, key=lambda child: abs(child.i - token.i), default=None)
        if subject is not None:
            return antecedent(subject)
        passive = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
        if passive is not None:
            return antecedent(passive) if token is not verb or verb.lemma_ in QUOTERS else None
        if token is verb and verb.tag_ in ("VBD", "VBZ", "VBP", "NNS") and verb.lemma_.lower() in SAYING:
            near = behind(verb) or ahead(verb)
            if near is not None:
                return near
        if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and token.head is not token:
            if token.dep_ == "ccomp":
                return None
            token = token.head
        elif token.dep_ == "acl":
            token = token.head
            if token.lemma_ not in SPEECH_NOUNS or token.dep_ not in ("dobj", "pobj"):
                return token
            token = token.head.head if token.dep_ == "pobj" else token.head
        else:
            return None
    return None


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
