from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from graph.model import Reading, Snapshot, Standing

Value: TypeAlias = "bool | int | float | str | tuple[Value, ...] | Mapping[str, Value] | None"
"""A cell of an answer. Dates and times come as ISO 8601 text, nodes and relationships as their properties."""

Parameters: TypeAlias = Mapping[str, object]

ROW_LIMIT = 10_000
TIME_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query. `truncated` tells that there were more rows than asked for.

    >>> Table(("actor", "ties"), (("Iran", 3),)).records()
    [{'actor': 'Iran', 'ties': 3}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False

    def records(self) -> list[dict[str, Value]]:
        """Each row as a dictionary, keyed by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Written:
    """How many documents, claims, ties and actors a write added that were not there before.

    >>> Written(documents=1, claims=2) + Written(claims=3)
    Written(documents=1, claims=5, ties=0, actors=0)
    """

    documents: int = 0
    claims: int = 0
    ties: int = 0
    actors: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


class Store(Protocol):
    """A place that keeps the graph.

    Every method raises StoreUnavailableError when nothing answers, StoreAuthError when the user or the password is
    refused, and StoreVersionError when another version of detente, or too old an engine, is at the other end.
    """

    def write(self, readings: Iterable[Reading]) -> Written:
        """Add what was read; what is already there stays as it is.

        A reading says all that its document says: claims of an earlier reading of the same document that it does not
        hold are taken out. Each batch of readings is one transaction; a batch that fails leaves nothing behind.

        Raises VocabularyError for a relation outside the vocabulary, and InputError for a claim whose actor or
        document the reading does not hold.
        """
        ...

    def remove(self, document_id: str) -> bool:
        """Take out a document with all its evidence: its claims, and what of ties and actors rests on them alone.

        False if there is no such document.
        """
        ...

    def put_standing(self, ties: Iterable[Standing]) -> int:
        """Let the store hold those of these ties of the register that are between its actors, and no others of it.

        They carry `source: 'register'`, no claims, and where known `office`, `since`, `until` and `as_of`; no other tie
        has a `source`. Returns how many are new.
        """
        ...

    def rederive(self) -> None:
        """Compute all ties again from the claims."""
        ...

    def read(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        row_limit: int = ROW_LIMIT,
        time_limit: float = TIME_LIMIT,
    ) -> Table:
        """Ask in Cypher; at most `row_limit` rows, within `time_limit` seconds.

        Raises QueryError for a text that is wrong, that writes, or that takes too long.
        """
        ...

    def run(self, cypher: str, parameters: Parameters | None = None) -> Table:
        """Run a Cypher text that may write, in one transaction.

        Raises QueryError for a text that is wrong or breaks a constraint.
        """
        ...

    def counts(self) -> Mapping[str, int]:
        """How many actors, documents, claims and ties there are; of the register's ties if there are any."""
        ...

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """The graph in memory; with `limit`, only that many actors, those with the most evidence in their ties.

        Actors whom the claims between these quote come on top, so that no claim refers to an actor left out.
        """
        ...

    def close(self) -> None:
        """Give the connection back. A closed store must not be used."""
        ...

    def __enter__(self) -> Store: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
