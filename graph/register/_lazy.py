from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.register._entries import Entry


class LazyEntries(Mapping[str, Entry]):
    """Entries by id, each made from its compiled form when it is first asked for."""

    def __init__(self, raw: Mapping[str, Mapping[str, Any]], make: Callable[[Mapping[str, Any]], Entry]) -> None:
        self._raw = raw
        self._make = make
        self._made: dict[str, Entry] = {}

    def __getitem__(self, ident: str) -> Entry:
        if ident not in self._made:
            self._made[ident] = self._make(self._raw[ident])
        return self._made[ident]

    def __contains__(self, ident: object) -> bool:
        return ident in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
