"""A verb, noun or adjective -> the word for who does, holds or feels it, by the grammar of its sentence."""

from __future__ import annotations

from spacy.tokens import Token

from index.verbs import QUOTERS, SAYING, SPEECH_NOUNS

#: What a verb stands behind that tells whose words were before it: "…," said Lee.
MARKS = frozenset(',"”“»?!') | {"''"}
#: Tags of a verb that can have a noun beside it for a subject; a plural noun may be one ("Lee notes").
FINITE = frozenset({"VBD", "VBZ", "VBP", "NNS"})
#: Of these, those that are a verb for certain.
PLAIN = frozenset({"VBD", "VBZ"})
#: How far up a sentence a subject is looked for: "began to try to say" is three steps.
STEPS = 3


def source_of(word: Token) -> Token | None:
    """Who does it: its own subject, whom "by" names, the noun beside it, or the subject of the verb it hangs on."""
    if word.lower_ == "according":
        return of_according(word)
    if word.pos_ == "NOUN" and not closes_quotation(word):
        return of_noun(word)
    if word.pos_ == "ADJ":
        return of_adjective(word)
    own = doer(word)
    return own if own is not None else above(word)


def closes_quotation(token: Token) -> bool:
    """Whether it is a verb that the tagger took for a noun: "…," Lee notes."""
    return token.lemma_ in SAYING and token.is_lower and token.i > 1 and token.doc[token.i - 2].text in MARKS


def of_according(word: Token) -> Token | None:
    """Whom "to" behind "according" names; the parser may hang "to" on either."""
    following = word.doc[word.i + 1 : word.i + 2]
    to = next((child for child in (*word.children, *following) if child.lower_ == "to"), word)
    return next((child for child in to.children if child.dep_ == "pobj"), None)


def of_noun(noun: Token) -> Token | None:
    """Whose it is: "Lee's claim", "a claim by Lee", "Lee made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return doer(noun.head) or above(noun.head)
    return None


def of_adjective(word: Token) -> Token | None:
    """Who is so: the subject of "is confident", or the noun behind a comma: "Lee, confident that …"."""
    if word.dep_ in ("acomp", "oprd") or word.head.pos_ == "AUX":
        return doer(word.head) or above(word.head)
    return word.head if word.dep_ == "amod" and word.i > word.head.i else None


def above(verb: Token) -> Token | None:
    """The subject of the verb that this one hangs on, or the noun that it describes."""
    token = verb
    for _ in range(STEPS):
        if token.dep_ == "acl":
            noun = token.head
            owner = of_noun(noun)
            if owner is not None and (token.tag_ == "VB" or noun.lemma_ in SPEECH_NOUNS):
                return owner
            if noun.lemma_ not in SPEECH_NOUNS or noun.dep_ not in ("dobj", "pobj"):
                return noun
            token = noun.head.head if noun.dep_ == "pobj" else noun.head
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
    return ahead(verb) if verb.tag_ in PLAIN and verb.dep_ == "ROOT" else None


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
