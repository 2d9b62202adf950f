"""Against whom people protest who name nobody: their own state, "students demonstrated in Lagos over fuel prices"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._arguments import arguments
from loaders.english._data import words
from loaders.english._groups import citizens
from loaders.english._matching import Match
from loaders.english._referent import Referent
from loaders.english._tree import children, preposition

if TYPE_CHECKING:
    from loaders.english._referents import Referents

# The frame of words for protests that need name nobody.
AT_HOME = "protest_at_home"
_PUBLIC = frozenset({"people", "group"})
_KINDS = frozenset({ActorKind.COUNTRY, ActorKind.PEOPLE})
_WHERE = frozenset({"in", "across", "throughout", "through"})


def own_state(match: Match, view: Referents, sources: list[Referent]) -> list[Referent]:
    """The state of those who protest, or where they do; nobody where anybody else is named, or they only stop work."""
    if match.entry.frame.name != AT_HOME or not sources or _stops_work(match):
        return []
    public = (each.via in _PUBLIC or citizens(each, view) for each in sources)
    if not all(public) or not all(each.actor.kind in _KINDS for each in sources):
        return []
    if "against" in arguments(match.predicate).obliques:
        return []
    home = _home(match, view, sources)
    if home is None or not _alone(home, view):
        return []
    return [Referent(home, "organ", match.predicate.i, match.predicate.i)]


def _home(match: Match, view: Referents, sources: list[Referent]) -> Actor | None:
    for each in sources:
        if each.actor.kind is ActorKind.COUNTRY:
            return each.actor
        if each.actor.country is not None:
            return view.cast.register.get(each.actor.country)
    phrases = children(match.predicate, "obl")
    near = [each for each in phrases if preposition(each) in _WHERE]
    near += [part for each in phrases if each.lower_ == "streets" for part in children(each, "nmod")]
    found = (each.actor for part in near for each in view.of(part) if each.via == "place")
    return next((each for each in found if each.kind is ActorKind.COUNTRY), None)


def _stops_work(match: Match) -> bool:
    """Whether they strike, perhaps against their employer; a general strike is one against the state."""
    verb = match.predicate
    strikes = [each for each in (verb, *children(verb, "obj", "obl")) if each.lemma_.lower() in {"strike", "stoppage"}]
    general = {each.lower_ for strike in strikes for each in children(strike, "amod")}
    return bool(strikes) and general.isdisjoint(words("descriptions.yaml", "nationwide"))


def _alone(home: Actor, view: Referents) -> bool:
    """Whether a sentence names nobody but a state and its people, and the one before it no other state."""
    trail = view.discourse.trail
    lately = [each.actor for each in trail.traces() if each.last >= trail.turn - 1]
    named = [each.actor for each in view.sentence.mentions]
    named += [each for each in lately if each.kind is ActorKind.COUNTRY]
    return all(home.id in {each.id, each.country} for each in named)
