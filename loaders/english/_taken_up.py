"""Whose deed or word a noun takes up: "the decision" that of who decided, "the charge" that of who accused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._arguments import arguments
from loaders.english._data import load, words
from loaders.english._referent import ACTING
from loaders.english._tree import negated

if TYPE_CHECKING:
    from loaders.english._referents import Referents

# How many sentences back a word may lie that "it" or "the remarks" takes up, and how many deeds a text is asked for.
_NEAR, _MANY = 3, 200
# As much of a verb as a noun must share with it, and what may be left of either: "decide" and "decision".
_STEM, _LEFT = 4, 2
_MAKING_NOUNS = frozenset(
    "s ion ions ation ations tion tions sion sions ition itions ure ures al als ment ments ing ings ance ence sm"
    " sms".split()
) | {""}


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb by which somebody is said to have done or said something, in which sentence."""

    lemma: str
    doers: tuple[Actor, ...]
    turn: int


def deeds(view: Referents, before: int | None = None) -> Iterator[Deed]:
    """What a sentence has somebody do, up to the token `before`."""
    turn = view.discourse.trail.turn
    for verb in view.sentence.doc[:before]:
        if verb.pos_ == "VERB" and not negated(verb):
            found = [each for token in arguments(verb).subjects for each in view.of(token)]
            doers = [each.actor for each in found if each.via in ACTING and each.actor.kind is not ActorKind.OUTLET]
            if doers:
                yield Deed(verb.lemma_.lower(), tuple(doers), turn)


def taken_up(noun: str, told: Iterable[Deed], of: Iterable[Actor], turn: int, *, own: bool, said: bool) -> list[Actor]:
    """Who did last what a noun names, of those whom `of` can judge; `own` tells that it may be one of his own country,
    `said` that it can only be something said.

    By its verb however far back ("closed" and "the closure"), else by one of its kind in the sentences right before.
    """
    judges = list(of)
    ids = {each.id for each in judges} | ({each.country for each in judges} - {None})
    latest = [each for each in list(told)[-_MANY:] if not any(_same_side(doer, ids, own=own) for doer in each.doers)]
    for deed in reversed(latest):
        if kindred(noun, deed.lemma) and not said:
            return list(deed.doers)
    verbs = _verbs(noun, said=said)
    near = (each for each in reversed(latest) if each.turn >= turn - _NEAR and each.lemma in verbs)
    return list(next(near, Deed("", (), 0)).doers)


def _same_side(doer: Actor, judges: set[str | None], *, own: bool) -> bool:
    return doer.id in judges or (not own and doer.country in judges)


def _verbs(noun: str, *, said: bool) -> frozenset[str]:
    """The verbs by which somebody says what a noun takes up: "offered" and "proposed" of "the plan"."""
    for group in load("descriptions.yaml")["taken_up"]:
        if noun in group["nouns"] and ("also" in group or not said):
            return frozenset(group["verbs"]) | (words("speech.yaml", group["also"]) if "also" in group else frozenset())
    return frozenset()


def kindred(noun: str, verb: str) -> bool:
    """Whether a noun is made of a verb.

    >>> kindred("decision", "decide"), kindred("closure", "close"), kindred("comment", "commit")
    (True, True, False)
    >>> kindred("ruling", "rule"), kindred("offers", "offer")
    (True, True)
    """
    shared = next((i for i, (one, other) in enumerate(zip(noun, verb, strict=False)) if one != other), None)
    length = min(len(noun), len(verb)) if shared is None else shared
    left = noun[length:]
    if length < _STEM and not (left in {"ing", "ings"} and length == _STEM - 1) and noun.removesuffix("s") != verb:
        return False
    return left in _MAKING_NOUNS and len(verb) - length <= _LEFT
