from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import networkx as nx

from graph.errors import InputError
from graph.model import Actor, ActorKind, Claim, Snapshot, Status
from graph.page._fold import fold
from graph.page._options import PageOptions
from graph.ties import tie_key

MOST = 2000  # a canvas draws no more at a bearable speed, and nobody reads so many
_WHOLE, _CORE = (
    150,
    60,
)  # up to so many actors are drawn at first; of more only the strongest, few enough for their names


@dataclass(frozen=True, slots=True)
class Part:
    """What goes into the page.

    `ranked` are the ids of the drawn actors, the strongest first, and `core` those that are drawn at first (all of them
    where it is empty). `left_out` counts actors beyond the limit; `stands` tells how many actors one stands for.
    """

    snapshot: Snapshot
    ranked: tuple[str, ...]
    left_out: int
    stands: dict[str, int]

    @property
    def core(self) -> tuple[str, ...]:
        """The strongest, where there are too many to see all at once."""
        return self.ranked[:_CORE] if len(self.ranked) > _WHOLE else ()


def choose(snapshot: Snapshot, options: PageOptions) -> Part:
    """The part of the snapshot to draw.

    Actors that no claim names as source or target are not drawn, though they stay in the snapshot where they are
    claimants. Those in focus come before stronger ones. A tie is kept only with at least one claim behind it. Beyond
    2,000 actors the weakest are put together, one for each kind.
    """
    ranked = _ranked(snapshot, _near(snapshot, options))
    wanted = sorted(ranked, key=lambda each: each not in options.focus)
    drawn = wanted if options.limit is None else wanted[: max(0, options.limit)]
    part = _part(snapshot, set(drawn))
    left_out = len(wanted) - len(drawn)
    if len(drawn) <= MOST:
        return Part(part, _core_first(drawn, part), left_out, {})
    strong = drawn[: MOST - len(ActorKind)]
    folded, stands = fold(part, drawn[len(strong) :])
    return Part(folded, (*_core_first(strong, folded), *stands), left_out, stands)


def _core_first(ranked: list[str], part: Snapshot) -> tuple[str, ...]:
    """The strongest of those that are tied to each other, then all others: the first view has nobody by himself."""
    ties: nx.Graph[str] = nx.Graph((tie.source, tie.target) for tie in part.ties if tie.source != tie.target)
    core = ranked[:_CORE]
    for actor in ranked[_CORE:]:
        core = [each for each in core if each in ties and not ties[each].keys().isdisjoint(core)]
        if len(core) == _CORE:
            break
        if actor in ties and not ties[actor].keys().isdisjoint(core):
            core.append(actor)
    chosen = set(core)
    return (*core, *(each for each in ranked if each not in chosen))


def _near(snapshot: Snapshot, options: PageOptions) -> set[str] | None:
    """The actors in focus and those up to `hops` ties away; None where all are wanted."""
    if not options.focus:
        return None
    known = {actor.id for actor in snapshot.actors}
    for actor_id in options.focus:
        if actor_id not in known:
            raise InputError(f"no actor {actor_id!r} in this graph", remedy="use the id of an actor, such as 'iran'")
    ties: nx.Graph[str] = nx.Graph((tie.source, tie.target) for tie in snapshot.ties)
    near = set(options.focus)
    for actor_id in sorted(near & set(ties)):
        near |= set(nx.single_source_shortest_path_length(ties, actor_id, cutoff=options.hops))
    return near


def _ranked(snapshot: Snapshot, near: set[str] | None) -> list[str]:
    """Actors that claims name, those in most asserted claims first."""
    asserted: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for claim in snapshot.claims:
        for actor_id in {claim.source, claim.target}:
            named[actor_id] += 1
            asserted[actor_id] += claim.status is Status.ASSERTED
    known = {actor.id for actor in snapshot.actors}
    wanted = (named.keys() if near is None else near) & known
    return sorted(wanted, key=lambda each: (-asserted[each], -named[each], each))


def _part(snapshot: Snapshot, drawn: set[str]) -> Snapshot:
    claims = tuple(each for each in snapshot.claims if {each.source, each.target} <= drawn)
    cited = {claim.document for claim in claims}
    evidence = {tie_key(each.source, each.relation, each.target) for each in claims if each.status is Status.ASSERTED}
    speakers = _speakers(claims)
    return replace(
        snapshot,
        actors=tuple(_sorted(each for each in snapshot.actors if each.id in drawn | speakers)),
        documents=tuple(sorted((each for each in snapshot.documents if each.id in cited), key=lambda each: each.id)),
        claims=tuple(sorted(claims, key=lambda each: each.id)),
        standing=tuple(each for each in snapshot.standing if {each.source, each.target} <= drawn),
        ties=tuple(each for each in snapshot.ties if (each.source, each.relation, each.target) in evidence),
    )


def _speakers(claims: Iterable[Claim]) -> set[str]:
    return {claim.claimant for claim in claims if claim.claimant}


def _sorted(actors: Iterable[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda each: each.id)
