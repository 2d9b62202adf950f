from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from graph.errors import QueryError
from graph.store._connection import Connection
from graph.store._protocol import ROW_LIMIT, TIME_LIMIT, Parameters, Table, Written
from graph.store._readonly import refuse_writes
from graph.store._schema import prepared
from graph.store._statement import literal
from graph.store._values import plain

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.model import Reading, Snapshot, Standing
    from graph.store.engines import Endpoint

T = TypeVar("T")


class BoltStore:
    """A store in whatever speaks Bolt, through the official Neo4j driver; `on_close` is called once, by close()."""

    def __init__(self, endpoint: Endpoint, *, on_close: Callable[[], None] | None = None) -> None:
        self._connection = Connection(endpoint)
        self._on_close = on_close
        self._checked = False
        self._prepared = False

    def write(self, readings: Iterable[Reading]) -> Written:
        """See Store."""
        from graph.store._writing import batches, write

        done = Written()
        for batch in batches(readings):
            self._prepare()
            done += write(self._connection, batch)
        return done

    def remove(self, document_id: str) -> bool:
        """See Store."""
        from graph.store._writing import remove

        self._check()
        return remove(self._connection, document_id)

    def put_standing(self, ties: Iterable[Standing]) -> int:
        """See Store."""
        from graph.store._writing import write_standing

        self._prepare()
        return write_standing(self._connection, list(ties))

    def rederive(self) -> None:
        """See Store."""
        from graph.store._writing import rederive

        self._prepare()
        rederive(self._connection)

    def read(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        row_limit: int = ROW_LIMIT,
        time_limit: float = TIME_LIMIT,
    ) -> Table:
        """See Store."""
        refuse_writes(cypher)

        def work(tx: ManagedTransaction) -> Table:
            table, kind = _table(tx, cypher, parameters, row_limit)
            if kind in {"w", "rw"} and not cypher.lstrip().lower().startswith("explain"):
                # Rolls back what an engine without a read mode has done.
                raise QueryError("the text writes, and this only reads", remedy="use a text that only reads")
            return table

        self._check()
        return self._connection.read(work, seconds=time_limit)

    def run(self, cypher: str, parameters: Parameters | None = None) -> Table:
        """See Store."""
        self._check()
        return self._connection.write(lambda tx: _table(tx, cypher, parameters, ROW_LIMIT)[0])

    def counts(self) -> Mapping[str, int]:
        """See Store."""
        from graph.store._snapshot import counts

        return self._look(counts)

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """See Store."""
        from graph.store._snapshot import part, whole

        return self._look(whole if limit is None else lambda tx: part(tx, limit))

    def close(self) -> None:
        """See Store."""
        self._connection.close()
        if self._on_close is not None:
            self._on_close()
            self._on_close = None

    def __enter__(self) -> BoltStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _look(self, work: Callable[[ManagedTransaction], T]) -> T:
        self._check()
        return self._connection.read(work)

    def _check(self) -> None:
        # In a transaction of its own: Neo4j runs no command like SHOW DATABASES after a query.
        if not self._checked:
            self._prepared = self._connection.read(prepared)
            self._checked = True

    def _prepare(self) -> None:
        self._check()
        if not self._prepared:
            from graph.store._writing import prepare

            prepare(self._connection)
            self._prepared = True


def _table(
    tx: ManagedTransaction, cypher: str, parameters: Parameters | None, row_limit: int
) -> tuple[Table, str | None]:
    result = tx.run(literal(cypher), dict(parameters or {}))
    columns = tuple(result.keys())
    found = [tuple(plain(value) for value in record.values()) for record in islice(result, row_limit + 1)]
    kind = result.consume().query_type
    return Table(columns, tuple(found[:row_limit]), truncated=len(found) > row_limit), kind
