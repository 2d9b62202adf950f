"""Of which country those are whom only the text knows: who holds an office of a state, and people where one is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.model import Actor, ActorKind, Claim, Status
from loaders.english._data import words
from loaders.english._discourse import Discourse

_OFFICES = frozenset({"LEADS", "REPRESENTS"})
_PEOPLE = frozenset({ActorKind.PEOPLE, ActorKind.ARMED_GROUP})


def at_home(actors: Mapping[str, Actor], claims: Iterable[Claim], discourse: Discourse) -> dict[str, Actor]:
    """The actors, with the country of those that have none: that of their office, or the one that the text is of.

    Of it are people as such ("students", "the opposition"), unlike those who are abroad by their name ("refugees").
    Where a text names several, those are whom it has to do with.
    """
    found, told = dict(actors), [(actors[one.source], one, actors[one.target]) for one in claims]
    for holder, one, body in told:
        if one.relation in _OFFICES and one.status is Status.ASSERTED and _is_open(holder, ActorKind.PERSON):
            found[holder.id] = _of(holder, body)
    named = {each.id: each for each, _ in discourse.trail.told_of}
    home = named.get(discourse.homes.likeliest({}) or "") if len(named) > 1 else next(iter(named.values()), None)
    if home is None:
        return found
    for source, _, target in told:
        for native, other in ((source, target), (target, source)):
            if _is_native(native) and (len(named) == 1 or home.id in {other.id, other.country}):
                found[native.id] = _of(native, home)
    return found


def _is_open(actor: Actor, *kinds: ActorKind) -> bool:
    return not actor.known and actor.country is None and actor.kind in kinds


def _is_native(actor: Actor) -> bool:
    """Whether people have no name but what they are: "students", "Islamist rebels"."""
    return _is_open(actor, *_PEOPLE) and actor.name.rsplit(maxsplit=1)[-1] in words("agents.yaml", "native")


def _of(actor: Actor, whose: Actor) -> Actor:
    country = whose.id if whose.kind is ActorKind.COUNTRY else whose.country
    return replace(actor, country=country, iso3=whose.iso3) if country else actor
