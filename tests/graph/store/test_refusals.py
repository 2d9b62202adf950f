"""A store that cannot be used says so in one line, with what to do, whatever is asked of it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import QueryError, StoreAuthError, StoreError, StoreUnavailableError, StoreVersionError
from graph.model import Reading
from graph.store import BoltStore
from graph.store._connection import check_agent
from graph.store._errors import translated
from graph.store.engines import Endpoint

Make = Callable[..., Reading]


def _refused(endpoint: Endpoint, kind: type[StoreError], ask: Callable[[BoltStore], object]) -> str:
    with BoltStore(endpoint) as store, pytest.raises(kind) as caught:
        ask(store)
    text = str(caught.value)
    assert "\n" not in text
    assert not endpoint.password or endpoint.password not in text
    return text


def test_wrong_password(endpoint: Endpoint) -> None:
    # A user of its own: Neo4j locks one out after three wrong passwords.
    wrong = replace(endpoint, user="nobody", password="not-the-password")
    text = _refused(wrong, StoreAuthError, lambda store: store.counts())
    assert "refused user 'nobody' or the password: set NEO4J_USER and NEO4J_PASSWORD" in text


@pytest.mark.parametrize("ask", [BoltStore.counts, BoltStore.snapshot, lambda store: store.read("RETURN 1 AS n")])
def test_nothing_answers(ask: Callable[[BoltStore], object]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nowhere = Endpoint(f"bolt://127.0.0.1:{port}", "neo4j", "a-password", None, "neo4j")
    text = _refused(nowhere, StoreUnavailableError, ask)
    assert text == f"nothing answers at bolt://127.0.0.1:{port}: start the server, or correct NEO4J_URI"


def test_something_else_answers() -> None:
    with socket.socket() as other, ThreadPoolExecutor(1) as pool:
        other.bind(("127.0.0.1", 0))
        other.listen()
        pool.submit(_answer_http, other)
        web = Endpoint(f"bolt://127.0.0.1:{other.getsockname()[1]}", "neo4j", "a-password", None, "neo4j")
        assert "nothing answers at" in _refused(web, StoreUnavailableError, lambda store: store.counts())


def _answer_http(listening: socket.socket) -> None:
    line, _ = listening.accept()
    with line:
        line.recv(1024)
        line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_no_such_database(endpoint: Endpoint) -> None:
    text = _refused(replace(endpoint, database="nosuch"), StoreUnavailableError, lambda store: store.counts())
    assert "set NEO4J_DATABASE to one that exists" in text


@pytest.mark.parametrize("ask", [BoltStore.counts, BoltStore.snapshot, BoltStore.rederive, lambda s: s.remove("x")])
def test_another_version_made_the_store(
    clean_endpoint: Endpoint, make: Make, ask: Callable[[BoltStore], object]
) -> None:
    with BoltStore(clean_endpoint) as store:
        store.write([make("alpha", ("iran", "ARMS", "hezbollah"))])
        store.run("MATCH (d:Detente) SET d.schema = 99")
    text = _refused(clean_endpoint, StoreVersionError, ask)
    assert "the store has schema 99, and this version of detente reads schema 1: use the version that made it" in text


def test_a_database_of_somebody_else_is_left_alone(clean_endpoint: Endpoint, make: Make) -> None:
    with BoltStore(clean_endpoint) as store:
        store.run("CREATE (:Actor {name: 'Keanu Reeves', born: 1964})")
    reading = make("alpha", ("iran", "ARMS", "hezbollah"))
    text = _refused(clean_endpoint, StoreVersionError, lambda store: store.write([reading]))
    assert "name an empty database in NEO4J_DATABASE" in text


@pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Neo4j/5.25.1", "Neo4j/5.2.0 compatible (Memgraph)", "Other/9.9"])
def test_an_engine_that_is_too_old(agent: str) -> None:
    with pytest.raises(StoreVersionError, match=r"use Neo4j 5\.26 or newer"):
        check_agent(agent, "bolt://localhost")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2026.08.1"])
def test_an_engine_that_will_do(agent: str) -> None:
    check_agent(agent, "bolt://localhost")


@pytest.mark.parametrize(("engine", "remedy"), [("arcadedb", "run `detente stop`"), ("neo4j", "see the log")])
def test_an_error_without_a_reason(engine: str, remedy: str) -> None:
    class ConcealedError(Neo4jError):
        @property
        def message(self) -> str:
            return "The request failed. Check the server log for the details"

    somewhere = Endpoint("bolt://127.0.0.1:7687", "neo4j", "a-password", None, engine)
    with pytest.raises(QueryError, match=remedy) as caught, translated(somewhere):
        raise ConcealedError
    assert "the store cannot run the text and does not say why" in str(caught.value)


def test_a_closed_store_says_so(endpoint: Endpoint) -> None:
    store = BoltStore(endpoint)
    store.counts()
    store.close()
    store.close()
    with pytest.raises(StoreUnavailableError, match="this store is closed: open it again"):
        store.counts()
