"""Whose an act or a thing is by the grammar of its sentence alone: "urged Serbia to end its blockade"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._discourse import PERSONAL, PLURAL, THINGS, fits
from loaders.english._reasons import answered_for
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, child
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_OWNING = PERSONAL | PLURAL | THINGS


def certain_owner(token: Token, view: Referents, depth: int) -> Actor | None:
    """Whom "its" means, whatever the text around says: who is punished or blamed for it, or is to end it himself."""
    return answered_for(token, view, depth) or _who_is_to_act(token, view, depth)


def _who_is_to_act(token: Token, view: Referents, depth: int) -> Actor | None:
    """As in "urged Serbia to end its blockade", "Serbia was told to withdraw its troops": what somebody is to end
    or withdraw is his own, unlike "asked Serbia to defend its islands".
    """
    verb = token.head.head
    if token.dep_ != "nmod:poss" or token.lower_ not in _OWNING or token.head.dep_ != "obj":
        return None
    if verb.dep_ not in {"xcomp", "ccomp"}:
        # "Sanctioned Iran to curb its support" is what for, and nothing that is asked of anybody.
        return None
    if verb.tag_ != "VB" or verb.lemma_.lower() not in words("verbs.yaml", "of_ones_own"):
        return None
    if child(verb, *SUBJECTS, *PASSIVE_SUBJECTS) is not None:
        return None
    named = [each for each in arguments(verb).subjects if each.i < token.i]
    found = {each.actor.id: each.actor for part in named for each in view.of(part, depth + 1)}
    return next(iter(found.values())) if len(found) == 1 and fits(token.lower_, list(found.values())) else None
