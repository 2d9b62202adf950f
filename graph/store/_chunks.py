from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from graph.errors import InputError

T = TypeVar("T")

# ArcadeDB takes no message of more than 16 MiB; a character is at most four bytes long in UTF-8.
MOST_CHARACTERS = 3_500_000
MOST_ROWS = 1_000


def chunks(values: Iterable[T], rows: int = MOST_ROWS, characters: int = MOST_CHARACTERS) -> Iterator[list[T]]:
    """The values in lists that one message can carry.

    Raises InputError for a value too large for any message.

    >>> list(chunks(["a", "bcd", "ef"], rows=2, characters=4))
    [['a', 'bcd'], ['ef']]
    """
    chunk: list[T] = []
    size = 0
    for value in values:
        weight = _characters(value)
        if weight > characters:
            raise InputError(f"a text of {weight:,} characters is too long to store", remedy="split it")
        if chunk and (size + weight > characters or len(chunk) == rows):
            yield chunk
            chunk, size = [], 0
        chunk.append(value)
        size += weight
    if chunk:
        yield chunk


def _characters(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_characters(each) for each in value.values())
    if isinstance(value, list | tuple):
        return sum(_characters(each) for each in value)
    return 0
