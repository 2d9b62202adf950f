from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.model import Snapshot, Tie
from graph.store._rows import actor_of, claim_of, document_of
from graph.store._standing import held_standing
from graph.store._statement import rows
from graph.store._ties import all_ties

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_ACTORS = "MATCH (a:Actor) RETURN properties(a) AS properties ORDER BY a.id"
_DOCUMENTS = "MATCH (d:Document) RETURN properties(d) AS properties ORDER BY d.id"
_CLAIMS = """
MATCH (c:Claim)-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:CLAIMED_BY]->(b:Actor)
RETURN d.id AS document, s.id AS source, t.id AS target, b.id AS claimant, properties(c) AS properties
ORDER BY c.id
"""
_ACTORS_OF = "MATCH (a:Actor) WHERE a.id IN $ids RETURN properties(a) AS properties ORDER BY a.id"
_DOCUMENTS_OF = "MATCH (d:Document) WHERE d.id IN $ids RETURN properties(d) AS properties ORDER BY d.id"
_CLAIMS_OF = """
MATCH (s:Actor) WHERE s.id IN $ids
MATCH (c:Claim)-[:SOURCE]->(s)
MATCH (c)-[:TARGET]->(t:Actor) WHERE t.id IN $ids
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:CLAIMED_BY]->(b:Actor)
RETURN d.id AS document, s.id AS source, t.id AS target, b.id AS claimant, properties(c) AS properties
ORDER BY c.id
"""
_COUNTS = (
    ("actors", "MATCH (n:Actor) RETURN count(n) AS n"),
    ("documents", "MATCH (n:Document) RETURN count(n) AS n"),
    ("claims", "MATCH (n:Claim) RETURN count(n) AS n"),
    ("ties", "MATCH (:Actor)-[n]->(:Actor) WHERE n.source IS NULL RETURN count(n) AS n"),
)
_OF_REGISTER = "MATCH (:Actor)-[n]->(:Actor) WHERE n.source = 'register' RETURN count(n) AS n"


def counts(tx: ManagedTransaction) -> dict[str, int]:
    """How many actors, documents, claims and ties there are, and how many ties of the register, if any."""
    found = {name: int(rows(tx, text)[0]["n"]) for name, text in _COUNTS}
    known = int(rows(tx, _OF_REGISTER)[0]["n"])
    return {**found, "ties of the register": known} if known else found


def whole(tx: ManagedTransaction) -> Snapshot:
    """All of the graph."""
    return Snapshot(
        actors=tuple(actor_of(row["properties"]) for row in rows(tx, _ACTORS)),
        documents=tuple(document_of(row["properties"]) for row in rows(tx, _DOCUMENTS)),
        claims=tuple(claim_of(row) for row in rows(tx, _CLAIMS)),
        ties=tuple(all_ties(tx)),
        standing=tuple(held_standing(tx)),
    )


def part(tx: ManagedTransaction, limit: int) -> Snapshot:
    """The part of the graph around the actors with the most claims in their ties."""
    ties = all_ties(tx)
    chosen = strongest(ties, limit)
    claims = [claim_of(row) for row in rows(tx, _CLAIMS_OF, ids=sorted(chosen))]
    people = chosen | {claim.claimant for claim in claims if claim.claimant}
    documents = rows(tx, _DOCUMENTS_OF, ids=sorted({claim.document for claim in claims}))
    return Snapshot(
        actors=tuple(actor_of(row["properties"]) for row in rows(tx, _ACTORS_OF, ids=sorted(people))),
        documents=tuple(document_of(row["properties"]) for row in documents),
        claims=tuple(claims),
        ties=tuple(tie for tie in ties if {tie.source, tie.target} <= chosen),
        standing=tuple(held_standing(tx, chosen)),
    )


def strongest(ties: Iterable[Tie], limit: int) -> set[str]:
    """The ids of the actors with the most claims in their ties, at most `limit`."""
    evidence: Counter[str] = Counter()
    for tie in ties:
        for end in {tie.source, tie.target}:
            evidence[end] += tie.claims
    ranked = sorted(evidence, key=lambda end: (-evidence[end], end))
    return set(ranked[: max(limit, 0)])
