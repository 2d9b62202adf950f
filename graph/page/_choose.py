from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import networkx as nx

from graph.errors import DetenteError, InputError
from graph.model import Actor, Claim, Snapshot, Status
from graph.page._options import PageOptions
from graph.ties import tie_key

MOST = 2000  # a canvas draws no more at a bearable speed, and nobody reads so many


def choose(snapshot: Snapshot, options: PageOptions) -> tuple[Snapshot, int]:
    """The part of the snapshot to draw, and how many actors of it had to be left out.

    Actors that no claim names as source or target are not drawn, though they stay in the snapshot where they are
    claimants. Those in focus come before stronger ones. A tie is kept only with at least one claim behind it.
    """
    ranked = _ranked(snapshot, _near(snapshot, options))
    wanted = sorted(ranked, key=lambda each: each not in options.focus)
    drawn = wanted if options.limit is None else wanted[: max(0, options.limit)]
    if len(drawn) > MOST:
        raise DetenteError(
            f"{len(drawn):,} actors are too many for one page (at most {MOST:,})",
            remedy="name actors to start from (focus) or draw the strongest only (limit=150)",
        )
    return _part(snapshot, set(drawn)), len(wanted) - len(drawn)


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
