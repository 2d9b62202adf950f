"""Titles that no list can hold, by how they are made: "Minister of Energy and Mines", "Senior Joint Secretary"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from loaders.english._data import words

_LINKS = frozenset({"and", "&", ",", "of", "the"})


def portfolio_title(lowered: Sequence[str], start: int) -> int:
    """How many words from `start` on make the title of who has a portfolio; 0 where they make none.

    >>> portfolio_title(["minister", "of", "energy", "and", "mines", "fernando"], 0)
    5
    >>> portfolio_title(["foreign", "affairs", "minister", "murray"], 0)
    3
    """
    first = _over(lowered, start, words("portfolios.yaml", "ranks"))
    holder = _over(lowered, first, words("portfolios.yaml", "holders"))
    if holder > first:
        # As in "minister of state for trade".
        holder += 2 * (lowered[holder : holder + 3] == ["of", "state", "for"])
        named = _portfolio(lowered, holder + 1) if lowered[holder : holder + 1] in (["of"], ["for"]) else holder
        return named - start if named > holder + 1 else 0
    named = _portfolio(lowered, first)
    if named == first:
        return 0
    end = _over(lowered, _over(lowered, named, words("portfolios.yaml", "ranks")), words("portfolios.yaml", "holders"))
    return end - start if end > named and lowered[end - 1] in words("portfolios.yaml", "holders") else 0


@cache
def portfolio_beginnings() -> frozenset[str]:
    """The words with which a title can begin that is made of others."""
    parts = ("ranks", "seconds", "holders", "fields")
    return frozenset({"the"}).union(*(words("portfolios.yaml", part) for part in parts))


def ranked(lowered: Sequence[str], start: int) -> int:
    """How many words from `start` on say that an office is not the first of its kind: "senior joint".

    >>> ranked(["senior", "joint", "secretary", "general"], 0)
    2
    """
    return _over(lowered, start, words("portfolios.yaml", "seconds")) - start


def _over(lowered: Sequence[str], place: int, these: frozenset[str]) -> int:
    while place < len(lowered) and lowered[place] in these:
        place += 1
    return place


def _portfolio(lowered: Sequence[str], place: int) -> int:
    """The end of a portfolio, with what joins its words: "agriculture, livestock and irrigation"."""
    fields, end = words("portfolios.yaml", "fields"), place
    place += lowered[place : place + 1] == ["the"]
    if place >= len(lowered) or not _is_field(lowered[place], fields):
        return end
    while place < len(lowered) and (lowered[place] in _LINKS or _is_field(lowered[place], fields)):
        place += 1
        end = place if lowered[place - 1] not in _LINKS else end
    return end


def _is_field(word: str, fields: frozenset[str]) -> bool:
    """Whether a token is of a portfolio; "foreign affairs" may be one."""
    parts = word.split()
    return bool(parts) and fields.issuperset(parts)
