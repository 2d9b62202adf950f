from __future__ import annotations

from collections.abc import Mapping

from graph.store._protocol import Value


def plain(value: object) -> Value:
    """What the driver returned, as a plain value.

    Nodes and relationships become their properties, sorted by name, a path becomes its nodes and relationships in
    turn, and dates, times and durations become ISO 8601 text, so that both engines give the same.

    >>> plain([1, {"b": 2, "a": None}])
    (1, {'a': None, 'b': 2})
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(plain(each) for each in value)
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return _graph_or_time(value)


def _graph_or_time(value: object) -> Value:
    from neo4j.graph import Entity, Path

    if isinstance(value, Entity):
        return {key: plain(each) for key, each in sorted(value.items())}
    if isinstance(value, Path):
        steps: list[Value] = [plain(value.nodes[0])]
        for link, node in zip(value.relationships, value.nodes[1:], strict=True):
            steps += [plain(link), plain(node)]
        return tuple(steps)
    iso = getattr(value, "iso_format", None)
    return str(iso()) if callable(iso) else str(value)
