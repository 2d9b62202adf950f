"""Which refusals of a write mean that another writer was first, so that the work is done again."""

from __future__ import annotations

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import QueryError
from graph.store._connection import is_race


def refused(code: str) -> QueryError:
    error = QueryError("refused")
    error.__cause__ = Neo4jError._hydrate_neo4j(code=code, message="as the server says it")
    return error


@pytest.mark.parametrize(
    "code", ["Neo.ClientError.Statement.EntityNotFound", "Neo.ClientError.Schema.ConstraintValidationFailed"]
)
def test_a_race_is_tried_again(code: str) -> None:
    assert is_race(refused(code))


@pytest.mark.parametrize("code", ["Neo.ClientError.Statement.SyntaxError", "Neo.ClientError.Statement.TypeError"])
def test_a_fault_of_the_text_is_not(code: str) -> None:
    assert not is_race(refused(code))


def test_an_error_of_ours_is_not() -> None:
    assert not is_race(QueryError("no such query"))
