"""Where things happen: towns and regions that are no actors, and whose country is meant by them."""

from __future__ import annotations

from functools import cache

from loaders.english._data import load
from loaders.english._words import Token

_LONGEST = 4


def place_of(token: Token) -> tuple[str, int, int] | None:
    """The id of the country that the place belongs to whose name a token is in, with its first and last token."""
    doc = token.doc
    starts = [i for i in range(max(0, token.i - _LONGEST + 1), token.i + 1) if doc[i].text in _beginnings()]
    for length in range(_LONGEST, 0, -1) if starts else ():
        for start in starts:
            span = doc[start : start + length]
            inside = start + length > token.i and len(span) == length
            if inside and (country := _places().get(span.text)) is not None:
                return country, start, start + length - 1
    return None


def place_named(name: str) -> str | None:
    """The id of the country that a place of this name belongs to.

    >>> place_named("Goma")
    'democratic-republic-of-the-congo'
    """
    return _places().get(name)


@cache
def _beginnings() -> frozenset[str]:
    """What the first word of a place can be, wherever its name is cut: all that a name begins with."""
    return frozenset(name[:length] for name in _places() for length in range(1, len(name) + 1))


@cache
def _places() -> dict[str, str]:
    return {name: country for country, names in load("places.yaml").items() for name in names}
