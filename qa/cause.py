"""Whether a sentence states a cause, and which way a change goes: general English for causes, effects and direction."""

from __future__ import annotations

import re

#: Says outright that one thing came of another.
STATED = re.compile(
    r"\b(?:because|due to|owing to|thanks to|as a (?:result|consequence) of|on account of|in view of|for fear of"
    r"|(?:in|as an?|an?) (?:response|reaction|retaliation|answer) (?:to|for)|in retaliation"
    r"|results? (?:of|from|in)|resulted (?:from|in)|resulting (?:from|in)|stem(?:s|med|ming) from|le(?:d|ads?|ading) to"
    r"|caus(?:e[sd]?|ing)|trigger(?:s|ed|ing)|prompt(?:s|ed|ing)|spark(?:s|ed|ing)|fuel+(?:s|ed|ing)|provok(?:e[sd]?|ing)"
    r"|brought about|br(?:ings?|inging) about|gave rise to|contribut(?:e[sd]?|ing) to|blam(?:e[sd]?|ing)|reasons?"
    r"|(?:main|key|major) factors?|the problem is|that is why|explains? why|under the pretext of|in order to|so that"
    r"|driven by|attributed to|responsible for|until)\b",
    re.IGNORECASE,
)
#: A quarrel or a change for the worse "over" something (but not "over the past year").
QUARREL_OVER = re.compile(
    r"\b(?:deteriorat|worsen|sour|strain|tens|clash|disput|disagree|split|quarrel|row\b|conflict|confront|critic|concern"
    r"|protest|sanction|restrict|condemn|accus|press|punish|resign|suspend|anger|outrage|worr|fear|divi|feud)\w*"
    r"(?:\W+[\w'’-]+){0,8}?\W+over (?!the (?:past|last|next|years|course)\b|time\b|\d)",
    re.IGNORECASE,
)
#: Something does harm or good to something.
AFFECTED = re.compile(
    r"\b(?:sour(?:s|ed|ing)|strain(?:s|ing)|damag(?:e[sd]?|ing)|undermin(?:e[sd]?|ing)|harm(?:s|ed|ing)|hurt(?:s|ing)?"
    r"|weaken(?:s|ed|ing)?|threaten(?:s|ed|ing)?|worsen(?:s|ed|ing)? (?:the|our|its|their)|escalat(?:e[sd]?|ing)"
    r"|destabili[sz](?:e[sd]?|ing)|inflict(?:s|ed|ing)?|increas(?:es|ed|ing) (?:tensions?|pressure)"
    r"|deal(?:s|t|ing)? an? (?:\w+ )?blow|forc(?:e[sd]|ing)|poison(?:s|ed|ing)?|erod(?:e[sd]?|ing)"
    r"|aggravat(?:e[sd]?|ing)|improv(?:e[sd]|ing)|boost(?:s|ed|ing)?|eas(?:e[sd]|ing))\b",
    re.IGNORECASE,
)
#: A circumstance that often stands for a cause.
HINTED = re.compile(r"\b(?:after|since|following|amid|as|with|given|despite|by \w+ing)\b", re.IGNORECASE)

WORSE = re.compile(
    r"\b(?:deteriorat|wors|sour|plummet|declin|fall|fell|drop|strain|tens|freez|froze|cold|collaps|crisis|hostil|confront"
    r"|blow|damag|harm|low\b|lowest|break|broke|rupture|escalat|threat|destabil|withdraw|shrink|weak|bad\b)\w*",
    re.IGNORECASE,
)
BETTER = re.compile(
    r"\b(?:improv|thaw|normali[sz]|warm|rebuild|eas(?:e|ed|ing)\b|reconcil|restor|resum|better|closer|strengthen"
    r"|grow|grew|rise|rose|increas|boost|constructive|willing)\w*",
    re.IGNORECASE,
)
#: What may be, not what was: no cause of something that happened.
HYPOTHETICAL = re.compile(r"\b(?:could|can|might|may|would|if|unless|hopes? to)\b", re.IGNORECASE)


def states_cause(sentence: str) -> float:
    """How plainly `sentence` states a cause: 1 outright, 0.3 by a hint of circumstance, 0 not at all."""
    sentence = " ".join(sentence.split())
    if any(pattern.search(sentence) for pattern in (STATED, QUARREL_OVER, AFFECTED)):
        return 1.0
    return 0.3 if HINTED.search(sentence) else 0.0


def opposes(question: str, sentence: str) -> bool:
    """Whether the question asks of a change for the worse and the sentence tells of the better only, or the reverse."""
    asked = direction(question)
    return asked != 0 and direction(sentence) == -asked


def is_hypothetical(sentence: str) -> bool:
    """Whether `sentence` tells of what may be rather than of what is or was."""
    return bool(HYPOTHETICAL.search(sentence))


def direction(text: str) -> int:
    """-1 where `text` speaks of the worse only, 1 where of the better only, 0 where of neither or both."""
    return bool(BETTER.search(text)) - bool(WORSE.search(text))
