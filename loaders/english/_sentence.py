"""One sentence on its way from text to claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from graph.model import Actor
from graph.register import Match
from loaders.english._times import Time
from loaders.english._words import Doc
from loaders.resolution import Office as Spoken

# Two tokens that stand for actors, who acts first.
Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likely:
    """What may join two actor words: the probability of every relation, and the token that says it."""

    relations: dict[str, float]
    word: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens of a sentence that name an actor, from `start` to `end` (exclusive).

    `how` tells by what: an alias's kind of the register, "surname", "acronym", or "stranger" for a name that nobody
    knows.
    """

    start: int
    end: int
    actor: Actor
    how: str


@dataclass(frozen=True, slots=True)
class Office:
    """That a sentence gives a person an office, or tells of whom a body is: "Foreign Minister Sergei Lavrov".

    `person` is then the body, as in "Venezuela's state oil company PDVSA".
    """

    person: Actor
    relation: str
    of: Actor
    start: int
    end: int


@dataclass
class Sentence:
    """A sentence with its place in the document, its tree and the actors named in it.

    `start` is the offset of its first character in the document's text; `headline` tells a title line; `quoted` says
    for every token whether it is in direct speech, and `teller` who goes on telling, between two sentences of his.
    `whole` bounds the sentence as written: an attribution that ends
    it is read as a sentence of its own, the `attribution` of this one. `acts` is what the network of acts says of its
    actor words, and `unsaid` of each and somebody who is not named; of `greeted` pairs it has one take part in what he
    only welcomes. `offices` are those that it speaks of without naming their holders. `ours` is whom "we" means in the
    answers of an interview, and "you" in its questions. `times` are its expressions of time.
    """

    start: int
    text: str
    headline: bool
    paragraph: int
    doc: Doc
    matches: list[Match] = field(default_factory=list[Match])
    mentions: list[Mention] = field(default_factory=list[Mention])
    quoted: list[bool] = field(default_factory=list[bool])
    speaker: Actor | None = None
    teller: Actor | None = None
    whole: tuple[int, int] = (0, 0)
    attribution: Sentence | None = None
    acts: dict[Pair, Likely] = field(default_factory=dict[Pair, Likely])
    unsaid: dict[int, Likely] = field(default_factory=dict[int, Likely])
    greeted: set[Pair] = field(default_factory=set[Pair])
    offices: list[Spoken] = field(default_factory=list[Spoken])
    ours: Actor | None = None
    times: list[Time] = field(default_factory=list[Time])

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the document of tokens `first` to `last`, both included."""
        start, end = self.doc[first], self.doc[last]
        return self.start + start.idx, self.start + end.idx + len(end.text)
