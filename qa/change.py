"""Whether a sentence tells of a change: general English for what rises, falls, begins, ends, breaks or is agreed."""

from __future__ import annotations

import re

#: Verbs of change in the forms that tell of one done, and nouns of change.
CHANGE = re.compile(
    r"\b(?:(?:chang|improv|deteriorat|worsen|eas|thaw|soften|harden|tighten|loosen|ris|rais|increas|decreas|reduc|halv|doubl"
    r"|tripl|expand|widen|narrow|grow|shrink|declin|drop|climb|soar|surg|plung|plummet|tumbl|collaps|recover|reviv|restor"
    r"|resum|suspend|halt|stopp|ceas|cancel|abolish|abandon|scrapp|lift|impos|extend|renew|prolong|introduc|launch|start"
    r"|open|reopen|clos|end|join|withdr|return|replac|appoint|elect|dismiss|resign|oust|overthr|topp|seiz|annex|captur"
    r"|liberat|erupt|escalat|intensif|de-escalat|subsid|strengthen|weaken|boost|bolster|deepen|accelerat|slow|shift|turn"
    r"|mov|switch|adopt|ratif|approv|sign|agree|reach|settl|unit|split|merg|reform|freez|deploy|reinforc|cut)"
    r"(?:ed|d|ied|led|ened)\b"
    r"|(?:rose|risen|fell|fallen|grew|grown|shrank|shrunk|began|begun|broke|broken|became|become|left|lost|won|froze|frozen"
    r"|cut|withdrew|withdrawn|overthrew|overthrown|took over|stepped (?:down|up|back)|set up|put an end|gave up"
    r"|no longer|for the first time|ha(?:s|ve) (?:been )?(?:mov|turn|shift|improv|worsen)\w*)\b"
    r"|(?:improvements?|deteriorations?|worsening|thaw(?:ing)?|increases?|decreases?|rise|growth|decline|reductions?"
    r"|expansion|escalation|recovery|resumption|suspension|withdrawal|renewal|build-?up|turning point|breakthrough"
    r"|shifts?|reversal|turnaround|normali[sz]ation)\b)",
    re.IGNORECASE,
)


def tells_of_change(sentence: str) -> bool:
    """Whether `sentence` has a word of change."""
    return bool(CHANGE.search(sentence))
