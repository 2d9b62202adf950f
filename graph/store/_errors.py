from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import DetenteError, InputError, QueryError, StoreAuthError, StoreUnavailableError
from graph.store._syntax import wrong_place

if TYPE_CHECKING:
    from neo4j.exceptions import Neo4jError

    from graph.store.engines import Endpoint

_PASSWORD = "set NEO4J_USER and NEO4J_PASSWORD to those of the server"  # noqa: S105
_EXAMPLE = "MATCH (a:Actor) RETURN a.name"
_LONGEST = 300


@contextmanager
def translated(endpoint: Endpoint) -> Iterator[None]:
    """Turn every error of the driver into one of ours: one line that says what to do."""
    from neo4j.exceptions import (
        ConfigurationError,
        DriverError,
        Neo4jError,
    )

    try:
        yield
    except Neo4jError as error:
        raise _from_server(error, endpoint) from error
    except ConfigurationError as error:
        raise StoreUnavailableError(f"{endpoint.uri}: {_line(error)}", remedy="correct NEO4J_URI") from error
    except (DriverError, OSError) as error:
        raise StoreUnavailableError(f"nothing answers at {endpoint.uri}", remedy=_start(endpoint)) from error
    except UnicodeEncodeError as error:
        raise InputError("a text holds half a character (a lone surrogate)", remedy="save it as UTF-8") from error
    except (TypeError, ValueError, OverflowError) as error:
        if isinstance(error, DetenteError):
            raise
        raise QueryError(f"a parameter cannot be sent: {_line(error)}", remedy="use text, numbers and lists") from error


def _from_server(error: Neo4jError, endpoint: Endpoint) -> DetenteError:
    code = error.code or ""
    if ".Security.AuthenticationRateLimit" in code:
        return StoreAuthError(f"{endpoint.uri} refused too many passwords", remedy="wait a minute, then try again")
    if ".Security.CredentialsExpired" in code:
        return StoreAuthError(f"the password for {endpoint.uri} has expired", remedy="set a new one in Neo4j")
    if ".Security.Forbidden" in code:
        return StoreAuthError(f"user {endpoint.user!r} may not do this at {endpoint.uri}: {_line(error)}")
    if ".Security." in code:
        return StoreAuthError(f"{endpoint.uri} refused user {endpoint.user!r} or the password", remedy=_PASSWORD)
    if ".Database." in code:
        return StoreUnavailableError(f"{endpoint.uri}: {_line(error)}", remedy="set NEO4J_DATABASE to one that exists")
    return _from_statement(code, error, endpoint)


def _from_statement(code: str, error: Neo4jError, endpoint: Endpoint) -> DetenteError:
    if "TimedOut" in code or "Terminated" in code:
        return QueryError("the query took too long and was stopped", remedy="ask for less, or use LIMIT")
    if "AccessMode" in code:
        return QueryError("the text writes, and this only reads", remedy="use a text that only reads")
    if "ParameterMissing" in code:
        return QueryError(_line(error), remedy="give each parameter of the text a value")
    if "ConstraintValidation" in code:
        return QueryError(_line(error), remedy="each actor, document and claim has an id of its own")
    if code.startswith("Neo.TransientError"):
        return StoreUnavailableError(f"{endpoint.uri} is busy: {_line(error)}", remedy="try again")
    return _from_text(error, endpoint)


def _from_text(error: Neo4jError, endpoint: Endpoint) -> QueryError:
    if "Check the server log" in str(error.message):
        # All that an ArcadeDB in production mode says of any error.
        return QueryError("the store cannot run the text and does not say why", remedy=_reason(endpoint))
    place = wrong_place(str(error.message))
    if place:
        return QueryError(place, remedy=f"correct the Cypher text, e.g. {_EXAMPLE}")
    return QueryError(_line(error), remedy="correct the Cypher text")


def _start(endpoint: Endpoint) -> str:
    if endpoint.engine == "neo4j":
        return "start the server, or correct NEO4J_URI"
    return "try again; the embedded store starts anew"


def _reason(endpoint: Endpoint) -> str:
    if endpoint.engine == "neo4j":
        return f"see the log of the server, or try {_EXAMPLE}"
    return f"run `detente stop` and ask again, or try {_EXAMPLE}"


def _line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error)
    first = " ".join(str(text).strip().split("\n", 1)[0].split()).rstrip(".:")
    return first if len(first) <= _LONGEST else first[: _LONGEST - 1] + "…"
