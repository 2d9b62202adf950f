"""Names that hold for a time: Belgrade was the capital of Yugoslavia, Bonn that of West Germany."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Alias, AliasKind
from graph.register import Candidate, Match


def timely(matches: Iterable[Match], date: str | None) -> Iterator[Match]:
    """The matches with the meanings that hold at a date, where a word has several; all of them without a date.

    An old name of a state still means it, but a city that is no longer the capital is only a city.
    """
    for each in matches:
        if date is None or all(one.alias.since is one.alias.until is None for one in each.candidates):
            yield each
        elif left := _left(each.candidates, date):
            yield replace(each, candidates=left)


def _left(candidates: tuple[Candidate, ...], date: str) -> tuple[Candidate, ...]:
    holding = tuple(each for each in candidates if holds(each.alias, date))
    dated = tuple(each for each in holding if each.alias.since or each.alias.until)
    if dated and all(each.alias.kind is AliasKind.CAPITAL for each in candidates):
        return tuple(replace(each, alias=replace(each.alias, needs="")) for each in dated)
    return holding or tuple(each for each in candidates if each.alias.kind is not AliasKind.CAPITAL)


def holds(alias: Alias, date: str) -> bool:
    """Whether a name was in use on any day of a date."""
    return (alias.since or "") <= f"{date}-99" and (alias.until is None or date <= f"{alias.until}-99")
