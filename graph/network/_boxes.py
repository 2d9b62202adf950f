"""How much room an actor takes: its symbol and the label beneath, in the page's units (pixels at full size)."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

import numpy as np

from graph.network._types import ActorGraph, Array, Truth

# Measured in Chromium for the page's label font (14 px), with some room for other fonts.
_LETTER = 7.2
_LINE = 17.0
_MARGIN = 7.0
_COLUMNS = (18, 21, 24)
_LINES = 3
_FURTHEST = 60.0


def radius(claims: int) -> float:
    """Half the height of an actor's symbol: grows with the logarithm of the claims that name it.

    >>> radius(0), radius(3), radius(10_000)
    (9.0, 15.0, 26.0)
    """
    return min(26.0, 9.0 + 3.0 * math.log2(1 + claims))


def label_lines(name: str) -> tuple[str, ...]:
    """A name in at most three lines of about 18 letters, up to 24 where the whole name needs them.

    >>> label_lines("Iranian-backed militias in Syria")
    ('Iranian-backed', 'militias in Syria')
    >>> label_lines("Islamic Revolutionary Guard Corps")
    ('Islamic', 'Revolutionary', 'Guard Corps')
    >>> label_lines("Inter-Parliamentary Alliance")
    ('Inter-Parliamentary', 'Alliance')
    """
    words = " ".join(name.split())
    longest = max((len(word) for word in words.split()), default=0)
    fitting = [each for each in _COLUMNS if each >= min(longest, _COLUMNS[-1])]
    for columns in fitting:
        lines = textwrap.wrap(words, columns, break_on_hyphens=False)
        if len(lines) <= _LINES:
            break
    else:
        lines = textwrap.wrap(words, fitting[0], break_on_hyphens=False, max_lines=_LINES, placeholder="…")
    return tuple(lines) or (name[: _COLUMNS[0]],)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes of actors: how far each reaches to both sides, up and down from its position."""

    half: Array
    up: Array
    down: Array

    @property
    def size(self) -> Array:
        """Width and height of each box."""
        return np.stack([2 * self.half, self.up + self.down], axis=1)

    @property
    def centre(self) -> Array:
        """From the position of the symbol to the centre of the box."""
        return np.stack([np.zeros_like(self.up), (self.down - self.up) / 2], axis=1)

    def of(self, actors: list[int]) -> Boxes:
        """The boxes of some of the actors."""
        return Boxes(self.half[actors], self.up[actors], self.down[actors])


def boxes(graph: ActorGraph, names: list[str], text: float) -> Boxes:
    """The boxes of these actors, in their order, with labels so many times the normal size."""
    labels = [label_lines(str(graph.nodes[name].get("name", name))) for name in names]
    symbol = np.array([radius(int(graph.nodes[name].get("claims", 0))) for name in names])
    wide = np.array([max(map(len, lines)) * _LETTER * text for lines in labels])
    tall = np.array([len(lines) * _LINE * text for lines in labels])
    return Boxes(np.maximum(symbol, wide / 2) + _MARGIN, symbol + _MARGIN, symbol + tall + _MARGIN)


def push_apart(positions: Array, room: Boxes, rounds: int) -> Array:
    """Positions at which no two boxes overlap, as near to the given ones as so many rounds of pushing find them."""
    spots = positions.copy()
    size, offset = room.size, room.centre
    need = (size[:, None] + size[None]) / 2
    # Two actors on the very same spot part in the order of their names.
    order = np.sign(np.arange(len(spots))[:, None] - np.arange(len(spots))[None])[..., None]
    for _ in range(rounds):
        middle = spots + offset
        gap = middle[:, None] - middle[None]
        over = need - np.abs(gap)
        hit: Truth = (over > 0).all(axis=2) & (order[..., 0] != 0)
        if not hit.any():
            break
        axis = over.argmin(axis=2)
        side = np.where(gap == 0, order, np.sign(gap))
        push = np.where(hit[..., None] & (axis[..., None] == np.arange(2)), over * side * 0.27, 0.0)
        spots += push.sum(axis=1).clip(-_FURTHEST, _FURTHEST)
    return spots
