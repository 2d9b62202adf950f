"""Where a store is reached, and the one that the environment names."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from graph.errors import InputError

_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks Bolt: its address, who asks, and which of its databases (None: the server's default).

    `engine` is "neo4j" or "arcadedb". The password never shows in the text of the endpoint.

    >>> Endpoint("bolt://127.0.0.1:7687", "neo4j", "secret", None, "neo4j")
    Endpoint(uri='bolt://127.0.0.1:7687', user='neo4j', database=None, engine='neo4j')
    """

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None
    engine: str


def configured() -> Endpoint | None:
    """The Neo4j that NEO4J_URI names, None where it is not set.

    NEO4J_USER (or NEO4J_USERNAME, as Aura's files have it) is "neo4j" unless set; NEO4J_PASSWORD may be left out for a
    server without passwords; NEO4J_DATABASE is the server's default unless set. Raises InputError for an address
    that does not begin with a scheme of Neo4j.
    """
    uri = os.environ.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    scheme, colon, _ = uri.partition("://")
    if not colon or scheme not in _SCHEMES:
        raise InputError("NEO4J_URI is not an address of Neo4j", remedy="write it like neo4j://localhost:7687")
    user = os.environ.get("NEO4J_USER") or os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD", "")
    return Endpoint(uri, user, password, os.environ.get("NEO4J_DATABASE") or None, "neo4j")
