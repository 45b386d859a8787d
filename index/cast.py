"""Cast: who is who in one article: short names, pronouns and "the minister" -> the fullest name, with its role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.mention import Mention
from index.speaker import Speaker
from index.terms import STOPPED, terms, words

#: "Commander of the Northern Fleet Ivan Lee": a person's title, a preposition and a run of words with capitals.
TITLE_AND_NAME = re.compile(r".+\b(?:of|for|at|in) (?:the )?(?P<run>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){2,})")


class Cast:
    """The persons and bodies that an article names, as its mentions have them, in order."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.text = text
        self.mentions = mentions = [self.parted(one) for one in mentions]
        self.persons = persons = Counter(one.name for one in mentions if one.named and one.kind == "person")
        self.others = others = Counter(one.name for one in mentions if one.named and one.kind != "person")
        self.full = [name for name in persons if len(words(name)) > 1 and persons[name] >= others[name]]
        self.surnames = {word for name in self.full for word in words(name)[-1:]}

    def speaker(self, mention: Mention, last: Speaker | None) -> Speaker | None:
        """Whom a mention stands for; last: who spoke last before it. None for a pronoun that nobody fits."""
        mention = self.parted(mention)
        if mention.pronoun:
            return self.of_pronoun(mention, last)
        if mention.named:
            return self.named(mention)
        if mention.kind == "person":
            return self.described(mention)
        if mention.definite:
            return self.said_again(mention)
        return Speaker(mention.name, None, mention.kind, None)

    def named(self, mention: Mention) -> Speaker | None:
        name = self.fullest(mention)
        if name is not None:
            return Speaker(name, self.role(name) or mention.role, "person", None)
        if not mention.sure:
            return None
        person = mention.kind == "person" or self.persons[mention.name] > self.others[mention.name]
        return Speaker(mention.name, mention.role if person else None, "person" if person else mention.kind, None)

    def parted(self, mention: Mention) -> Mention:
        """A title and a name that stand behind each other without a mark, told apart by what the article has elsewhere.

        "Commander of the Northern Fleet Ivan Lee": "Northern Fleet" without "Ivan" stands elsewhere.
        """
        found = TITLE_AND_NAME.fullmatch(mention.name) if not mention.sure or not mention.named else None
        if found is None:
            return mention
        run = found["run"].split()
        for size in range(len(run) - 2, 0, -1):
            body = " ".join(run[:size])
            if len(run) - size <= 3 and re.search(rf"\b{re.escape(body)}\b(?!\s+[A-Z])", self.text):
                name = mention.name[mention.name.rindex(" ".join(run[size:])) :]
                role = mention.name[: -len(name)].strip()
                return replace(mention, name=name, role=role, kind="person", named=True, terms=frozenset(terms(name)))
        return mention

    def fullest(self, mention: Mention) -> str | None:
        """The fullest name of a person that ends in or begins with the words of this one; of several, the latest."""
        short = words(mention.name)
        if not short:
            return None
        fitting = [name for name in self.full if within(short, words(name))]
        if not fitting and (mention.kind != "institution" or len(short) == 1):
            fitting = [name for name in self.full if glued(short[-1], words(name)[-1])]
        if not fitting:
            return None
        longest = max(len(words(name)) for name in fitting)
        if len(fitting) == 1:
            return fitting[0]
        places = {
            name: max(
                (one.start for one in self.mentions if one.name == name and one.start <= mention.start), default=-1
            )
            for name in fitting
        }
        latest = max(fitting, key=lambda name: (places[name], len(words(name)) == longest))
        return next(
            (name for name in fitting if len(words(name)) > len(words(latest)) and within(words(latest), words(name))),
            latest,
        )

    def role(self, name: str) -> str | None:
        """What the article says this person is, where it says so first."""
        return next((one.role for one in self.mentions if one.role and one.name == name), None) or next(
            (one.role for one in self.mentions if one.role and one.named and self.fullest(one) == name), None
        )

    def of_pronoun(self, mention: Mention, last: Speaker | None) -> Speaker | None:
        before = [one for one in self.mentions if one.start < mention.start and one.kind == mention.kind]
        if last is not None and last.kind == mention.kind:
            return Speaker(last.name, last.role, last.kind, None)
        subject = next((one for one in reversed(before) if one.subject), None)
        found = subject or (before[-1] if before else None)
        return self.speaker(found, None) if found is not None else None

    def described(self, mention: Mention) -> Speaker | None:
        """The person whom "the NATO chief" means: whose role shares its words; else it is all that is known."""
        best: tuple[int, int, Mention] | None = None
        for one in self.mentions:
            if one.named and one.kind == "person" and one.role:
                shared = len(mention.terms & set(terms(one.role)))
                before = one.start < mention.start
                if shared >= (1 if mention.definite and before else 2):
                    rank = (shared, one.start if before else -one.start, one)
                    best = rank if best is None or rank[:2] > best[:2] else best
        if best is not None:
            return self.named(best[2])
        return Speaker(mention.name, None, mention.kind, None)

    def said_again(self, mention: Mention) -> Speaker:
        """A body that is called by its last word again: "the ministry" of "the Russian foreign ministry"."""
        for one in reversed(self.mentions):
            if one.start < mention.start and one.kind == mention.kind and mention.terms < one.terms:
                return Speaker(one.name, None, one.kind, None)
        return Speaker(mention.name, None, mention.kind, None)


def within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of a short name stand in a full one, in order and with its last."""
    places = iter(full)
    return all(word in places for word in short) and (short[-1] == full[-1] or len(short) == 1)


def glued(word: str, surname: str) -> bool:
    """Whether a word is a surname with a small word stuck to it, as slips of the press have it: "leealso"."""
    return len(surname) > 3 and word.startswith(surname) and word[len(surname) :] in STOPPED
