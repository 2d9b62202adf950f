from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.model import Claim, Document, Status, Tie
from graph.relations import relation, relations
from graph.store._chunks import chunks
from graph.store._rows import Row, tie_of, tie_row
from graph.store._statement import rows
from graph.ties import TieKey, derive, tie_key

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_EVIDENCE = """
MATCH (c)-[:SOURCE]->(s:Actor)
MATCH (c)-[:TARGET]->(t:Actor)
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.id AS id, s.id AS source, c.relation AS relation, t.id AS target, c.hedged AS hedged, c.date AS date,
       c.confidence AS confidence, d.id AS document, d.outlet AS outlet, d.published AS published
"""
_OF_TIES = "UNWIND $rows AS tie MATCH (c:Claim {tie: tie, status: 'asserted'})" + _EVIDENCE
_OF_RELATION = "MATCH (c:Claim {relation: $relation, status: 'asserted'})" + _EVIDENCE


def refresh(tx: ManagedTransaction, keys: Iterable[TieKey]) -> int:
    """Derive these ties again from the claims that are there now; how many there are that were not there before."""
    wanted = set(keys)
    texts = sorted({" ".join(key) for key in wanted})
    found = [row for chunk in chunks(texts) for row in rows(tx, _OF_TIES, rows=chunk)]
    ties = [tie for tie in _derived(found) if (tie.source, tie.relation, tie.target) in wanted]
    before = held_ties(tx, wanted)
    return _put(tx, before, ties)


def rederive_relation(tx: ManagedTransaction, name: str) -> None:
    """Derive all ties of one relation again."""
    before = [tie_of(row) for row in rows(tx, _all(name))]
    _put(tx, before, _derived(rows(tx, _OF_RELATION, relation=name)))


def all_ties(tx: ManagedTransaction) -> list[Tie]:
    """Every tie, sorted by (source, relation, target)."""
    found = rows(
        tx,
        "MATCH (s:Actor)-[r]->(t:Actor) WHERE r.source IS NULL "
        "RETURN s.id AS source, type(r) AS relation, t.id AS target, properties(r) AS properties",
    )
    ties = [tie_of(row) for row in found if row["relation"] in relations()]
    return sorted(ties, key=lambda tie: (tie.source, tie.relation, tie.target))


def held_ties(tx: ManagedTransaction, keys: Iterable[TieKey]) -> list[Tie]:
    """Those of these ties that are there."""
    ties: list[Tie] = []
    for name, group in _by_relation(keys).items():
        for chunk in chunks(group):
            ties += [tie_of({**row, "relation": name}) for row in rows(tx, _some(name), rows=chunk)]
    return ties


def _derived(found: Sequence[Row]) -> list[Tie]:
    claims = [_claim(row) for row in found]
    documents = {row["document"]: Document(row["document"], "", "", **_origin(row)) for row in found}
    return derive(claims, documents)


def _origin(row: Row) -> Row:
    return {"outlet": row["outlet"], "published": row["published"]}


def _claim(row: Row) -> Claim:
    """A claim without its words: deriving needs none, and reading them takes most of the time."""
    return Claim(
        id=row["id"],
        document=row["document"],
        source=row["source"],
        relation=row["relation"],
        target=row["target"],
        status=Status.ASSERTED,
        hedged=row["hedged"],
        claimant=None,
        quote="",
        start=0,
        end=0,
        sentence="",
        date=row["date"],
        confidence=row["confidence"],
    )


def _put(tx: ManagedTransaction, before: Sequence[Tie], after: Sequence[Tie]) -> int:
    """Let the ties after be there in place of those before; how many are new."""
    old = {tie_key(tie.source, tie.relation, tie.target): tie for tie in before}
    new = {tie_key(tie.source, tie.relation, tie.target): tie for tie in after}
    for name, group in _by_relation(key for key in old if key not in new).items():
        for chunk in chunks(group):
            rows(tx, _delete(name), rows=chunk)
    for keys, text in (
        ([key for key in new if key in old and old[key] != new[key]], _change),
        ([key for key in new if key not in old], _create),
    ):
        for name, group in _by_relation(keys).items():
            for chunk in chunks([tie_row(new[row["source"], name, row["target"]]) for row in group]):
                rows(tx, text(name), rows=chunk)
    return len(new.keys() - old.keys())


def _by_relation(keys: Iterable[TieKey]) -> dict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for source, name, target in sorted(keys):
        groups[name].append({"source": source, "target": target})
    return dict(sorted(groups.items()))


# A tie of the register has `source`, one of the articles none: what derives ties sees only these.
# The only text that is put into Cypher: names of the vocabulary, each looked up there first.


def _some(name: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (s:Actor {{id: row.source}})-[r:{relation(name).name}]->"
        "(t:Actor {id: row.target}) WHERE r.source IS NULL "
        "RETURN s.id AS source, t.id AS target, properties(r) AS properties"
    )


def _all(name: str) -> str:
    return (
        f"MATCH (s:Actor)-[r:{relation(name).name}]->(t:Actor) WHERE r.source IS NULL "
        f"RETURN s.id AS source, '{name}' AS relation, t.id AS target, properties(r) AS properties"
    )


def _change(name: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (:Actor {{id: row.source}})-[r:{relation(name).name}]->(:Actor {{id: row.target}}) "
        "WHERE r.source IS NULL SET r = row.properties"
    )


def _create(name: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Actor {id: row.source}) MATCH (t:Actor {id: row.target}) "
        f"CREATE (s)-[r:{relation(name).name}]->(t) SET r = row.properties"
    )


def _delete(name: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (:Actor {{id: row.source}})-[r:{relation(name).name}]->"
        "(:Actor {id: row.target}) WHERE r.source IS NULL DELETE r"
    )
