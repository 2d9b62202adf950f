from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from queries._header import parse
from queries._query import Query


@cache
def library() -> Mapping[str, Query]:
    """All questions of the library, by name, in alphabetical order.

    Raises QueryError for a file with a bad header.

    >>> "alliances" in library()
    True
    """
    found = sorted((each for each in files("queries").iterdir() if each.name.endswith(".cypher")), key=lambda f: f.name)
    parsed = [parse(each.read_text(encoding="utf-8"), each.name) for each in found]
    return MappingProxyType({query.name: query for query in parsed})
