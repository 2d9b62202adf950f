"""Where things happen: towns and regions that are no actors, and whose country is meant by them."""

from __future__ import annotations

from functools import cache

from loaders.english._data import load
from loaders.english._words import Token

_LONGEST = 4


def place_of(token: Token) -> tuple[str, int, int] | None:
    """The id of the country that the place belongs to whose name a token is in, with its first and last token."""
    doc = token.doc
    for length in range(_LONGEST, 0, -1):
        for start in range(max(0, token.i - length + 1), token.i + 1):
            span = doc[start : start + length]
            if len(span) == length and (country := _places().get(span.text)) is not None:
                return country, start, start + length - 1
    return None


def place_named(name: str) -> str | None:
    """The id of the country that a place of this name belongs to.

    >>> place_named("Goma")
    'democratic-republic-of-the-congo'
    """
    return _places().get(name)


@cache
def _places() -> dict[str, str]:
    return {name: country for country, names in load("places.yaml").items() for name in names}
