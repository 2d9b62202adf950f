"""What the tests of the lifecycle share: asking an endpoint, and looking at the processes behind it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, LiteralString, Protocol

import psutil
import pytest

from graph.store.engines import Endpoint, stop_embedded
from graph.store.engines._state import State, read_state


class Ask(Protocol):
    def __call__(self, endpoint: Endpoint, cypher: LiteralString) -> list[Any]: ...


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Run one statement in a managed transaction; the first column of what it returns."""

    def run(endpoint: Endpoint, cypher: LiteralString) -> list[Any]:
        from neo4j import GraphDatabase

        with (
            GraphDatabase.driver(endpoint.uri, auth=(endpoint.user, endpoint.password)) as driver,
            driver.session(database=endpoint.database) as session,
        ):
            return session.execute_write(lambda transaction: transaction.run(cypher).value())

    return run


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose engine is stopped after the test."""
    yield tmp_path
    stop_embedded(tmp_path)


@pytest.fixture(scope="session")
def state_of() -> Callable[[Path], State]:
    def state(folder: Path) -> State:
        found = read_state(folder)
        assert found is not None, f"no keeper in {folder}"
        return found

    return state


@pytest.fixture
def command() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Run Python text as a command of its own, in a session of its own like a command in a terminal."""
    started: list[subprocess.Popen[str]] = []

    def start(text: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", text],
            cwd=Path(__file__).parents[4],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture(scope="session")
def gone() -> Callable[..., bool]:
    """Whether all the processes end within some seconds; a zombie has ended."""

    def wait(*pids: int, seconds: float = 15.0) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not any(_runs(pid) for pid in pids):
                return True
            time.sleep(0.05)
        return False

    return wait


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
