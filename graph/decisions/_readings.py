from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from graph.decisions._decisions import Decisions
from graph.model import Actor, ActorKind, Claim, Reading, Snapshot

Lookup: TypeAlias = Callable[[str], Actor | None]
_ENDS = ("source", "target", "claimant")


def decided(readings: Iterable[Reading], decisions: Decisions, known: Lookup) -> Iterator[Reading]:
    """The readings with every actor that was joined to another replaced by it, and every claim kept.

    A claim keeps its id, and says in `read` whom the reader had found; what an earlier decision had joined, and a later
    one has not, is parted again. `known` gives the actor of the register by id, None for any other.
    """
    kept = decisions.kept()
    was = {each.other: each for each in decisions.made if each.name}

    def actor(ident: str, held: Mapping[str, Actor]) -> Actor:
        found = known(ident) or held.get(ident)
        if found is not None:
            return found
        told = was.get(ident)
        kind = ActorKind(told.kind) if told and told.kind else ActorKind.ORGANIZATION
        return Actor(ident, told.name if told else ident, kind, known=False)

    for reading in readings:
        claims = tuple(_claim(each, kept) for each in reading.claims)
        held = {each.id: each for each in reading.actors}
        named = {end for claim in claims for name in _ENDS if (end := getattr(claim, name))}
        yield replace(reading, claims=claims, actors=tuple(actor(ident, held) for ident in sorted(named)))


def _claim(claim: Claim, kept: Mapping[str, str]) -> Claim:
    original = dict(part.split("=", 1) for part in claim.read.split(";")) if claim.read else {}
    read = {name: original.get(name, getattr(claim, name)) for name in _ENDS}
    now = {name: kept.get(ident, ident) if ident else None for name, ident in read.items()}
    moved = [f"{name}={read[name]}" for name in _ENDS if now[name] != read[name]]
    source, target = now["source"] or claim.source, now["target"] or claim.target
    return replace(claim, source=source, target=target, claimant=now["claimant"], read=";".join(moved) or None)


def from_snapshot(snapshot: Snapshot, ids: Iterable[str]) -> list[Reading]:
    """The readings of all documents of a store that name one of these actors, or did before a decision."""
    wanted = set(ids)
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in snapshot.claims:
        claims[claim.document].append(claim)
    actors = {actor.id: actor for actor in snapshot.actors}
    found: list[Reading] = []
    for document in snapshot.documents:
        ends = {end for claim in claims[document.id] for name in _ENDS if (end := getattr(claim, name))}
        before = {
            part.split("=", 1)[1] for claim in claims[document.id] if claim.read for part in claim.read.split(";")
        }
        if wanted & (ends | before):
            people = tuple(actors[end] for end in sorted(ends))
            found.append(Reading(document, tuple(claims[document.id]), people))
    return found
