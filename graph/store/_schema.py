from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import StoreVersionError
from graph.store._statement import rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

SCHEMA = 1
_LABELS = ("Actor", "Claim", "Document", "Detente")
STATEMENTS = (
    *(
        f"CREATE CONSTRAINT detente_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in _LABELS
    ),
    "CREATE INDEX detente_claim_tie IF NOT EXISTS FOR (n:Claim) ON (n.tie)",
    "CREATE INDEX detente_claim_relation IF NOT EXISTS FOR (n:Claim) ON (n.relation)",
    "CREATE INDEX detente_actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)",
)

_MARKERS = "MATCH (d:Detente) RETURN d.schema AS schema ORDER BY schema"
_FOREIGN = """
MATCH (n) WHERE n:Actor OR n:Claim OR n:Document
RETURN labels(n) AS labels LIMIT 1
"""
# To write the marker is to hold it until the end of the transaction: Neo4j lets no second writer in, ArcadeDB runs the
# one that ends later again. Without it two writers could count the evidence of one tie without each other's claims.
_LOCK = "MERGE (d:Detente {id: 'detente'}) SET d.schema = $schema, d.writes = coalesce(d.writes, 0) + 1"


def prepared(tx: ManagedTransaction) -> bool:
    """Whether the store has its schema; False for one that is empty.

    Raises StoreVersionError where another version of detente wrote it.
    """
    found = [row["schema"] for row in rows(tx, _MARKERS)]
    if any(schema != SCHEMA for schema in found):
        raise StoreVersionError(
            f"the store has schema {found[-1]}, and this version of detente reads schema {SCHEMA}",
            remedy="use the version that made it, or load the documents into an empty store",
        )
    return bool(found)


def refuse_foreign(tx: ManagedTransaction) -> None:
    """Raise StoreVersionError for a database in which somebody else uses our labels."""
    for row in rows(tx, _FOREIGN):
        raise StoreVersionError(
            f"the database holds nodes with the label {row['labels'][0]} that detente did not write",
            remedy="name an empty database in NEO4J_DATABASE",
        )


def lock(tx: ManagedTransaction) -> None:
    """Let nobody else write until the end of the transaction."""
    rows(tx, _LOCK, schema=SCHEMA)
