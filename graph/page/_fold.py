from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Actor, ActorKind, Claim, Snapshot
from graph.ties import derive

_NAMES = {
    ActorKind.COUNTRY: "countries",
    ActorKind.ORGANIZATION: "organizations",
    ActorKind.ARMED_GROUP: "armed groups",
    ActorKind.AGENCY: "agencies",
    ActorKind.PERSON: "people",
    ActorKind.OUTLET: "outlets",
    ActorKind.COMPANY: "companies",
    ActorKind.PEOPLE: "peoples",
}


def fold(snapshot: Snapshot, weak: Sequence[str]) -> tuple[Snapshot, dict[str, int]]:
    """The snapshot with weak actors put together, one for each kind, and how many each of those stands for.

    Claims go to the one that stands for their actor and keep their sentences; those between two actors that became
    one say nothing any more and are left out.
    """
    gone = set(weak)
    members = Counter(actor.kind for actor in snapshot.actors if actor.id in gone)
    others = {kind: Actor(f"others:{kind.value}", _name(kind, many), kind) for kind, many in members.items()}
    goes = {actor.id: others[actor.kind].id for actor in snapshot.actors if actor.id in gone}
    claims = tuple(claim for each in snapshot.claims if (claim := _moved(each, goes)).source != claim.target)
    speakers = {claim.claimant for claim in claims}
    actors = [each for each in snapshot.actors if each.id not in gone or each.id in speakers] + list(others.values())
    folded = replace(
        snapshot,
        actors=tuple(sorted(actors, key=lambda each: each.id)),
        claims=claims,
        ties=tuple(derive(claims, {document.id: document for document in snapshot.documents})),
    )
    return folded, {others[kind].id: members[kind] for kind in ActorKind if kind in members}


def _name(kind: ActorKind, many: int) -> str:
    return f"{many:,} other {_NAMES[kind]}" if many > 1 else f"1 other {kind.value.replace('_', ' ')}"


def _moved(claim: Claim, goes: dict[str, str]) -> Claim:
    if claim.source not in goes and claim.target not in goes:
        return claim
    return replace(claim, source=goes.get(claim.source, claim.source), target=goes.get(claim.target, claim.target))
