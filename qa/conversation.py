"""The turns before a question, as far as they are read with it: what was asked last, and what was quoted then.

Nothing is put into the question: the reader is given the turns beside it, and passages are searched for both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.document import is_unicode
from qa.question import MAX_CHARACTERS, QuestionError

Turn = Mapping[str, str]

#: The user's questions that are read, the last ones: the reader has learnt from so many (bench/lessons.py).
QUESTIONS_READ = 2
#: A quote in an answer's text.
QUOTED = re.compile(r"“(.*?)”\s*\[\d+\]", re.DOTALL)
#: Of what was quoted so many characters are read.
QUOTED_CHARACTERS = 400


def check_history(history: Sequence[Turn]) -> None:
    """Raise QuestionError unless each turn is {"role": "user" | "assistant", "content": str}."""
    for number, turn in enumerate(history, start=1):
        fits = isinstance(turn, Mapping) and turn.get("role") in ("user", "assistant")
        if not fits or not isinstance(turn.get("content"), str):
            raise QuestionError(
                f'Turn {number} of the history is not of the form {{"role": "user" or "assistant", "content": text}}.'
            )


def asked_before(history: Sequence[Turn]) -> str:
    """The last questions, the latest last; "" where there are none."""
    asked = [read_of(turn) for turn in history if turn["role"] == "user"]
    return " ".join(asked[-QUESTIONS_READ:])


def quoted_before(history: Sequence[Turn]) -> str:
    """The first quote of the answer given last; "" where the last turn is none, or quotes nothing."""
    if not history or history[-1]["role"] != "assistant":
        return ""
    found = QUOTED.search(read_of(history[-1]))
    return found[1][:QUOTED_CHARACTERS] if found else ""


def read_of(turn: Turn) -> str:
    """What is read of a turn: text, in one line."""
    content = turn["content"][: 4 * MAX_CHARACTERS]
    return " ".join(content.split()) if is_unicode(content) else ""
