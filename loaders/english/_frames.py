"""The argument frames: which words carry which relation, and what they do to their content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

from graph.errors import InputError
from graph.model import Status
from graph.relations import relation
from loaders.english._data import load
from loaders.english._patterns import Pattern, compile_noun, compile_verb, noun_heads, verb_heads

Compiler: TypeAlias = Callable[[str], list[Pattern]]

FILES = (
    "speech",
    "diplomacy",
    "aid",
    "pressure",
    "force",
    "standing",
    "operators",
    "idioms",
    "nominals",
    "wires",
    "unnamed",
    "reports",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of words that take their actors alike and mean the same relation.

    `relation` is empty for operators: words that only change the status of their content ("refuse", "plan").
    `by_content` gives the relation by the polarity of the content ("vow to strike": THREATENS, "vow to help":
    PLEDGES).

    Content: `content` is its status, `control` who acts in it (S or T), `hedged` that it comes with a reserve,
    `accuses` that it is a hedged claim of the source. `modal` are auxiliaries of which it must have one ("said that X
    must"); with `same_subject` the source must act in it, with `negated` it must be denied ("will not").

    `undoes`: what its object names is over ("lifted the sanctions"), and is no act of its own.

    Actors: `inherit` says from where in the content a missing target is taken: its "subject", "target" or "source".
    `source` "speaker" takes who says it, in a quotation or of his own. `parties_of` makes the parties of the talks the
    targets. `swap` exchanges source and target. `sources` and `targets` are the kinds of
    actors that fit.

    `phrase`: a turn of phrase whose words mean together what none of them means alone ("stood in the way of"), of which
    the network of acts has not learned.
    """

    name: str
    relation: str = ""
    by_content: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    content: Status | None = None
    control: str = "S"
    inherit: str = ""
    accuses: bool = False
    source: str = ""
    hedged: bool = False
    parties_of: bool = False
    swap: bool = False
    modal: frozenset[str] = frozenset()
    same_subject: bool = False
    negated: bool = False
    undoes: bool = False
    sources: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of one frame."""

    frame: Frame
    pattern: Pattern


class _Entries(Mapping[str, tuple[Entry, ...]]):
    """Entries by lemma; those of a lemma are compiled when they are first asked for, as a text asks for few."""

    def __init__(self) -> None:
        self._lines: dict[str, list[tuple[Frame, Compiler, str]]] = {}
        self._compiled: dict[str, tuple[Entry, ...]] = {}

    def add(self, word: str, frame: Frame, compiler: Compiler, text: str) -> None:
        """Notes one line of a frame under one of its heads."""
        self._lines.setdefault(word, []).append((frame, compiler, text))

    def __getitem__(self, word: str) -> tuple[Entry, ...]:
        if word not in self._compiled:
            self._compiled[word] = tuple(
                Entry(frame, pattern)
                for frame, compiler, text in self._lines[word]
                for pattern in compiler(text)
                if pattern.word == word
            )
        return self._compiled[word]

    def __contains__(self, word: object) -> bool:
        return word in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@dataclass(frozen=True)
class Lexicon:
    """All entries by lemma.

    Verbs and adjectives, nouns that are acts, nouns that are roles ("ally"), and participles in compounds
    ("X-backed").
    """

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    roles: Mapping[str, tuple[Entry, ...]]
    compounds: Mapping[str, tuple[Frame, ...]]
    light: frozenset[str]
    senses: Mapping[str, frozenset[str]]


_PARTS = (
    ("verbs", "verbs", verb_heads, compile_verb),
    ("adjectives", "verbs", verb_heads, compile_verb),
    ("nouns", "nouns", noun_heads, compile_noun),
    ("roles", "roles", noun_heads, compile_noun),
)


@cache
def lexicon() -> Lexicon:
    """The shipped frames.

    Raises InputError where a frame does not follow the schema; a line of it that does not follow the grammar raises
    when its word is asked for.
    """
    groups = {part: _Entries() for part in ("verbs", "nouns", "roles")}
    compounds: defaultdict[str, list[Frame]] = defaultdict(list)
    for file in FILES:
        for row in load(f"frames/{file}.yaml"):
            frame = _frame(row)
            for key, part, heads, compiler in _PARTS:
                for text in row.get(key, ()):
                    for word in heads(text):
                        groups[part].add(word, frame, compiler, text)
            for word in row.get("compounds", ()):
                compounds[word].append(frame)
    senses = {name: frozenset(each) for name, each in load("senses.yaml").items()}
    return Lexicon(
        groups["verbs"],
        groups["nouns"],
        groups["roles"],
        {word: tuple(each) for word, each in compounds.items()},
        senses["light"],
        senses,
    )


_KEYS = frozenset(
    (
        "frame relation by_content content control inherit accuses source hedged parties_of swap modal same_subject "
        "negated undoes sources targets phrase verbs adjectives nouns roles compounds"
    ).split()
)


def _frame(row: dict[str, Any]) -> Frame:
    unknown = set(row) - _KEYS
    if unknown or "frame" not in row:
        raise InputError(
            f"frame {row.get('frame', row)!r}: unknown keys {sorted(unknown)}", remedy=f"use {', '.join(sorted(_KEYS))}"
        )
    names = [row["relation"]] if row.get("relation") else []
    for name in [*names, *row.get("by_content", {}).values()]:
        relation(name)
    return Frame(
        name=row["frame"],
        relation=row.get("relation", ""),
        by_content=row.get("by_content", {}),
        content=Status(row["content"]) if row.get("content") else None,
        control=row.get("control", "S"),
        inherit=row.get("inherit", ""),
        accuses=row.get("accuses", False),
        source=row.get("source", ""),
        hedged=row.get("hedged", False),
        parties_of=row.get("parties_of", False),
        swap=row.get("swap", False),
        modal=frozenset(row.get("modal", ())),
        same_subject=row.get("same_subject", False),
        negated=row.get("negated", False),
        undoes=row.get("undoes", False),
        sources=frozenset(row.get("sources", ())),
        targets=frozenset(row.get("targets", ())),
        phrase=row.get("phrase", False),
    )
