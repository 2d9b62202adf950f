"""Where in a text each actor was spoken of, for what a later word can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from graph.model import Actor, ActorKind
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS
from loaders.english._words import Token, once

_JOINED = frozenset({"conj", "flat", "appos", "compound", "nmod:desc"})
_ROLES = {
    "subject": SUBJECTS,
    "patient": PASSIVE_SUBJECTS,
    "object": frozenset({"obj", "iobj"}),
    "owner": frozenset({"nmod:poss"}),
    "phrase": frozenset({"obl", "obl:agent", "nmod"}),
}
_LONG_AGO, _MANY = 40, 40


@dataclass
class Trace:
    """One actor: how often he was spoken of, `leading` of these as main subject, and where last, in what role."""

    actor: Actor
    count: int = 0
    last: int = 0
    role: str = ""
    leading: int = 0
    first: int = 0
    paragraph: int = -1


@dataclass
class Trail:
    """The actors of a text so far.

    `turn` is the number of the present sentence, `paragraph` that of its paragraph, `home` the country of the dateline,
    `told_of` the countries that the whole text names, with how often it does, the most named first.
    """

    turn: int = 0
    paragraph: int = 0
    home: str | None = None
    told_of: list[tuple[Actor, int]] = field(default_factory=list[tuple[Actor, int]])
    _traces: dict[str, Trace] = field(default_factory=dict[str, Trace])

    def begin(self, home: Actor | None, named: Iterable[Actor]) -> None:
        """Begins a text: with the country of its dateline, which it need not name, and everybody it names."""
        found = [each for each in named if each.kind is ActorKind.COUNTRY]
        counts = Counter(each.id for each in found)
        countries = {each.id: each for each in reversed(found)}
        told_of = [(countries[key], counts[key]) for key in counts]
        self.told_of = sorted(told_of, key=lambda each: (-each[1], each[0].id))
        if home is not None:
            self.home = home.id
            self.note(home, "dateline")

    def note(self, actor: Actor, role: str) -> None:
        """Notes that the present sentence speaks of an actor; of several roles in one sentence the highest counts."""
        trace = self._traces.pop(actor.id, None) or Trace(actor, first=self.turn)
        self._traces[actor.id] = trace
        trace.count += 1
        if trace.last != self.turn or not trace.role or rank(role) < rank(trace.role):
            trace.role = role
        trace.last = self.turn
        trace.paragraph = self.paragraph
        trace.leading += role == "main subject"

    def told(self, actor: Actor) -> int:
        """How often the text so far has spoken of an actor."""
        trace = self._traces.get(actor.id)
        return trace.count if trace is not None else 0

    def traces(self) -> Iterator[Trace]:
        """The actors that were spoken of not too long ago, the latest first, and of many the latest ones."""
        for trace in islice(reversed(self._traces.values()), _MANY):
            if trace.last < self.turn - _LONG_AGO:
                return
            yield trace


def rank(role: str) -> int:
    """How far up in its sentence a role is; 0 is the highest."""
    order = ("main subject", *_ROLES)
    return order.index(role) if role in order else len(order)


@once
def role_of(token: Token) -> str:
    """What a word is in its sentence: "main subject", "subject", "patient", "object", "owner", "phrase" or "word"."""
    while token.dep_ in _JOINED and token.head != token:
        token = token.head
    for name, deps in _ROLES.items():
        if token.dep_ in deps:
            main = name in {"subject", "patient"} and token.head.head == token.head
            return "main subject" if main else name
    return "word"
