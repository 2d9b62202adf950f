"""Writing readings, loaded by the first write: those who only ask do not wait for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from graph.model import Reading, Standing
from graph.relations import relations
from graph.store._apply import apply
from graph.store._change import change, removal
from graph.store._chunks import chunks
from graph.store._connection import Connection
from graph.store._protocol import Written
from graph.store._schema import STATEMENTS, lock, refuse_foreign
from graph.store._standing import held_standing, put_standing, wanted
from graph.store._statement import rows
from graph.store._stored import stored, stored_documents
from graph.store._ties import rederive_relation

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_BATCH = 50
_RACES = 10


def batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Readings in lists that one transaction can carry, never holding more of them than that in memory."""
    yield from chunks(readings, rows=_BATCH)


def prepare(connection: Connection) -> None:
    """Make constraints and indexes before the first write; to make them twice does no harm."""
    connection.read(refuse_foreign)
    for statement in STATEMENTS:
        connection.write(partial(rows, text=statement), races=_RACES)
    connection.write(lock, races=_RACES)


def write(connection: Connection, batch: Sequence[Reading]) -> Written:
    """Make the store hold these readings, in one transaction."""

    def work(tx: ManagedTransaction) -> Written:
        lock(tx)
        return apply(tx, change(batch, stored(tx, batch)))

    # What is already there is not written again: a second load changes nothing, not even the lock.
    if not connection.read(lambda tx: bool(change(batch, stored(tx, batch)))):
        return Written()
    return connection.write(work, races=_RACES)


def write_standing(connection: Connection, ties: Sequence[Standing]) -> int:
    """Let the store hold these ties of the register, in one transaction."""

    def work(tx: ManagedTransaction) -> int:
        lock(tx)
        return put_standing(tx, wanted(tx, ties))

    if connection.read(lambda tx: wanted(tx, ties) == held_standing(tx)):
        return 0
    return connection.write(work, races=_RACES)


def remove(connection: Connection, document_id: str) -> bool:
    """Take a document out with all its evidence; False if there is no such document."""

    def work(tx: ManagedTransaction) -> bool:
        lock(tx)
        held = stored_documents(tx, [document_id], [])
        if document_id in held.documents:
            apply(tx, removal(document_id, held))
        return document_id in held.documents

    return connection.read(partial(_has, document_id=document_id)) and connection.write(work, races=_RACES)


def rederive(connection: Connection) -> None:
    """Derive all ties again, the ties of one relation in one transaction."""
    for name in relations():
        connection.write(partial(_rederive, name=name), races=_RACES)


def _has(tx: ManagedTransaction, document_id: str) -> bool:
    return bool(rows(tx, "MATCH (d:Document {id: $id}) RETURN d.id AS id", id=document_id))


def _rederive(tx: ManagedTransaction, name: str) -> None:
    lock(tx)
    rederive_relation(tx, name)
