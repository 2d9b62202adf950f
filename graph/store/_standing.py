"""Ties that the register knows: beside those that articles make, and marked by `source: 'register'`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from graph.model import Standing
from graph.relations import relation, relations
from graph.store._chunks import chunks
from graph.store._rows import Row
from graph.store._statement import rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_IDS = "MATCH (a:Actor) RETURN a.id AS id"
_HELD = """
MATCH (s:Actor)-[r]->(t:Actor) WHERE r.source = 'register'
RETURN s.id AS source, type(r) AS relation, t.id AS target, r.office AS office, r.since AS since, r.until AS until,
       r.as_of AS as_of, r.reference AS reference
"""


def held_standing(tx: ManagedTransaction, among: set[str] | None = None) -> list[Standing]:
    """What of the register is there, sorted; with `among`, only between these actors."""
    found = [
        Standing(**{**row, "office": row["office"] or ""}) for row in rows(tx, _HELD) if row["relation"] in relations()
    ]
    return sorted((each for each in found if among is None or {each.source, each.target} <= among), key=_order)


def wanted(tx: ManagedTransaction, known: Iterable[Standing]) -> list[Standing]:
    """What the register knows between the actors that are there."""
    there = {row["id"] for row in rows(tx, _IDS)}
    return sorted((each for each in set(known) if {each.source, each.target} <= there), key=_order)


def put_standing(tx: ManagedTransaction, ties: Sequence[Standing]) -> int:
    """Let just these ties of the register be there; how many were not before."""
    held = set(held_standing(tx))
    gone, new = held - set(ties), [each for each in ties if each not in held]
    for name in sorted({each.relation for each in gone}):
        for chunk in chunks([asdict(each) for each in sorted(gone, key=_order) if each.relation == name]):
            rows(tx, _delete(name), rows=chunk)
    for name, group in _by_relation(new).items():
        for chunk in chunks(group):
            rows(tx, _create(name), rows=chunk)
    return len(new)


def _by_relation(ties: Iterable[Standing]) -> dict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for each in ties:
        groups[each.relation].append({"source": each.source, "target": each.target, "properties": _properties(each)})
    return dict(sorted(groups.items()))


def _properties(tie: Standing) -> Row:
    """The properties of a relationship; the figures are those of a tie that no article has made."""
    meaning = relation(tie.relation)
    known = ("since", "until", "as_of", "reference")
    said = {"office": tie.office or None, **{name: getattr(tie, name) for name in known}}
    return {
        "source": "register",
        "claims": 0,
        "documents": 0,
        "hedged": 0,
        "outlets": [],
        "confidence": 1.0,
        "polarity": meaning.polarity.value,
        "weight": meaning.weight or 0.0,
        **{key: value for key, value in said.items() if value is not None},
    }


def _order(tie: Standing) -> tuple[str, ...]:
    return tuple(part or "" for part in asdict(tie).values())


def _create(name: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Actor {id: row.source}) MATCH (t:Actor {id: row.target}) "
        f"CREATE (s)-[r:{relation(name).name}]->(t) SET r = row.properties"
    )


def _delete(name: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (:Actor {{id: row.source}})-[r:{relation(name).name}]->(:Actor {{id: row.target}}) "
        "WHERE r.source = 'register' AND coalesce(r.office, '') = row.office "
        "AND coalesce(r.since, '') = coalesce(row.since, '') AND coalesce(r.until, '') = coalesce(row.until, '') "
        "AND coalesce(r.as_of, '') = coalesce(row.as_of, '') "
        "AND coalesce(r.reference, '') = coalesce(row.reference, '') DELETE r"
    )
