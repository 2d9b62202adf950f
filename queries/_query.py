from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Default: TypeAlias = bool | int | float | str | None


class ParameterType(StrEnum):
    """What a parameter takes."""

    TEXT = "text"
    ACTOR = "actor"
    DOCUMENT = "document"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query.

    >>> str(Parameter("since", ParameterType.DATE, required=False))
    'since: date = null'
    """

    name: str
    type: ParameterType
    required: bool = True
    default: Default = None

    def __str__(self) -> str:
        if self.required:
            return f"{self.name}: {self.type}"
        shown = "null" if self.default is None else str(self.default)
        return f"{self.name}: {self.type} = {shown.lower() if isinstance(self.default, bool) else shown}"


@dataclass(frozen=True, slots=True)
class Query:
    """One question of the library: what it asks, what it takes, which columns it gives, and its Cypher text."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
