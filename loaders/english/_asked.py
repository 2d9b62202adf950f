"""Of whom something is asked that names nobody: "demanded his release", "called for calm", "offered to mediate"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._discourse import LATEST
from loaders.english._matching import Match
from loaders.english._referent import Referent, is_agent
from loaders.english._tree import children, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_TWO = 2
_PEOPLE = ("people", "armed", "groups", "nameless", "state")


def asked_of(match: Match, view: Referents, source: Referent) -> list[Referent]:
    """Who holds whoever is to be freed, or both who quarrel, where calm is called for."""
    own = {source.actor.id, source.actor.country} - {None}
    at = match.predicate.i
    return [Referent(each, "implied", at, at) for each in _holding(match, view, own) or _both_sides(match, view, own)]


def frees(match: Match, view: Referents) -> bool:
    """As in "demanded his release", "asked that she be freed", unlike "the release of data"."""
    return any(_frees(each, view) for each in _asked(match))


def _frees(word: Token, view: Referents) -> bool:
    if word.lemma_.lower() not in words("verbs.yaml", "setting_free"):
        return False
    whom = [each for each in children(word, "nmod", "obj", "nsubj:pass") if preposition(each) in {"", "of"}]
    return all(_is_somebody(each, view) for each in whom)


def _is_somebody(token: Token, view: Referents) -> bool:
    mention = view.mention(token)
    named = mention is not None and mention.actor.kind is ActorKind.PERSON
    people = any(is_agent(token.lower_, token.lemma_.lower(), part) for part in _PEOPLE)
    return named or people or token.pos_ in {"PRON", "NUM"} or token.lemma_.lower() in words("speech.yaml", "sources")


def _asked(match: Match) -> list[Token]:
    named = [each for name, tokens in match.slots.items() if name != "S" for each in tokens]
    return [*match.content, *named, *children(match.predicate, "obl", "obj")]


def _holding(match: Match, view: Referents, own: set[str | None]) -> list[Actor]:
    """Whoever detained somebody last, and is not who demands his release."""
    if not frees(match, view):
        return []
    held = (act for act in reversed(view.discourse.acts[-LATEST:]) if act.relation == "DETAINS")
    return [act.source for act in held if act.source.id not in own][:1]


def _both_sides(match: Match, view: Referents, own: set[str | None]) -> list[Actor]:
    """The two that fought each other or were at odds last, else those that had to do with each other."""
    if not any(each.lemma_.lower() in words("speech.yaml", "to_both") for each in _asked(match)):
        return []
    told = (view.discourse.opposed, view.discourse.quarrelling, view.discourse.lately())
    fitting = (
        each
        for each in told
        if len(each) == _TWO
        and all(one.kind is not ActorKind.PERSON and not {one.id, one.country} & own for one in each)
    )
    return next(fitting, [])
