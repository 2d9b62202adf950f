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

    def laid_over(self, entries: Mapping[str, Entry]) -> LazyEntries:
        """With these in place of those of the same id, sorted by id."""
        raw = {ident: self._raw.get(ident, {}) for ident in sorted(self._raw.keys() | entries.keys())}
        found = LazyEntries(raw, self._make)
        found._made = {**self._made, **entries}
        return found

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


class Layered(Mapping[str, Entry]):
    """Entries by id, some of them in place of others, without a copy of all."""

    def __init__(self, over: Mapping[str, Entry], under: Mapping[str, Entry]) -> None:
        self._over = over
        self._under = under

    def __getitem__(self, ident: str) -> Entry:
        return self._over[ident] if ident in self._over else self._under[ident]

    def __contains__(self, ident: object) -> bool:
        return ident in self._over or ident in self._under

    def __iter__(self) -> Iterator[str]:
        yield from self._under
        yield from (ident for ident in self._over if ident not in self._under)

    def __len__(self) -> int:
        return sum(1 for _ in self)
