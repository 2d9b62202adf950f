from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypeAlias

from graph.model import Actor, ActorKind, Alias, AliasKind, Claim, Document, Status, Tie
from graph.ties import tie_key

Row: TypeAlias = dict[str, Any]


def document_row(document: Document) -> Row:
    """The properties of a document's node; what is unknown is left out."""
    return _known(asdict(document))


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a node's properties."""
    return Document(**row)


def actor_row(actor: Actor) -> Row:
    """The properties of an actor's node.

    `aliases` holds the texts alone, to be asked for; `details` holds what a node cannot: all of each alias, and codes.
    """
    details = {"aliases": [_known(asdict(alias)) for alias in actor.aliases], "codes": dict(actor.codes)}
    return _known(
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "iso3": actor.iso3,
            "country": actor.country,
            "qid": actor.qid,
            "known": actor.known,
            "aliases": [alias.text for alias in actor.aliases],
            "details": json.dumps(details, sort_keys=True, ensure_ascii=False),
        }
    )


def actor_of(row: Mapping[str, Any]) -> Actor:
    """The actor of a node's properties."""
    details = json.loads(row["details"])
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        aliases=tuple(Alias(**{**alias, "kind": AliasKind(alias["kind"])}) for alias in details["aliases"]),
        qid=row.get("qid"),
        codes=details["codes"],
        country=row.get("country"),
        iso3=row.get("iso3"),
        known=row["known"],
    )


def claim_row(claim: Claim) -> Row:
    """The properties of a claim's node, and the ids of what it is linked to.

    `tie` is the tie that the claim speaks of, whether it makes one or not.
    """
    row = asdict(claim)
    links = {key: row.pop(key) for key in ("document", "source", "target", "claimant")}
    properties = _known({**row, "status": claim.status.value, "tie": tie_text(claim)})
    return {**links, "id": claim.id, "properties": properties}


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The claim of a node's properties and its links."""
    properties = {key: value for key, value in row["properties"].items() if key != "tie"}
    links = {key: row[key] for key in ("document", "source", "target", "claimant")}
    return Claim(**{**properties, **links, "status": Status(properties["status"])})


def tie_text(claim: Claim) -> str:
    """The tie that a claim speaks of, as one text to look it up by."""
    return " ".join(tie_key(claim.source, claim.relation, claim.target))


def tie_row(tie: Tie) -> Row:
    """The ends of a tie and the properties of its relationship."""
    row = asdict(tie)
    ends = {key: row.pop(key) for key in ("source", "target")}
    row.pop("relation")
    return {**ends, "properties": _known({**row, "outlets": list(tie.outlets)})}


def tie_of(row: Mapping[str, Any]) -> Tie:
    """The tie of a relationship."""
    properties = {"first": None, "last": None, **row["properties"]}
    properties["outlets"] = tuple(properties["outlets"])
    return Tie(row["source"], row["relation"], row["target"], **properties)


def _known(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}
