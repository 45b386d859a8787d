"""What whoever asks says of himself first ("Hi! I'm writing a paper: why …") is no part of the question."""

from __future__ import annotations

import re

#: What a question begins with.
BEGINS = (
    r"(?:why|what|who\w*|when|where|how|which|did|does|do|is|are|was|were|has|have|can|could|tell|explain|please)\b"
)
#: Greetings and sentences in the first person, up to where the question begins. "++": whoever types "hi hi hi" for a
#: whole line must not keep the matcher trying every way to part it.
INTRODUCTION = re.compile(
    r"(?:(?:hi|hello|hey|good (?:morning|day|evening))(?: (?!" + BEGINS + r")\w+)?+[,.!:–-]*+ ++"
    r"|(?!" + BEGINS + r")(?=[^?:.!\"“”]*\b(?:i|i[’'](?:m|ve|d)|my|we|our)\b)[^?:.!\"“”]*+[:.!] ++)++"
    r"(?=" + BEGINS + r")",
    re.IGNORECASE,
)
#: Whoever names somebody or something there may ask about it: "My source is Reuters. When was it there?"
NAMING = re.compile(r"\w[,;]? (?!I\b)[A-Z0-9]")


def without_introduction(question: str) -> str:
    """The question itself; as it was typed where it begins at once, or where names stand before it."""
    found = INTRODUCTION.match(question)
    if found is None or NAMING.search(found[0]):
        return question
    return question[found.end() :]
