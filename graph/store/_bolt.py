from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from graph.errors import QueryError
from graph.model import Reading, Snapshot
from graph.relations import relations
from graph.store._apply import apply
from graph.store._change import change, removal
from graph.store._chunks import chunks
from graph.store._connection import Connection
from graph.store._protocol import ROW_LIMIT, TIME_LIMIT, Parameters, Table, Written
from graph.store._readonly import refuse_writes
from graph.store._schema import STATEMENTS, lock, prepared, refuse_foreign
from graph.store._snapshot import counts, part, whole
from graph.store._stored import literal, rows, stored, stored_documents
from graph.store._ties import rederive_relation
from graph.store._values import plain

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.store.engines import Endpoint

T = TypeVar("T")

_BATCH = 50
_RACES = 10


class BoltStore:
    """A store in whatever speaks Bolt, through the official Neo4j driver; `on_close` is called once, by close()."""

    def __init__(self, endpoint: Endpoint, *, on_close: Callable[[], None] | None = None) -> None:
        self._connection = Connection(endpoint)
        self._on_close = on_close
        self._checked = False
        self._prepared = False

    def write(self, readings: Iterable[Reading]) -> Written:
        """See Store."""
        done = Written()
        for batch in _batches(readings):
            done += self._write(batch)
        return done

    def remove(self, document_id: str) -> bool:
        """See Store."""

        def work(tx: ManagedTransaction) -> bool:
            lock(tx)
            held = stored_documents(tx, [document_id], [])
            if document_id in held.documents:
                apply(tx, removal(document_id, held))
            return document_id in held.documents

        return self._has(document_id) and self._connection.write(work, races=_RACES)

    def rederive(self) -> None:
        """See Store."""
        self._prepare()
        for name in relations():
            self._connection.write(partial(_rederive, name=name), races=_RACES)

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
        return self._look(counts)

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """See Store."""
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

    def _write(self, batch: Sequence[Reading]) -> Written:
        def work(tx: ManagedTransaction) -> Written:
            lock(tx)
            return apply(tx, change(batch, stored(tx, batch)))

        self._prepare()
        # What is already there is not written again: a second load changes nothing, not even the lock.
        if not self._look(lambda tx: bool(change(batch, stored(tx, batch)))):
            return Written()
        return self._connection.write(work, races=_RACES)

    def _has(self, document_id: str) -> bool:
        return self._look(lambda tx: bool(rows(tx, "MATCH (d:Document {id: $id}) RETURN d.id AS id", id=document_id)))

    def _look(self, work: Callable[[ManagedTransaction], T]) -> T:
        self._check()
        return self._connection.read(work)

    def _check(self) -> None:
        if not self._checked:
            self._prepared = self._connection.read(prepared)
            self._checked = True

    def _prepare(self) -> None:
        """Make constraints and indexes before the first write; to make them twice does no harm."""
        self._check()
        if self._prepared:
            return
        self._connection.read(refuse_foreign)
        for statement in STATEMENTS:
            self._connection.write(partial(rows, text=statement), races=_RACES)
        self._connection.write(lock, races=_RACES)
        self._prepared = True


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Readings in lists that one transaction can carry, never holding more of them than that in memory."""
    yield from chunks(readings, rows=_BATCH)


def _rederive(tx: ManagedTransaction, name: str) -> None:
    lock(tx)
    rederive_relation(tx, name)


def _table(
    tx: ManagedTransaction, cypher: str, parameters: Parameters | None, row_limit: int
) -> tuple[Table, str | None]:
    result = tx.run(literal(cypher), dict(parameters or {}))
    columns = tuple(result.keys())
    found = [tuple(plain(value) for value in record.values()) for record in islice(result, row_limit + 1)]
    kind = result.consume().query_type
    return Table(columns, tuple(found[:row_limit]), truncated=len(found) > row_limit), kind
