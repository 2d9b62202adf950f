from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

import graph.store
from graph.errors import InputError
from graph.model import Reading
from graph.store import open_store, stop_embedded
from graph.store.engines import Endpoint

Make = Callable[..., Reading]


def test_what_the_package_offers() -> None:
    assert graph.store.__all__ == [
        *("BoltStore", "Parameters", "Store", "Table", "Value", "Written", "open_store", "stop_embedded")
    ]


def test_importing_the_store_does_not_import_the_driver() -> None:
    text = "import sys, graph.store; sys.exit('neo4j' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", text], check=False).returncode == 0


def test_the_environment_names_the_store(neo4j_endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_endpoint.uri)
    monkeypatch.setenv("NEO4J_USER", neo4j_endpoint.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_endpoint.password)
    with open_store() as store:
        agent = store.read("CALL dbms.components() YIELD edition RETURN edition").rows
    assert agent == (("community",),)


def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "localhost:7687")
    with pytest.raises(InputError, match="NEO4J_URI is not an address of Neo4j"):
        open_store()


def test_the_embedded_store_keeps_what_was_written(embedded_endpoint: Endpoint, make: Make) -> None:
    # The fixture skips where the engine is missing; open_store() starts one of its own, in the home of the tests.
    assert embedded_endpoint.engine == "arcadedb"
    with open_store() as store:
        store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
        before = store.snapshot()
    assert stop_embedded()
    assert not stop_embedded()
    with open_store() as store:
        assert store.snapshot() == before
    stop_embedded()
