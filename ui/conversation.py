"""Conversation: what one visitor has asked so far. How it looks stands in render.py."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa import Answer


@dataclass(slots=True)
class Turn:
    """A question, and its answer once there is one; `number` counts from 1 and never changes.

    chips: what was filtered by, as HTML; "" where nothing was.
    """

    number: int
    question: str
    answer: Answer | None = None
    chips: str = ""


@dataclass(slots=True)
class Conversation:
    """The turns of one session, in order; Gradio copies an empty one for every session."""

    turns: list[Turn] = field(default_factory=list)
    asked: int = 0

    def begin(self, question: str) -> Turn:
        """A new turn that waits for its answer."""
        self.asked += 1
        turn = Turn(self.asked, question)
        self.turns.append(turn)
        return turn

    def drop(self, turn: Turn) -> None:
        """Forget a turn that could not be answered."""
        self.turns.remove(turn)

    def history(self) -> list[dict[str, str]]:
        """The answered turns, oldest first, as `Assistant.ask` takes them."""
        return [
            message
            for turn in self.turns
            if turn.answer
            for message in (
                {"role": "user", "content": turn.question},
                {"role": "assistant", "content": turn.answer.text},
            )
        ]
