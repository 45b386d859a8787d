"""A fragment fitted into the last question: "why?", "when was that?", "what about Syria?", "and in 2014?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from qa.antecedent import (
    ACTS,
    AMOUNTS,
    BODIES,
    OF_SOMETHING,
    PLACES,
    SUBJECTS,
    Exchange,
    as_part,
    parsed,
    topic_of,
)
from qa.side import names_country

#: Asks after what has just been asked or told, and names nothing itself.
BARE = re.compile(
    r"(?P<ask>why not|why|how come|how so|what for|when|since when|where|how|how often|(?:for )?how long|how many"
    r"|how much|(?:by |with |to |for )?who(?:m)?)"
    r"(?:,? exactly|(?: is|['’]s| was) (?:that|this)(?: so| the case)?"
    r"|,? (?:did|does|do|has|had|is|was|were|are|would) (?:that|this|it|he|she|they|so)"
    r"(?: (?:happen(?:ed)?|occur(?:red)?|come about|(?:do|say|think) (?:that|this|so|it)))?)?\W*",
    re.IGNORECASE,
)
#: The same in other words.
WHY = re.compile(
    r"(?:how come|how so|what for|why so|for what reason|what caused (?:that|this|it)"
    r"|what(?: is|['’]s| was| are| were) the (?:reasons?|causes?)(?: (?:for|of|behind) (?:that|this|it))?)\W*",
    re.IGNORECASE,
)
ELSE = re.compile(r"(?P<ask>what|who|where) else\W*", re.IGNORECASE)
SAID = re.compile(r"(?:who (?:said|says) (?:that|this|so|it)|says who)\W*", re.IGNORECASE)
AGAIN = re.compile(
    r"(?:really|are you sure|tell me more|more|go on|continue|explain(?: that| it)?|like what|such as(?: what)?"
    r"|(?:any|for) examples?|(?:which|what) ones?|anything else|(?:what|who|where) else|what do you mean"
    r"|(?:is|was) (?:that|this|it) (?:true|right|so|correct|all)|what does (?:that|this|it) mean)\W*",
    re.IGNORECASE,
)
YES_OR_NO = re.compile(r"^(?:yes|no)\b\W*", re.IGNORECASE)
ABOUT = re.compile(r"(?:what|how|anything|more)(?: else)? about\s+(?P<new>.+?)\W*", re.IGNORECASE)
HELPED = re.compile(r"(?:did|does|do|has|have|had|will|would|can|could)(?:n['’]t)? (?P<new>.+?)\W*", re.IGNORECASE)
#: A fragment has at most so many words; so has a statement that is short enough to ask why of it.
FRAGMENT_WORDS, STATEMENT_WORDS = 8, 25
#: Tags of verbs, which a fragment has none of.
VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG", "MD"})
ABOUT_WHAT = frozenset({"about", "on", "of", "to"})
MARKS = " \"“”'‘’"
#: How like two phrases of the same kind are; a verb with one subject -> with several.
SAME_KIND = 3.0
NUMBERS = {"does": "do", "is": "are", "was": "were", "has": "have"}


def asked_again(bare: str, last: Exchange) -> str | None:
    """The last question with the question word of `bare`, where `bare` is hardly more than that; else None."""
    asking = BARE.fullmatch(bare)
    if asking or WHY.fullmatch(bare):
        return turned("why" if WHY.fullmatch(bare) or asking is None else asking["ask"].lower(), last)
    more = ELSE.fullmatch(bare)
    if more and last.question.lower().startswith(more["ask"].lower()):
        return f"{more['ask']} else{last.question[len(more['ask']) :]}"
    if SAID.fullmatch(bare) and last.answer:
        return f"Who said that {as_part(next(parsed(last.answer).sents).text.strip(MARKS))}?"
    return f"{bare.rstrip(' ?!.')}: {as_part(last.question)}?" if AGAIN.fullmatch(bare) else None


def turned(word: str, last: Exchange) -> str:
    """What was asked last, asked with the question word `word`; after a colon where grammar does not allow more."""
    doc = parsed(last.question)
    closed = doc[0].pos_ == "AUX" or doc[0].tag_ in VERBS - {"VB"}
    if word in ("why", "why not") and last.answer and (closed or doc[0].lower_ == "why"):
        reported = inverted(parsed(YES_OR_NO.sub("", last.answer)))
        if reported:
            return f"Why {reported}?"
    if closed and word == "why not":
        subject = next((token.right_edge for token in doc if token.dep_ in SUBJECTS), doc[0])
        part = as_part(last.question)
        middle = subject.idx + len(subject)
        return f"why {part[:middle]} not{part[middle:]}?"
    if closed:
        return f"{word} {as_part(last.question)}{', or why not' if word == 'why' else ''}?"
    rest = None if word in ("who", "how many", "how much") else without_question_word(doc, last)
    return f"{word} {rest}?" if rest else f"{word}: {as_part(last.question)}?"


def without_question_word(doc: Doc, last: Exchange) -> str | None:
    """A question as it goes on after another question word; None where it would make no sense."""
    asking = next((token for token in doc[:4] if token.tag_ in ("WP", "WDT", "WRB")), None)
    if asking is None or asking.lower_ == "why":
        return None
    noun = asking.head if asking.dep_ == "det" else asking
    if noun.dep_ in SUBJECTS:
        found = next((one.text for one in last.spoken_of() if one.role == "asked for"), None)
        plainly = {"what": "that", "who": "they"}.get(noun.lower_, f"the {noun.text}")
        return inverted(doc, subject=found or plainly)
    verb = next((token for token in doc[asking.i :] if token.pos_ == "AUX"), None)
    if verb is None or noun.dep_ == "attr" or noun.head.lemma_ == "be":
        return None
    words = [token.text_with_ws for token in doc[verb.i :] if token.text != "?"]
    if asking.tag_ != "WRB":
        gap = noun.head.i - verb.i
        words[gap] = words[gap].rstrip() + (" that " if noun is asking else f" the {noun.text} ")
    return "".join(words).strip()


def inverted(doc: Doc, subject: str = "") -> str | None:
    """The first sentence of `doc` as it goes on after "Why", with another subject if given; None where it cannot."""
    sentence = next(doc.sents, None)
    if sentence is None or len(sentence) > STATEMENT_WORDS or any(mark in sentence.text for mark in '"“”'):
        return None
    verb = sentence.root
    own = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    if own is None or own.left_edge.i != sentence.start:
        return None
    more = next((child.i for child in verb.children if child.dep_ in ("cc", "conj") and child.i > verb.i), sentence.end)
    rest = doc[own.right_edge.i + 1 : more]
    helping = next((token for token in rest if token.pos_ == "AUX" and token.i <= verb.i), None)
    first = helping.text if helping else {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    words = [f"{verb.lemma_} " if token == verb else token.text_with_ws for token in rest if helping is None]
    words = words or [token.text_with_ws for token in rest if token != helping]
    before = subject or as_part(doc[own.left_edge.i : own.right_edge.i + 1].text)
    return f"{first} {before} {''.join(words)}".rstrip(" .,;:!?") if first else None


def fitted_in(bare: str, earlier: Sequence[Exchange], *, opened: bool) -> str | None:
    """The last question with the fragment `bare` in the place of what is like it; None where it is no fragment.

    opened: it began with "and", "but", "I mean"; then, or after "what about", any phrase may be a fragment, else only
    a name with a question mark, or what begins with a preposition.
    """
    about, helped = ABOUT.fullmatch(bare), HELPED.fullmatch(bare)
    new = about["new"] if about else helped["new"] if helped else bare.rstrip(" ?!.")
    if about and parsed(new)[0].tag_ in ("WP", "WRB", "WDT"):
        return f"{new}?"
    whole = parsed(f"What about {new}?")
    part = whole[2 : len(whole) - 1]
    if not part or part[0].pos_ == "PRON" or len(part) > FRAGMENT_WORDS:
        return None
    if any(token.tag_ in VERBS or token.tag_[0] == "W" for token in part):
        return None
    before = parsed(earlier[-1].question)
    if part[0].pos_ == "ADP" and not helped:
        return with_phrase(part, before)
    slot, likeness = best_slot(part, before, topic_first=about is not None)
    if slot is not None and (opened or about or helped or (likeness >= SAME_KIND and bare.endswith("?"))):
        return replaced(before, slot, part)
    topic = topic_of(earlier) if opened or about else ""
    return f"What about {new}, speaking of {topic}?" if topic else None


def of_topic(question: str, earlier: Sequence[Exchange]) -> str | None:
    """A question like "What are the main obstacles?" with "of" what was asked about; None where it needs none."""
    doc = parsed(question)
    heads = [chunk.root for chunk in doc.noun_chunks if chunk.root.pos_ != "PRON"]
    asks = doc[0].tag_ in ("WP", "WDT") and len(doc) > 1 and doc[1].lemma_ == "be"
    if not asks or len(heads) != 1 or doc.ents or heads[0].lemma_ not in OF_SOMETHING:
        return None
    end = heads[0].idx + len(heads[0])
    topic = topic_of(earlier) if question[end:].strip(" ?.!") == "" else ""
    return f"{question[:end]} of {topic}?" if topic else None


def with_phrase(part: Span, before: Doc) -> str:
    """The last question with the phrase `part` ("in 2014") in the place of one like it, or at its end."""
    timed, new = any(token.ent_type_ in ("DATE", "TIME") for token in part), part.text[0].lower() + part.text[1:]
    for token in before:
        old = before[token.left_edge.i : token.right_edge.i + 1]
        old_timed = any(inner.ent_type_ in ("DATE", "TIME") for inner in old)
        if token.dep_ == "prep" and timed == old_timed and (timed or token.lower_ == part[0].lower_):
            return f"{before.text[: old.start_char]}{new}{before.text[old.end_char :]}"
    return f"{before.text.rstrip(' .?!')} {new}?"


def best_slot(part: Span, before: Doc, *, topic_first: bool) -> tuple[Span | None, float]:
    """The name or noun phrase of the last question that is most like `part`, and how like it is, up to SAME_KIND + 1.

    A name is like another where it is read as one of the same kind, by itself or in the other's place.
    """
    best: tuple[float, float, Span | None] = (0.0, 0.0, None)
    names = any(token.pos_ == "PROPN" or token.ent_type_ for token in part)
    for slot in (*before.noun_chunks, *before.ents):
        head, other = slot.root, label_of(slot, slot.root.ent_type_)
        if head.pos_ == "PRON" or slot[0].tag_[0] == "W" or head.dep_ in ("amod", "compound") or head.tag_ == "JJ":
            continue
        subject = head.dep_ in SUBJECTS
        topic = head.dep_ == "pobj" and head.head.lower_ in ABOUT_WHAT and head.head.head.lemma_ in ACTS
        labels = {label_of(part, label) for label in (part.root.ent_type_, label_there(part, before, slot))} - {""}
        if names and other and kind(other) in map(kind, labels):
            likeness = SAME_KIND + (other in labels)
        elif names:
            likeness = 2.0 * (subject and not labels & AMOUNTS and (bool(other) or head.head.lemma_ in ACTS))
        else:
            likeness = 2.0 * (topic or (not other and head.dep_ in (*SUBJECTS, "attr", "dobj")))
        if head.head.lower_ != "as":
            best = max(best, (likeness, float(topic if topic_first else subject), slot), key=lambda one: one[:2])
    return best[2], best[0]


def label_of(name: Span, read: str) -> str:
    """The OntoNotes label of a name that spaCy read as `read`: rarer countries it takes for persons."""
    return "GPE" if names_country(name.text) else read


def label_there(part: Span, before: Doc, slot: Span) -> str:
    """The OntoNotes label that the name in `part` has in the place of `slot`; "" where it is none there."""
    there = parsed(f"{before.text[: slot.start_char]}{part.text}{before.text[slot.end_char :]}")
    found = there.char_span(slot.start_char, slot.start_char + len(part.text), alignment_mode="expand")
    return next((token.ent_type_ for token in found or () if token.ent_type_), "")


def kind(label: str) -> str:
    """What a name is a name of, broadly; "" for a noun phrase."""
    kinds = (("person", {"PERSON"}), ("body", BODIES | PLACES), ("amount", AMOUNTS))
    return next((broad for broad, labels in kinds if label in labels), label)


def replaced(before: Doc, slot: Span, part: Span) -> str:
    """The question with `part` in the place of `slot`, and its verb in the number of a new subject."""
    end = slot.end_char - len(slot.text) + len(slot.text.removesuffix("'s").removesuffix("’s"))
    text = f"{before.text[: slot.start_char]}{part.text}{before.text[end:]}"
    verb = next((token for token in before if token.pos_ == "AUX"), before[0])
    if slot.root.dep_ in SUBJECTS and verb.i < slot.start:
        several = part.root.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in part.root.children)
        numbers = NUMBERS if several else {many: one for one, many in NUMBERS.items()}
        text = text[: verb.idx] + numbers.get(verb.lower_, verb.text) + text[verb.idx + len(verb) :]
    return text.rstrip(" .?!") + "?"
