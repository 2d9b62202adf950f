from __future__ import annotations

from typing import TYPE_CHECKING, Any, LiteralString

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


def rows(tx: ManagedTransaction, text: str, **parameters: object) -> list[dict[str, Any]]:
    """The rows of a statement of ours.

    The text must hold nothing but names of the vocabulary; all else goes into the parameters.
    """
    return tx.run(literal(text), parameters).data()


def literal(text: str) -> LiteralString:
    """A text that the driver takes: it asks for literals, and ours hold names of the vocabulary as well."""
    return text  # pyright: ignore[reportReturnType]
