"""A real Neo4j of this user's own, without Docker and without a Java of the system (extra `detente[neo4j]`)."""

from __future__ import annotations

from pathlib import Path

from graph.store.engines._endpoint import Endpoint
from graph.store.engines._folders import data_folder
from graph.store.engines._neo4j import Neo4j
from graph.store.engines._reach import reach
from graph.store.engines._reach import stop as stop_engine

__all__ = ["jars_folder", "start", "stop"]


def jars_folder() -> Path:
    """The folder of this user for the jars of Neo4j, shared by every home; it may not be there yet."""
    return Neo4j().jars


def start(home: Path | None = None, jars: Path | None = None) -> Endpoint:
    """The private Neo4j of the data folder: started where it does not run, joined where it does.

    The first start fetches Neo4j from Maven Central (about 135 MB) to `jars`, which is `jars_folder()`
    unless given; later starts need no network. It runs until `stop`.
    Raises StoreUnavailableError where the extra is missing, the download is refused or Neo4j does not start,
    StoreVersionError where another version wrote the data.
    """
    engine = Neo4j() if jars is None else Neo4j(jars=jars)
    return reach(engine, data_folder(home) / engine.name)


def stop(home: Path | None = None) -> bool:
    """End the private Neo4j now and wait for its end; False where none was running. Nothing written is lost."""
    engine = Neo4j()
    return stop_engine(engine, data_folder(home) / engine.name)
