"""Of whom a compound is said ("Iranian-backed militias", "a Turkish-held town in Syria"), and where a thing is."""

from __future__ import annotations

from dataclasses import replace

from graph.model import ActorKind
from loaders.english._frames import Frame
from loaders.english._matching import match_noun
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._tree import children, preposition
from loaders.english._words import Token

IN = frozenset({"in", "inside", "near", "across", "within"})


def standing_in(token: Token, view: Referents) -> list[Referent]:
    """Where a nameless target is: "financed a hospital in Djibouti", "struck a depot near Homs in Syria"."""
    near = [each for each in children(token, "nmod") if preposition(each) in IN]
    return [replace(each, via="place") for part in near for each in view.of(part)]


def backed(frame: Frame, noun: Token, view: Referents) -> list[Referent]:
    """Whom the noun of a compound stands for, as its frame asks: the parties of talks, a group, a held place."""
    if frame.parties_of:
        return [
            each
            for inner in match_noun(noun)
            for slot in ("B", "T")
            for part in inner.slots.get(slot, ())
            for each in view.of(part)
        ]
    found = [each for each in view.of(noun) if each.via in {"name", "group", "organ"}]
    if frame.relation == "OCCUPIES" and not found:
        return _held(noun, view)
    if frame.relation == "PROXY_OF":
        return [each for each in found if each.actor.kind is not ActorKind.COUNTRY]
    return found


def _held(noun: Token, view: Referents) -> list[Referent]:
    """As in "a Turkish-held town in Syria", "Turkish-held Afrin": whose place it is that somebody holds."""
    if any(each.via == "place" for each in view.of(noun)):
        return view.of(noun)
    return standing_in(noun, view)
