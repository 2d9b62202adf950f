from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.errors import QueryError
from queries._library import library
from queries._names import actor_id, closest, document_id
from queries._query import Default, Parameter, ParameterType, Query
from queries._values import checked

if TYPE_CHECKING:
    from graph.store import Store, Table


def run(store: Store, name: str, parameters: Mapping[str, object] | None = None) -> Table:
    """The answer to one question of the library.

    Values may be text as from a command line ("50", "true", "2019-12"). Raises QueryError for a question or a
    parameter that does not exist, a parameter that is missing or of another type, and an actor or a document that
    the store does not hold or that is not the only one of that name.
    """
    query = _named(name)
    values = _values(store, query, parameters or {})
    table = store.read(query.text, values)
    # An engine may leave out the columns of an answer without rows.
    return table if table.rows else replace(table, columns=query.columns)


def _named(name: str) -> Query:
    queries = library()
    if name in queries:
        return queries[name]
    from difflib import get_close_matches

    close = get_close_matches(name.casefold().replace("_", "-"), queries, n=3)
    advice = f"{closest(close)} There are" if close else "choose one of"
    raise QueryError(f"no query {name!r}", remedy=f"{advice} {', '.join(queries)}")


def _values(store: Store, query: Query, given: Mapping[str, object]) -> dict[str, Default]:
    known = {parameter.name: parameter for parameter in query.parameters}
    for key in given:
        if key not in known:
            raise QueryError(f"query {query.name!r} has no parameter {key!r}", remedy=_takes(query))
    return {name: _value(store, query, parameter, given) for name, parameter in known.items()}


def _value(store: Store, query: Query, parameter: Parameter, given: Mapping[str, object]) -> Default:
    value = given.get(parameter.name)
    if value is None:
        if parameter.required:
            raise QueryError(f"query {query.name!r} needs {parameter.name!r}", remedy=_takes(query))
        value = parameter.default
    if value is None:
        return None
    result = checked(parameter, value)
    if parameter.type is ParameterType.ACTOR:
        return actor_id(store, str(result))
    if parameter.type is ParameterType.DOCUMENT:
        return document_id(store, str(result))
    return result


def _takes(query: Query) -> str:
    if not query.parameters:
        return "it takes none"
    return f"it takes {', '.join(str(parameter) for parameter in query.parameters)}"
