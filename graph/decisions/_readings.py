from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from graph.decisions._decisions import Decision, Decisions
from graph.decisions._notes import note, noted
from graph.model import Actor, ActorKind, Claim, Reading, Snapshot

Lookup: TypeAlias = Callable[[str], Actor | None]
_ENDS = ("source", "target", "claimant")


def decided(readings: Iterable[Reading], decisions: Decisions, known: Lookup) -> Iterator[Reading]:
    """The readings with every actor that was joined to another replaced by it, and every claim kept.

    A claim keeps its id, and says in `read` whom the reader had found; what an earlier decision had joined, and a later
    one has not, is parted again. `known` gives the actor of the register by id, None for any other.
    """
    kept = decisions.kept()
    told = {actor.id: actor for each in decisions.made for actor in _named(each)}
    for reading in readings:
        notes = {each.id: each for claim in reading.claims for each in noted(claim).values()}
        held = {**notes, **told, **{each.id: each for each in reading.actors}}

        def actor(ident: str, held: Mapping[str, Actor] = held) -> Actor:
            return known(ident) or held.get(ident) or Actor(ident, ident, ActorKind.ORGANIZATION, known=False)

        def stranger(ident: str, held: Mapping[str, Actor] = held) -> Actor | None:
            return held.get(ident) if known(ident) is None else None

        claims = tuple(_claim(each, kept, stranger) for each in reading.claims)
        named = {end for claim in claims for name in _ENDS if (end := getattr(claim, name))}
        yield replace(reading, claims=claims, actors=tuple(actor(ident) for ident in sorted(named)))


def _named(decision: Decision) -> Iterator[Actor]:
    """The actors whose names a decision keeps."""
    for ident, name, kind in (
        (decision.keep, decision.keep_name, decision.keep_kind),
        (decision.other, decision.name, decision.kind),
    ):
        if name:
            yield Actor(ident, name, ActorKind(kind or ActorKind.ORGANIZATION), known=False)


def _claim(claim: Claim, kept: Mapping[str, str], stranger: Callable[[str], Actor | None]) -> Claim:
    before = {name: each.id for name, each in noted(claim).items()}
    read = {name: before.get(name, getattr(claim, name)) for name in _ENDS}
    now = {name: kept.get(ident, ident) if ident else None for name, ident in read.items()}
    moved = {name: ident for name, ident in read.items() if ident and now[name] != ident}
    source, target = now["source"] or claim.source, now["target"] or claim.target
    return replace(claim, source=source, target=target, claimant=now["claimant"], read=note(moved, stranger))


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
        before = {each.id for claim in claims[document.id] for each in noted(claim).values()}
        if wanted & (ends | before):
            people = tuple(actors[end] for end in sorted(ends))
            found.append(Reading(document, tuple(claims[document.id]), people))
    return found
