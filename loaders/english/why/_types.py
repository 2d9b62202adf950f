"""The values of an explanation; all of them are plain, and outlive the tree they were told from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """An actor, and how the reader came to it.

    `words` name it in the sentence. `via` is how they stand for it: "name", "organ", "people", "group", "thing",
    "place", "loose", "implied" or "reference". `how` is what the words are: an alias's kind of the register,
    "surname", "acronym", "stranger", "pronoun" or "description"; `antecedent` says where a pronoun or description was
    taken from.
    """

    id: str
    name: str
    kind: str
    known: bool
    words: str
    via: str
    how: str
    antecedent: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern of a frame, the lemma it is used for, and the file and line that hold it.

    What the network of acts has found stands in no file: there `pattern` and `lemma` are the word that says it.
    """

    frame: str
    relation: str
    pattern: str
    lemma: str
    part: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a slot of a pattern (S, T, B, X or C), and which actors that is."""

    name: str
    words: str
    actors: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A pattern that was held against a word.

    `verdict` is "used", "effect" (used only for what it does to its content), "outdone" (it fits, but another asks for
    more) or "misfit"; then `lacks` says what is missing. `note` says why a pattern in use gives no edge.
    """

    word: str
    lemma: str
    entry: Entry
    verdict: str
    lacks: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature of a candidate that has a weight in the linker."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A candidate edge with the linker's judgement; `reason` says why it is not believed.

    The confidence is the logistic function of `bias` plus the weights.
    """

    source: Who
    relation: str
    target: Who
    predicate: str
    entry: Entry
    confidence: float
    bias: float
    weights: tuple[Weight, ...]
    believed: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """One claim, and why it is there.

    `claim` counts from 1 in the order of the reading, `said` is the edge by the names of its actors; `edge` is None
    where a title makes the claim, which `title` then tells, or a denial of what was told before, which `denial` tells.
    `status_by` are the words that decided the status, `hedged_by` those that hedge it, `claimant_by` those that name
    who says it, `date_by` those that say when it was. `others` are the other candidates of the same predicate.
    """

    claim: int
    said: str
    source: str
    relation: str
    target: str
    status: str
    hedged: bool
    claimant: str | None
    confidence: float
    quote: str
    start: int
    end: int
    sentence: int
    text: str
    edge: Edge | None
    title: str
    denial: str
    status_by: tuple[str, ...]
    hedged_by: tuple[str, ...]
    claimant_by: str
    date: str | None
    date_by: str
    place: str | None
    others: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the tree; `head` is the number of the word it hangs on, its own for the root."""

    number: int
    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True)
class SentenceExplained:
    """A sentence as the reader saw it.

    `number` counts from 1; `start` and `end` are offsets in the document. An attribution at the end of a sentence is
    one of its own. `unknown` are the verbs that no frame holds.
    """

    number: int
    start: int
    end: int
    text: str
    headline: bool
    attribution: bool
    speaker: str | None
    words: tuple[Word, ...]
    mentions: tuple[Who, ...]
    tried: tuple[Tried, ...]
    edges: tuple[Edge, ...]
    claims: tuple[int, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a document was read; `note` says why none of it was, where that is so."""

    document: str
    sentences: tuple[SentenceExplained, ...]
    claims: tuple[Because, ...]
    note: str = ""
