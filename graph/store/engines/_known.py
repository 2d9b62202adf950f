"""The engines by name."""

from __future__ import annotations

from graph.store.engines._arcadedb import ArcadeDB
from graph.store.engines._engine import Engine
from graph.store.engines._neo4j import Neo4j


def engine_named(name: str) -> Engine:
    """The engine of that name; LookupError for another."""
    engines: tuple[Engine, ...] = (ArcadeDB(), Neo4j())
    return {engine.name: engine for engine in engines}[name]
