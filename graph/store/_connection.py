from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import QueryError, StoreUnavailableError, StoreVersionError
from graph.store._errors import translated

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

    from graph.store.engines import Endpoint

T = TypeVar("T")

OLDEST = (5, 26)
_CONNECT_SECONDS = 10.0
# How long after its own time limit a server may still answer before it is given up.
_GRACE_SECONDS = 2.0
_PAUSE_SECONDS = 0.1


class Connection:
    """The driver to one endpoint: opened when first used, every statement in a managed transaction.

    A managed transaction is run again when the server says that it lost a race; its function must do nothing but
    read and write through the transaction it is given.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._driver: Driver | None = None
        self._closed = False

    def read(self, work: Callable[[ManagedTransaction], T], *, seconds: float | None = None) -> T:
        """What `work` returns in a read transaction; QueryError if it takes longer than `seconds`."""
        if seconds is None:
            return self._execute("execute_read", work, None)
        return self._guarded(work, seconds)

    def write(self, work: Callable[[ManagedTransaction], T], *, races: int = 0) -> T:
        """What `work` returns in a write transaction, all or nothing of it done.

        It is run again up to `races` times when another writer was first, as ArcadeDB says it.
        """
        for attempt in range(races):
            try:
                return self._execute("execute_write", work, None)
            except QueryError as error:
                if not is_race(error):
                    raise
                time.sleep(random.uniform(0, _PAUSE_SECONDS * (attempt + 1)))  # noqa: S311 - spreads, hides nothing
        return self._execute("execute_write", work, None)

    def close(self) -> None:
        """Close the driver."""
        self._closed = True
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()

    def _execute(self, mode: str, work: Callable[[ManagedTransaction], T], seconds: float | None) -> T:
        from neo4j import unit_of_work

        bounded: Callable[[Any], T] = unit_of_work(timeout=seconds)(work)
        with translated(self.endpoint), self._open().session(database=self.endpoint.database) as session:
            return getattr(session, mode)(bounded)  # type: ignore[no-any-return]

    def _guarded(self, work: Callable[[ManagedTransaction], T], seconds: float) -> T:
        """Read in a thread of its own: a server may disregard the time limit, and nothing else would end the wait."""
        driver = self._open()
        outcome: list[T] = []
        errors: list[BaseException] = []

        def target() -> None:
            try:
                outcome.append(self._execute("execute_read", work, seconds))
            except BaseException as error:
                errors.append(error)
            if self._driver is not driver:
                driver.close()

        thread = threading.Thread(target=target, name="detente-read", daemon=True)
        thread.start()
        thread.join(seconds + _GRACE_SECONDS)
        if errors:
            raise errors[0]
        if thread.is_alive():
            # The thread still waits for an answer; it closes this driver when that comes.
            self._driver = None
            raise QueryError(f"the query took longer than {seconds:g} seconds", remedy="ask for less, or use LIMIT")
        return outcome[0]

    def _open(self) -> Driver:
        if self._closed:
            raise StoreUnavailableError("this store is closed", remedy="open it again")
        if self._driver is None:
            with translated(self.endpoint):
                self._driver = self._connect()
        return self._driver

    def _connect(self) -> Driver:
        from neo4j import GraphDatabase, NotificationMinimumSeverity

        endpoint = self.endpoint
        driver = GraphDatabase.driver(
            endpoint.uri,
            auth=(endpoint.user, endpoint.password) if endpoint.password else None,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=2 * _CONNECT_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="detente",
        )
        try:
            check_agent(driver.get_server_info().agent, endpoint.uri)
        except BaseException:
            driver.close()
            raise
        return driver


def check_agent(agent: str, uri: str) -> None:
    """Raise StoreVersionError for a server that is no Neo4j, or one older than 5.26.

    >>> check_agent("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", "bolt://localhost")
    >>> check_agent("Neo4j/4.4.8", "bolt://localhost")
    Traceback (most recent call last):
    ...
    graph.errors.StoreVersionError: bolt://localhost is Neo4j/4.4.8: use Neo4j 5.26 or newer
    """
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if version is None or (int(version[1]), int(version[2])) < OLDEST:
        raise StoreVersionError(f"{uri} is {agent}", remedy="use Neo4j 5.26 or newer")


def is_race(error: QueryError) -> bool:
    """Whether another writer was first, for work that breaks no constraint and misses no node by itself.

    ArcadeDB says it as a broken constraint, or as a record that it has just read and that is no longer there.
    """
    cause = error.__cause__
    return type(cause).__name__ == "ConstraintError" or "EntityNotFound" in str(getattr(cause, "code", ""))
