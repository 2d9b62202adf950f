"""Titles in a sentence, and whose office they may be."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._referents import Referents
from loaders.english._sentence import Mention
from loaders.english._titles import relation_of, title_from

_LEADS_OF = frozenset(
    {
        ActorKind.COUNTRY,
        ActorKind.ORGANIZATION,
        ActorKind.ARMED_GROUP,
        ActorKind.AGENCY,
        ActorKind.PEOPLE,
        ActorKind.COMPANY,
    }
)
_COMMANDS = frozenset({"commander", "force commander", "general", "director"})
_FORCES = frozenset({ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY})
# How many words a title has at most.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title, from `start` to `end` (exclusive), and what it makes of who holds it; nothing of a rank."""

    relation: str
    start: int
    end: int


def fit(name: str, of: Actor, title: str = "") -> str:
    """Nobody leads a person: who serves one represents it. A commander leads a force, but represents a country."""
    if title in _COMMANDS and of.kind in _FORCES:
        return "LEADS"
    return name if of.kind in _LEADS_OF else "REPRESENTS"


def title_ending(view: Referents, end: int) -> Title | None:
    """The longest title that ends right before a token: "Supreme Leader" before "Ali Khamenei", "Hon." with a dot."""
    doc = view.sentence.doc
    end -= end > 1 and doc[end - 1].text == "."
    lowered = doc.lowered
    for start in range(max(0, end - _LONGEST), end):
        length = title_from(doc[start])
        if length and start + length == end:
            return Title(relation_of(lowered[start:end]), start, end)
    return None


def mention_before(view: Referents, start: int) -> Mention | None:
    """The name that ends right before a title, over a possessive and words like "top"."""
    doc = view.sentence.doc
    before = start - 1
    while before >= 0 and doc[before].lower_ in words("titles.yaml", "between"):
        before -= 1
    mention = view.mention(doc[before]) if before >= 0 else None
    return mention if mention is not None and mention.end - 1 == before else None


def owner_before(view: Referents, start: int) -> Actor | None:
    """As in "Iran Supreme Leader", "Russia's foreign minister", "Syrian dictator"."""
    mention = mention_before(view, start)
    return mention.actor if mention is not None and mention.actor.kind is not ActorKind.PERSON else None
