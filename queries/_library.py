from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from queries._header import parse
from queries._query import Query

# importlib.resources is slow to import, and the folder is a plain one wherever pip puts it.
_FOLDER = Path(__file__).parent


@cache
def library() -> Mapping[str, Query]:
    """All questions of the library, by name, in alphabetical order.

    Raises QueryError for a file with a bad header.

    >>> "alliances" in library()
    True
    """
    found = sorted(_FOLDER.glob("*.cypher"))
    parsed = [parse(each.read_text(encoding="utf-8"), each.name) for each in found]
    return MappingProxyType({query.name: query for query in parsed})
