"""The engines that the tests share. None of them touches the store or the settings of the user who runs the tests.

embedded_endpoint   ArcadeDB, one for the session
neo4j_endpoint      a real Neo4j, one for the session (the jars stay in the user's data folder, to be fetched once)
endpoint            both, one after the other: what the contract suites use
clean_endpoint      the same, with all data deleted before the test
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import StoreUnavailableError
from graph.store.engines import Endpoint, embedded, private_neo4j, stop_embedded

# A job in the background of a shell starts with Ctrl-C ignored, and would hand that on to the commands under test.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Known before the session gets a home of its own: 135 MB are not fetched for every session.
_NEO4J_JARS = private_neo4j.jars_folder()


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the session, and every process that it starts, off the user's store and server."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("NEO4J_")]:
            patch.delenv(name)
        patch.setenv("DETENTE_HOME", str(home))
        patch.setenv("DETENTE_IDLE_SECONDS", "120")
        yield home
        stop_embedded(home)


@pytest.fixture(scope="session")
def embedded_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    home = tmp_path_factory.mktemp("embedded")
    yield _had(lambda: embedded(home))
    stop_embedded(home)


@pytest.fixture(scope="session")
def neo4j_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    home = tmp_path_factory.mktemp("neo4j")
    yield _had(lambda: private_neo4j.start(home, _NEO4J_JARS))
    private_neo4j.stop(home)


@pytest.fixture
def neo4j_jars(neo4j_endpoint: Endpoint) -> Path:
    """The jars of Neo4j, for a test that starts one of its own; they are there once the session's has started."""
    assert neo4j_endpoint.engine == "neo4j"
    return _NEO4J_JARS


@pytest.fixture(params=["embedded", "neo4j"])
def endpoint(request: pytest.FixtureRequest) -> Endpoint:
    found = request.getfixturevalue(f"{request.param}_endpoint")
    assert isinstance(found, Endpoint)
    return found


@pytest.fixture
def clean_endpoint(endpoint: Endpoint) -> Endpoint:
    from neo4j import GraphDatabase

    with (
        GraphDatabase.driver(endpoint.uri, auth=(endpoint.user, endpoint.password)) as driver,
        driver.session(database=endpoint.database) as session,
    ):
        session.execute_write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
    return endpoint


def _had(start: Callable[[], Endpoint]) -> Endpoint:
    try:
        return start()
    except StoreUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
