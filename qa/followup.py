"""A follow-up made whole: who "he" is, what "and why?" or "what about Syria?" go on about, read off the earlier turns.

Grammar and names only. A question that stands on its own is left exactly as it is, and so is what cannot be worked out.
What a pronoun may stand for is told by antecedent.py; fragments are fitted into the last question by ellipsis.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Token

from index.document import is_unicode
from index.embed import Vectors
from index.terms import WORD, stem, terms, words
from qa.antecedent import ACTS, MATTER, SOMEBODY, SOMETHING, SUBJECTS, Antecedent, Exchange, Wanted, parsed, spoken
from qa.ellipsis import asked_again, fitted_in, of_topic
from qa.question import MAX_CHARACTERS

Turn = Mapping[str, str]

#: Earlier turns that are read, and how much of each: nobody's "he" reaches further back.
TURNS_READ, CHARACTERS_READ = 24, 1_500
QUOTED = re.compile(r"“(.*?)”\s*\[\d+\]", re.DOTALL)
MARK = re.compile(r"\s*\[\d+\]")
#: A question whose best passage scores below NEAR is drawn by CONTEXT_WEIGHT towards what was told before it, unless
#: its cosine with that is below SAME_TOPIC. Chosen on the train part of mtrag for recall@5: being drawn towards
#: another conversation costs none; on that of xquad, towards another paragraph costs 2 of 499 questions their first.
NEAR, SAME_TOPIC, CONTEXT_WEIGHT, BEFORE_CHARACTERS = 0.6, 0.05, 0.5, 600
#: The product's own words where it holds no answer: about its articles, not about the matter.
DECLINED = re.compile(r"(?:The|No|None of the|Your) (?:articles?|question|dossier)\b")
#: Nothing is asked by these alone, and what was asked before them stays asked.
COURTESY = re.compile(
    r"(?:\W*\b(?:thanks?|thank you|thx|cheers|hi|hello|hey|good (?:morning|evening|afternoon|day|to know)|(?:good)?bye"
    r"|ok(?:ay)?|great|good|cool|nice|perfect|wow|interesting|i see|got it|sure|please|sorry|yes|no|right|very much"
    r"|so much|a lot|for (?:that|this|your help|the (?:answer|information|info|help))"
    r"|that(?:['’]s| is| was) (?:great|good|helpful|all|interesting))\b)+\W*",
    re.IGNORECASE,
)
#: What a follow-up opens with, before what it asks. An exclamation needs its mark: "Great Britain" opens with none.
OPENING = re.compile(
    r"(?:(?:and|but|so|or|then|also|i mean(?:t)?|by the way|of course|actually)\b[\s,:;—-]*"
    r"|(?:ok(?:ay)?|yes|no|right|great|well|thanks|thank you|oh|hm+|sorry)\s?[,.:;!—-]\s*)+",
    re.IGNORECASE,
)
#: What a pronoun asks its antecedent to be. "I", "you" and "we" are in the conversation, not in the articles.
PRONOUNS: Mapping[str, Wanted] = {
    **dict.fromkeys(("he", "him", "his", "she", "her", "hers"), "person"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "several"),
    **dict.fromkeys(("it", "its"), "thing"),
    **dict.fromkeys(("that", "this", "these", "those"), "matter"),
    "there": "place",
}
POSSESSIVES = frozenset({"his", "her", "hers", "their", "theirs", "its"})
#: "Is it ready to …?" asks about a thing; "Is it true that …?", "Is it safe to …?" and "Is it raining?" about none.
ABLE = frozenset(words("ready willing able unable prepared likely unlikely free due set bound eager reluctant"))
IMPERSONAL = frozenset(words("seem appear happen turn rain snow"))
WITH_CLAUSE = frozenset(words("be take cost make feel matter"))
CLAUSES = frozenset({"ccomp", "xcomp", "relcl", "csubj", "advcl", "acl"})
#: A person's name has at most so many words; so has a phrase that stands before "'s".
NAME_WORDS, POSSESSOR_WORDS = 4, 3


def completed(question: str, history: Sequence[Turn], names: Collection[str] = ()) -> str:
    """`question` with what it leaves to the earlier turns put in, or as it is where it needs nothing of them.

    history: turns of the form that question.check_history passes, oldest first.
    names: terms that are names in the dossier, for those typed without a capital.
    """
    earlier: list[Exchange] = []
    for turn in history[-TURNS_READ:]:
        content = read_of(turn)
        if turn["role"] == "assistant":
            if earlier:
                earlier[-1] = replace(earlier[-1], answer=f"{earlier[-1].answer} {told(content)}".strip())
        elif not COURTESY.fullmatch(content):
            whole = made_whole(capitalised(content, names), earlier)
            earlier += [whole] * bool(terms(whole.question))
    written = capitalised(question, names)
    text = made_whole(written, earlier).question
    return question if text == written or len(text) > MAX_CHARACTERS else text


def drawn(vector: Vectors, before: Vectors) -> Vectors:
    """The unit vector to search passages with for a question that finds nothing near by itself: drawn towards `before`.

    before: the unit vector of what came before; a question that is unlike it begins a new topic and is left as it is.
    """
    if vector @ before < SAME_TOPIC:
        return vector
    both = vector + CONTEXT_WEIGHT * before
    return np.asarray(both / np.linalg.norm(both), np.float32)


def came_before(history: Sequence[Turn]) -> str:
    """What was told last, or asked last where nothing was told; "" where there is nothing."""
    for turn in reversed(history[-2:]):
        content = read_of(turn)
        said = told(content) if turn["role"] == "assistant" else content
        if said:
            return said[:BEFORE_CHARACTERS]
    return ""


def read_of(turn: Turn) -> str:
    """As much of a turn as is read, its white space plain; "" where it is not Unicode."""
    content = " ".join(turn["content"][:CHARACTERS_READ].split())
    return content if is_unicode(content) else ""


def told(content: str) -> str:
    """What an assistant's turn tells: its quotes where it quotes; nothing where it only declines."""
    quotes = QUOTED.findall(content)
    return " ".join(quotes) if quotes or DECLINED.match(content) else MARK.sub("", content)


def capitalised(text: str, names: Collection[str]) -> str:
    """`text` with a capital at the beginning of each word that is a name."""
    return WORD.sub(lambda word: word[0][0].upper() + word[0][1:] if stem(word[0].lower()) in names else word[0], text)


def made_whole(question: str, earlier: Sequence[Exchange]) -> Exchange:
    """`question` with its gaps filled from the exchanges before it, the last of which is the latest."""
    opening = OPENING.match(question)
    bare = question[opening.end() :] if opening else question
    if not earlier or COURTESY.fullmatch(question) or not WORD.search(bare):
        return Exchange(question)
    again = asked_again(bare, earlier[-1])
    whole, carried = (again, []) if again else named(bare, earlier)
    whole = again or fitted_in(whole, earlier, opened=opening is not None) or of_topic(whole, earlier) or whole
    return Exchange(question) if whole == bare else Exchange(whole[0].upper() + whole[1:], carried=tuple(carried))


def named(question: str, earlier: Sequence[Exchange]) -> tuple[str, list[Antecedent]]:
    """`question` with each pronoun that has no antecedent in it replaced by the best one; and those antecedents."""
    parts: list[str] = []
    place = 0
    met: dict[Wanted, Antecedent | None] = {}
    for token in parsed(question):
        wanted = PRONOUNS.get(token.lower_)
        if wanted is None or wanted in met or not is_anaphor(token, wanted):
            continue
        found = met[wanted] = None if is_bound(token, wanted) else antecedent(token, wanted, earlier)
        if found:
            start, end, put = put_in(token, wanted, found.text)
            parts += [question[place:start], put]
            place = end
    return "".join([*parts, question[place:]]), [one for one in met.values() if one]


def is_anaphor(token: Token, wanted: Wanted) -> bool:
    """Whether the pronoun points at something: not the "it" of "Is it true that", nor "that" before its noun."""
    verb = token.head
    if wanted == "place":
        outside = token.i > 0 and token.nbor(-1).lower_ in ("out", "over", "up", "down")
        return token.tag_ == "RB" and token.dep_ == "advmod" and verb.pos_ in ("VERB", "AUX") and not outside
    if wanted == "matter":
        return token.tag_ == "DT" and token.dep_ in (*SUBJECTS, "dobj", "pobj")
    if token.lower_ != "it":
        return True
    if token.dep_ == "expl" or verb.lemma_ in IMPERSONAL or any(child.lower_ == "i" for child in verb.children):
        return False
    after = [child for child in verb.children if child.i > token.i]
    if verb.lemma_ == "take" and not any(child.dep_ == "dobj" for child in after):
        return False
    told_of_it = [child for child in after if child.dep_ in ("acomp", "attr", "dobj")]
    clause = any(child.dep_ in CLAUSES for part in (verb, *told_of_it) for child in part.children)
    return verb.lemma_ not in WITH_CLAUSE or not clause or any(part.lower_ in ABLE for part in told_of_it)


def is_bound(token: Token, wanted: Wanted) -> bool:
    """Whether something before the pronoun in its own question may be meant: "Why did Kerry say he would come?"

    What stands in the same clause is not ("What did Kerry say to him?"), but for an owner ("Did Kerry end his visit?").
    """
    first, verb = token.doc[0], clause_of(token)
    if first.lower_ == "who" and first.dep_ in SUBJECTS and wanted in ("person", "several"):
        return clause_of(first) != verb
    joined = [one.head for one in (token, *token.ancestors) if one.dep_ == "conj"]
    return any(
        head.i < token.i
        and one.fit(wanted)
        and (head in joined or not head.is_ancestor(token))
        and (head in joined or clause_of(head) != verb or (token.lower_ in POSSESSIVES and head.dep_ in SUBJECTS))
        for head, one in spoken(token.doc, "subject", "mentioned")
    )


def clause_of(token: Token) -> Token:
    """The verb that governs the word."""
    return next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), token)


def antecedent(token: Token, wanted: Wanted, earlier: Sequence[Exchange]) -> Antecedent | None:
    """What a pronoun stands for, of the latest exchange that has it; never what the question names already."""
    acting = token.dep_ in SUBJECTS and token.head.lemma_.lower() in ACTS
    order = SOMEBODY if wanted == "person" or acting else MATTER if wanted == "matter" else SOMETHING
    known = set(terms(token.doc.text))
    for exchange in reversed(earlier):
        new = [one for one in exchange.spoken_of() if not known & set(terms(one.text))]
        able = [one for one in new if one.fit(wanted, acting=acting)]
        if wanted == "matter":  # the whole of "relations between Norway and Sweden" rather than a part
            able = [one for one in able if not any(one.text != other.text and one.text in other.text for other in able)]
        if able:
            best = min(able, key=lambda one: (-one.fit(wanted, acting=acting), order.index(one.role)))
            return replace(best, text=in_full(best, earlier))
    return None


def in_full(one: Antecedent, earlier: Sequence[Exchange]) -> str:
    """The words for it: for a person the fullest name spoken of, "John Kerry" where it is "Kerry"."""
    if one.label != "PERSON":
        return one.text
    names = [other.text for exchange in earlier for other in exchange.spoken_of() if other.label == "PERSON"]
    same = [name for name in names if name.split()[-1] == one.text.split()[-1] and len(name.split()) <= NAME_WORDS]
    return max([one.text, *same], key=lambda name: len(name.split()))


def put_in(token: Token, wanted: Wanted, text: str) -> tuple[int, int, str]:
    """Where the words for a pronoun go, by offsets into its question, and how they are written there."""
    start, end = token.idx, token.idx + len(token)
    if wanted == "place":
        return start, end, f"in {text}"
    if token.tag_ == "PRP$":
        owned = token.doc[token.i + 1 : token.head.i + 1]
        if len(text.split()) > POSSESSOR_WORDS and owned:
            return start, owned.end_char, f"the {owned.text} of {text}"
        return start, end, text + ("’" if text.endswith("s") else "’s")
    if wanted == "matter" and token.head.lower_ == "to" and token.head.head.lemma_ == "say":
        return token.head.idx, end, f"about {text}"
    return start, end, text
