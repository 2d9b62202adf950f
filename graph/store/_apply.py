from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.store._actors import create_actors, put_actors, settle_actors
from graph.store._change import Change
from graph.store._chunks import chunks
from graph.store._protocol import Written
from graph.store._rows import Row, claim_row, document_row
from graph.store._statement import rows
from graph.store._ties import refresh
from graph.ties import TieKey, tie_key

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_DOCUMENTS = "UNWIND $rows AS row CREATE (d:Document) SET d = row"
_FILLED = "UNWIND $rows AS row MATCH (d:Document {id: row.id}) SET d = row"
_CLAIMS = """
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (s:Actor {id: row.source})
MATCH (t:Actor {id: row.target})
CREATE (c:Claim)
SET c = row.properties
CREATE (c)-[:STATED_IN]->(d)
CREATE (c)-[:SOURCE]->(s)
CREATE (c)-[:TARGET]->(t)
"""
_CLAIMANTS = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
MATCH (b:Actor {id: row.claimant})
CREATE (c)-[:CLAIMED_BY]->(b)
"""
_NAMINGS = """
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (a:Actor {id: row.actor})
MERGE (d)-[n:NAMES]->(a)
SET n.found = row.found
"""
_GONE_CLAIMS = "UNWIND $rows AS id MATCH (c:Claim {id: id}) DETACH DELETE c"
_GONE_NAMINGS = "UNWIND $rows AS row MATCH (:Document {id: row.document})-[n:NAMES]->(:Actor {id: row.actor}) DELETE n"
_GONE_DOCUMENTS = "UNWIND $rows AS id MATCH (d:Document {id: id}) DETACH DELETE d"
_STATED = """
MATCH (d:Document) WHERE d.id IN $ids
MATCH (c:Claim)-[:STATED_IN]->(d)
MATCH (c)-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
RETURN DISTINCT s.id AS source, c.relation AS relation, t.id AS target
"""


def apply(tx: ManagedTransaction, work: Change) -> Written:
    """Do what must be done, and derive again every tie that it touches."""
    _take_out(tx, work)
    create_actors(tx, work.actors)
    touched = {tie_key(each.source, each.relation, each.target) for each in (*work.claims, *work.gone_claims)}
    put_actors(tx, work.changed_actors)
    _put_in(tx, work)
    gone = settle_actors(tx, _unsettled(work))
    ties = refresh(tx, touched | _ties_of(tx, work))
    claims = {claim.id for claim in work.claims} - {claim.id for claim in work.gone_claims}
    actors = {actor.id for actor in work.actors} - gone
    return Written(documents=len(work.documents), claims=len(claims), ties=ties, actors=len(actors))


def _take_out(tx: ManagedTransaction, work: Change) -> None:
    _each(tx, _GONE_CLAIMS, [claim.id for claim in work.gone_claims])
    _each(tx, _GONE_NAMINGS, [{"document": document, "actor": actor} for document, actor in work.gone_namings])
    _each(tx, _GONE_DOCUMENTS, work.gone_documents)


def _put_in(tx: ManagedTransaction, work: Change) -> None:
    _each(tx, _DOCUMENTS, [document_row(document) for document in work.documents])
    _each(tx, _FILLED, [document_row(document) for document in work.filled])
    claims = [claim_row(claim) for claim in work.claims]
    _each(tx, _CLAIMS, claims)
    _each(tx, _CLAIMANTS, [{"id": row["id"], "claimant": row["claimant"]} for row in claims if row["claimant"]])
    _each(tx, _NAMINGS, [{"document": key[0], "actor": key[1], "found": text} for key, text in work.namings])


def _each(tx: ManagedTransaction, text: str, values: Sequence[Row] | Sequence[str]) -> None:
    for chunk in chunks(values):
        rows(tx, text, rows=chunk)


def _unsettled(work: Change) -> list[str]:
    """The actors of whom another document may now say more, or nobody anything at all."""
    actors = {actor for (_, actor), text in work.namings if text} | {actor for _, actor in work.gone_namings}
    return sorted(actors)


def _ties_of(tx: ManagedTransaction, work: Change) -> set[TieKey]:
    """The ties of documents of which the outlet or the date may have become known."""
    if not work.filled:
        return set()
    found = rows(tx, _STATED, ids=[document.id for document in work.filled])
    return {tie_key(row["source"], row["relation"], row["target"]) for row in found}
