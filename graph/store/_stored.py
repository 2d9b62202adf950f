from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from graph.model import Actor, Claim, Document, Reading
from graph.store._rows import actor_of, claim_of, document_of
from graph.store._statement import rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Naming: TypeAlias = tuple[str, str]
"""A document and an actor that it names, by id."""

_DOCUMENTS = "MATCH (d:Document) WHERE d.id IN $ids RETURN properties(d) AS properties"
_ACTORS = "MATCH (a:Actor) WHERE a.id IN $ids RETURN properties(a) AS properties"
_NAMINGS = """
MATCH (d:Document)-[n:NAMES]->(a:Actor) WHERE d.id IN $ids
RETURN d.id AS document, a.id AS actor, n.found AS found
"""
_CLAIMS = """
MATCH (d:Document) WHERE d.id IN $ids
MATCH (c:Claim)-[:STATED_IN]->(d)
MATCH (c)-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
OPTIONAL MATCH (c)-[:CLAIMED_BY]->(b:Actor)
RETURN d.id AS document, s.id AS source, t.id AS target, b.id AS claimant, properties(c) AS properties
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds of some documents, and of the actors that a reading of them names."""

    documents: dict[str, Document] = field(default_factory=dict[str, Document])
    claims: dict[str, dict[str, Claim]] = field(default_factory=dict[str, dict[str, Claim]])
    namings: dict[Naming, str] = field(default_factory=dict[Naming, str])
    actors: dict[str, Actor] = field(default_factory=dict[str, Actor])


def stored(tx: ManagedTransaction, readings: Sequence[Reading]) -> Stored:
    """What the store holds of these readings."""
    documents = sorted({reading.document.id for reading in readings})
    actors = sorted({actor.id for reading in readings for actor in reading.actors})
    return stored_documents(tx, documents, actors)


def stored_documents(tx: ManagedTransaction, documents: Sequence[str], actors: Sequence[str]) -> Stored:
    """What the store holds of these documents and actors."""
    held = [document_of(row["properties"]) for row in rows(tx, _DOCUMENTS, ids=documents)]
    people = [actor_of(row["properties"]) for row in rows(tx, _ACTORS, ids=actors)]
    return Stored(
        documents={document.id: document for document in held},
        claims=_claims(claim_of(row) for row in rows(tx, _CLAIMS, ids=documents)),
        namings={(row["document"], row["actor"]): row["found"] for row in rows(tx, _NAMINGS, ids=documents)},
        actors={actor.id: actor for actor in people},
    )


def _claims(claims: Iterable[Claim]) -> dict[str, dict[str, Claim]]:
    groups: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        groups[claim.document][claim.id] = claim
    return dict(groups)
