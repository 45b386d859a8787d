"""What a reader of a quote alone could miss: that it points back, is denied, hedged, second-hand, or a mere heading.

General English, read off the words: what they do not show is not flagged. Whether a quote answers the question is not
judged here. The patterns expect single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.passage import Passage
from index.sentence import NAMES_AGAIN, POINTS_BACK, Sentence, sentences
from index.terms import terms

#: Openings that only look as if they pointed back: "This week", "It is clear that", "Instead of waiting".
STANDS_ALONE = re.compile(
    r"[\"“'‘]?(?:this (?:week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|time)|these days"
    r"|those (?:who|which|that|in|with|of)|it (?:seems|appears|turned out|turns out|rained|snowed|remains to be)"
    r"|it (?:takes|took|costs?)(?: [\w-]+){1,5} to|it (?:is|was|has been|will be|would be|became|remains)(?: \w+){0,2}"
    r" (?:clear|unclear|possible|impossible|likely|unlikely|important|necessary|essential|vital|difficult|hard|easy"
    r"|time|true|expected|believed|thought|understood|hoped|feared|reported|alleged|said)"
    r"|in addition to|in contrast (?:to|with)|as a result of|instead of|besides (?!,)|such as|so (?:far|long|much|many)"
    r"|yet (?:another|to)|then-|however (?:much|many|long|hard)|but for|or else|at the same time as)",
    re.IGNORECASE,
)
#: What the writer does not vouch for.
HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|presumably|probably|possibly|perhaps|maybe"
    r"|rumou?red|unconfirmed|unverified|(?:un)?likely (?:to|that)"
    r"|(?:the|an?|his|her|its|their) (?:alleged|suspected|purported) \w+"
    r"|(?:is|are|was|were|been) (?:widely |generally )?(?:believed|thought|understood|alleged|suspected|presumed|said)"
    r" (?:to|that)|(?:seem|appear)(?:s|ed)? to)\b",
    re.IGNORECASE,
)
#: What may be. "Could not" tells of what was not, "might" can be power, "May" a month.
MAY_BE = re.compile(
    r"\b(?:may|might|could(?! not))(?: (?:also|well|soon|even|still|not))?"
    r" (?!(?:of|and|or|in|on|to|is|was|has|had|as|for|against|with|not)\b)[a-z]+"
)
CONDITION = re.compile(
    r"(?<!as )(?<!even )(?<!only )\b(?:if|unless)(?! (?:you|any|not|ever|so|possible|necessary)\b)(?: [\w’'.-]+){1,3}",
    re.IGNORECASE,
)
#: What may be, not what is or was.
HYPOTHETICAL = re.compile(r"\b(?:could|can|might|may|would|if|unless|hopes? to)\b", re.IGNORECASE)
#: "Asked if" asks whether.
WHETHER = re.compile(r"\b(?:ask|wonder|see|kn[eo]w|sa(?:y|id)|clear|sure|doubt|check|t[eo]ll|told)\w*(?: \w+)? if\b")
#: Words by which another's report is passed on. A UN report or the police's is a source itself.
SECOND_HAND = re.compile(
    r"\b(?:(?:is|are|was|were|been) quoted(?: as saying| by)?|quoted (?:as saying|by)|as (?:reported|cited) by"
    r"|(?:in )?(?:comments|remarks|statements?) (?:carried|published|reported|quoted|cited|aired) (?:by|in|on)"
    r"|according to (?:[\w’'-]+ ){0,2}(?:media|press)(?: reports?)?"
    r"|according to (?:(?:news|newspaper|local|unconfirmed|initial|early|some|several|multiple|various) ){0,2}reports"
    r"|according to (?:[\w’'-]+ ){0,3}(?:news agenc(?:y|ies)|newspapers?|news outlets?|rumou?rs)"
    r"|(?:media|press|news|newspaper|local|unconfirmed) reports (?:sa(?:y|id)|suggest(?:ed)?|claim(?:ed)?|indicated?)"
    r"|citing (?:[\w’'-]+ ){0,4}(?:sources?|officials?|reports?|media|agenc(?:y|ies)|newspapers?|documents?|statements?"
    r"|spokes\w+|ministr(?:y|ies)|diplomats?|people familiar))\b",
    re.IGNORECASE,
)
#: Somebody cited by name. Who cites a concern gives a reason, not a source.
CITING = re.compile(r"\b[Cc]iting ([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3})(?=[,;.)]|$| (?:as|and)\b)")
SOURCES = frozenset({"ORG", "PERSON"})

CLAIMS = r"(?:accusation|allegation|claim|charge|assertion|suggestion|report|rumou?r|remark)s?"
THE = r"(?:(?:all|any|both)(?: of)? )?(?:the|these|those|this|that|such|its|his|her|their)"
DENIES = r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)|disput(?:es?|ed))"
FALSE = r"(?:\w+ly )?(?:false|untrue|baseless|unfounded|groundless|fabricated|incorrect|nonsense|absurd|an? lie|lies)"
#: Ends what is denied; "the claim that …" would be another one.
NO_OTHER = r"\b(?! (?:of|to|that|by|on|against|in|about|from)\b)"
#: What was just told is denied by somebody, or outright.
DENIAL = re.compile(
    rf"\b{DENIES} (?:{THE} (?:\w+ )?{CLAIMS}{NO_OTHER}|(?:it|this|that|them)(?=[.,;]|$))"
    r"|\bden(?:y|ies|ied) (?:any|all) (?:wrongdoing|involvement|responsibility|role|links?|knowledge)\b"
    rf"|\b{THE} {CLAIMS} (?:is|are|was|were) (?:{FALSE}|denied|rejected|dismissed)\b"
    rf"|\bcall(?:s|ed) {THE} {CLAIMS} {FALSE}\b",
    re.IGNORECASE,
)
#: The same as an aside: "an accusation that the ministry denies".
DENIED_ASIDE = re.compile(
    rf"(?:\b(?:an?|the) {CLAIMS}(?: that| which)?|, (?:something|which)) (?:[\w’'-]+ ){{1,5}}?{DENIES}\b"
)
#: What can be denied: something that somebody says, claims or blames another for.
ALLEGES = re.compile(
    r"\b(?:accus|alleg|claim|blam|charg|suspect|report|suggest|assert|insist|sa(?:y|id)|t[eo]l[ld]|believ)\w*"
    r"|according to",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:not|never|neither|nor|without|refus\w+ to|declin\w+ to)\b|n[’']t\b", re.IGNORECASE)
#: "Reuters could not independently verify the report."
UNVERIFIED = re.compile(
    rf"\b(?:could not|couldn[’']t|cannot|unable to) (?:\w+ )?(?:verify|confirm|corroborate) {THE}\b"
    rf"|\b{THE} (?:\w+ )?(?:{CLAIMS}|footage|videos?|details|figures?|accounts?) (?:could not|cannot|ha(?:s|ve|d) not)"
    r" (?:been|be) (?:\w+ )?(?:verified|confirmed|corroborated)\b",
    re.IGNORECASE,
)
#: How much of a sentence is repeated in a caution, and how far ahead of a passage its next one is sought; characters.
SHOWN, AHEAD = 160, 600


def cautions(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """What a reader should be told beside a quote: short sentences, at most one of each sort; () for most quotes.

    start, end: offsets of the quote into the document's text, end exclusive; one or more sentences of `passage`.
    """
    quoted = [one for one in passage.sentences if one.start < end and start < one.end]
    return tuple(found(passage, quoted, plain(passage.document.text[start:end]))) if quoted else ()


def found(passage: Passage, quoted: Sequence[Sentence], text: str) -> Iterator[str]:
    """The cautions for a quote: its sentences, at least one, and its words."""
    if not any(one.whole for one in quoted) or text == plain(passage.document.title):
        yield "A heading, not a sentence of the article."
    back = points_back(passage, quoted[0])
    if back:
        yield f"{back}; read the sentence before."
    denial = denied(passage, quoted[-1], text)
    if denial:
        yield denial
    hedge = hedged(text)
    if hedge:
        yield f"Hedged: “{hedge}”."
    source = second_hand(text, quoted)
    if source:
        yield f"Second-hand: “{source}”."


def plain(text: str) -> str:
    """`text` with single spaces."""
    return " ".join(text.split())


def points_back(passage: Passage, first: Sentence) -> str:
    """How a quote's first sentence leans on the one before it; "" where it does not, or where none is."""
    if not passage.document.text[: first.start].strip():
        return ""
    if first.quoting:
        return "Begins within a quotation"
    text = plain(passage.document.text[first.start : first.end])
    if not first.leans or STANDS_ALONE.match(text):
        return ""
    again = NAMES_AGAIN.search(text)
    if POINTS_BACK.match(text) or not again:
        return "Opens with a word that points back"
    return f"Speaks of “{again[0]}”, told before"


def hedged(text: str) -> str:
    """The words by which a quote leaves open whether what it tells is so; "" where there are none."""
    hedge = HEDGE.search(text)
    if hedge is None and HYPOTHETICAL.search(text):
        hedge = MAY_BE.search(text) or CONDITION.search(WHETHER.sub("", text))
    return hedge[0] if hedge else ""


def second_hand(text: str, quoted: Sequence[Sentence]) -> str:
    """The words by which a quote passes on what another source has told; "" where there are none."""
    passed_on = SECOND_HAND.search(text)
    if passed_on:
        return passed_on[0]
    named = {term for one in quoted for entity in one.entities if entity.label in SOURCES for term in entity.terms}
    cited = CITING.search(text)
    return cited[0].rstrip(".") if cited and named.intersection(terms(cited[1])) else ""


def denied(passage: Passage, last: Sentence, text: str) -> str:
    """That what a quote tells is denied in it, or denied or not confirmed by the sentence after it; "" elsewhere."""
    aside = DENIED_ASIDE.search(text)
    if aside and not NOT.search(aside[0]):
        return f"Denied in the same sentence: “{aside[0].strip(' ,')}”."
    claim = plain(passage.document.text[last.start : last.end])
    if not ALLEGES.search(claim) or DENIAL.search(text):
        return ""
    follows = next_sentence(passage, last.end)
    denial = DENIAL.search(follows)
    if denial and not NOT.search(follows[: denial.start()]):
        return f"Denied in the next sentence: “{shortened(follows)}”"
    return f"Not confirmed, says the next sentence: “{shortened(follows)}”" if UNVERIFIED.search(follows) else ""


def next_sentence(passage: Passage, end: int) -> str:
    """The sentence that begins after offset `end`; "" where none does, or one beyond the passage denies nothing."""
    text = passage.document.text
    follows = next((one for one in passage.sentences if one.start >= end), None)
    if follows is not None:
        return plain(text[follows.start : follows.end])
    ahead = text[end : end + AHEAD]
    if not (DENIAL.search(plain(ahead)) or UNVERIFIED.search(plain(ahead))):
        return ""  # not worth parsing
    first = next(sentences(ahead), None)
    return plain(ahead[first.start : first.end]) if first else ""


def shortened(text: str) -> str:
    """`text`, cut at a word where it is longer than SHOWN characters."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …"
