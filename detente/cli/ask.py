from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from detente import _store
from detente.cli._options import Format, Parameters, TableFormat, key_values
from detente.cli._tables import print_answer

if TYPE_CHECKING:
    from graph.store import Table
    from queries import Query


def query(
    name: Annotated[
        str | None, typer.Argument(help="The question; without it all are listed.", show_default=False)
    ] = None,
    given: Parameters = None,
    how: Format = TableFormat.TABLE,
) -> None:
    """Ask a question of the library, or list them."""
    import queries

    if name is None:
        library = queries.library().values()
        rows = [(each.name, short(each), ", ".join(map(str, each.parameters))) for each in library]
        print_answer(("name", "question", "parameters"), rows, how)
        return

    parameters = key_values(given)
    with _store.open_store() as store:
        _print(queries.run(store, name, parameters), how)


def cypher(
    text: Annotated[str, typer.Argument(help="A question in Cypher.")],
    given: Parameters = None,
    write: Annotated[bool, typer.Option("--write", help="Let it change the store.")] = False,
    how: Format = TableFormat.TABLE,
) -> None:
    """Ask in Cypher."""
    parameters = key_values(given)
    with _store.open_store() as store:
        _print(store.run(text, parameters) if write else store.read(text, parameters), how)


def short(asked: Query) -> str:
    """The question without what explains it."""
    question, mark, _ = asked.question.partition("?")
    return question + mark


def _print(table: Table, how: TableFormat) -> None:
    print_answer(table.columns, table.rows, how)
    if table.truncated:
        sys.stdout.flush()
        print(f"detente: only the first {len(table.rows)} rows; add a LIMIT or narrow it", file=sys.stderr)
