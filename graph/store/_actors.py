from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from graph.model import Actor
from graph.relations import relation
from graph.store._chunks import chunks
from graph.store._rows import actor_of, actor_row
from graph.store._statement import rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_UPDATE = "UNWIND $rows AS row MATCH (a:Actor {id: row.id}) SET a = row"
_HELD = "MATCH (a:Actor) WHERE a.id IN $ids RETURN properties(a) AS properties ORDER BY a.id"
_NAMED = """
MATCH (a:Actor) WHERE a.id IN $ids
OPTIONAL MATCH (d:Document)-[n:NAMES]->(a)
WITH a, n.found AS found, min(d.id) AS document, count(n) AS times
RETURN a.id AS id, found, document, times ORDER BY id, document
"""
_DELETE = "UNWIND $rows AS id MATCH (a:Actor {id: id}) DETACH DELETE a"

# ArcadeDB cannot change the label of a node that a constraint watches: the actor moves to a new node instead.
_ASIDE = "MATCH (a:Actor {id: $id}) SET a.id = $aside"
_EVIDENCE = ("Claim)-[old:SOURCE", "Claim)-[old:TARGET", "Claim)-[old:CLAIMED_BY", "Document)-[old:NAMES")
_RELATIONS = "MATCH (:Actor {id: $id})-[r]-(:Actor) RETURN DISTINCT type(r) AS relation ORDER BY relation"


def create_actors(tx: ManagedTransaction, actors: Iterable[Actor]) -> None:
    """Add actors that are not there, each with the label of its kind."""
    ordered = sorted(actors, key=lambda actor: (actor.kind, actor.id))
    for kind, group in groupby(ordered, key=lambda actor: actor.kind):
        for chunk in chunks([actor_row(actor) for actor in group]):
            rows(tx, f"UNWIND $rows AS row CREATE (a:Actor:{kind.label}) SET a = row", rows=chunk)


def put_actors(tx: ManagedTransaction, actors: Sequence[Actor]) -> None:
    """Make actors that are there what they are here."""
    ids = [actor.id for actor in actors]
    held = {row["properties"]["id"]: row["properties"] for row in rows(tx, _HELD, ids=ids)} if ids else {}
    for actor in actors:
        if held[actor.id]["kind"] != actor.kind.value:
            _move(tx, actor)
    changed = [row for row in map(actor_row, actors) if held[row["id"]] != row]
    for chunk in chunks(changed):
        rows(tx, _UPDATE, rows=chunk)


def settle_actors(tx: ManagedTransaction, ids: Sequence[str]) -> set[str]:
    """Let each actor be what the documents that name it say now; take out those that none names.

    An actor that the register knows stays as it is. Of any other the document with the smallest id says who it is, so
    that the order in which documents came does not matter. Returns the ids of the actors taken out.
    """
    if not ids:
        return set()
    named = {key: list(group) for key, group in groupby(rows(tx, _NAMED, ids=ids), key=lambda row: str(row["id"]))}
    gone = sorted(key for key, group in named.items() if not any(row["times"] for row in group))
    for chunk in chunks(gone):
        rows(tx, _DELETE, rows=chunk)
    told = [_told(group) for key, group in named.items() if key not in gone]
    put_actors(tx, [actor for actor in told if actor is not None])
    return set(gone)


def _told(group: Sequence[Mapping[str, str]]) -> Actor | None:
    """Who an actor is by its documents; None where the register says it."""
    if any(row["found"] == "" for row in group):
        return None
    return actor_of(json.loads(group[0]["found"]))


def _move(tx: ManagedTransaction, actor: Actor) -> None:
    """Make a node of another kind for an actor, and let all that led to the old one lead to it."""
    relations = [relation(row["relation"]).name for row in rows(tx, _RELATIONS, id=actor.id)]
    ends = {"id": actor.id, "aside": f"{actor.id} (moved)"}
    rows(tx, _ASIDE, **ends)
    create_actors(tx, [actor])
    for link in (*_EVIDENCE, *(f"Actor)-[old:{name}" for name in relations)):
        rows(tx, _relink(f"(from:{link}]->(:Actor {{id: $aside}})", "(from)", "(a)", link), **ends)
    for name in relations:
        rows(tx, _relink(f"(:Actor {{id: $aside}})-[old:{name}]->(to:Actor)", "(a)", "(to)", name), **ends)
    rows(tx, _DELETE, rows=[ends["aside"]])


def _relink(old: str, source: str, target: str, link: str) -> str:
    kind = link.rpartition(":")[2]
    return (
        f"MATCH {old} MATCH (a:Actor {{id: $id}}) CREATE {source}-[new:{kind}]->{target} "
        "SET new = properties(old) DELETE old"
    )
