"""The argument frames: which words carry which relation, and what they do to their content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.errors import InputError
from graph.model import Status
from graph.relations import relation
from loaders.english._data import load
from loaders.english._patterns import Pattern, compile_noun, compile_verb

FILES = ("speech", "diplomacy", "aid", "pressure", "force", "standing", "operators", "idioms", "nominals")


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of words that take their actors alike and mean the same relation.

    `relation` is empty for operators: words that only change the status of their content ("refuse", "plan").
    `by_content` gives the relation by the polarity of the content ("vow to strike": THREATENS, "vow to help":
    PLEDGES).

    Content: `content` is its status, `control` who acts in it (S or T), `hedged` that it comes with a reserve,
    `accuses` that it is a hedged claim of the source. `modal` are auxiliaries of which it must have one ("said that X
    must"); with `same_subject` the source must act in it.

    `undoes`: what its object names is over ("lifted the sanctions"), and is no act of its own.

    Actors: `inherit` says from where in the content a missing target is taken: its "subject", "target" or "source".
    `source` "speaker" takes the speaker of the quotation. `parties_of` makes the parties of the talks the targets.
    `swap` exchanges source and target. `targets` are the kinds of actors that fit.
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
    undoes: bool = False
    targets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of one frame."""

    frame: Frame
    pattern: Pattern


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


@cache
def lexicon() -> Lexicon:
    """The shipped frames.

    Raises InputError where a frame does not follow the schema.
    """
    groups: dict[str, defaultdict[str, list[Entry]]] = {part: defaultdict(list) for part in ("verbs", "nouns", "roles")}
    compounds: defaultdict[str, list[Frame]] = defaultdict(list)
    for file in FILES:
        for row in load(f"frames/{file}.yaml"):
            frame = _frame(row)
            for part, compiler in (
                ("verbs", compile_verb),
                ("adjectives", compile_verb),
                ("nouns", compile_noun),
                ("roles", compile_noun),
            ):
                for text in row.get(part, ()):
                    for pattern in compiler(text):
                        groups["verbs" if part == "adjectives" else part][pattern.word].append(Entry(frame, pattern))
            for word in row.get("compounds", ()):
                compounds[word].append(frame)
    senses = {name: frozenset(each) for name, each in load("senses.yaml").items()}
    frozen = {part: {word: tuple(entries) for word, entries in group.items()} for part, group in groups.items()}
    return Lexicon(
        frozen["verbs"],
        frozen["nouns"],
        frozen["roles"],
        {word: tuple(each) for word, each in compounds.items()},
        senses["light"],
        senses,
    )


_KEYS = frozenset(
    (
        "frame relation by_content content control inherit accuses source hedged parties_of swap modal same_subject "
        "undoes targets verbs adjectives nouns roles compounds"
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
        undoes=row.get("undoes", False),
        targets=frozenset(row.get("targets", ())),
    )
