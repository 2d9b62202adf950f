from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.network._types import Array, Numbers, Truth


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What lies around one actor, as indices, so that costs need no loop.

    `mine` are its lines and `partners` the actors at their other ends; `elsewhere` are all other lines and `others` all
    other actors. `third[i, j]` tells whether `others[j]` is not the partner of line i. `pairs` are the pairs of its
    lines; `beyond` holds (line of mine, actor) for every further line of a partner.
    """

    actor: int
    mine: Numbers
    partners: Numbers
    elsewhere: Numbers
    others: Numbers
    third: Truth
    pairs: tuple[Numbers, Numbers]
    beyond: tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn: boxes, lines between pairs of actors, and the frame (half its width and height).

    `half` is half the size of each box and `centre` the way from the actor's position to its middle. `wish` is how long
    each line would like to be, `least` how long it must be for its words; `spread` is half the width of the bundle of
    parallel lines. `words` is the width of the words on each line, `heed` how much the line counts.
    """

    half: Array
    centre: Array
    lines: Numbers
    wish: Array
    least: Array
    words: Array
    heed: Array
    spread: Array
    frame: Array

    @property
    def worded(self) -> bool:
        """Whether there are words on the lines at all."""
        return bool(self.words.any())

    def neighbours(self, actor: int) -> Neighbours:
        """What lies around the actor."""
        touching = (self.lines == actor).any(axis=1)
        mine = np.flatnonzero(touching)
        partners = self._partners(actor, mine)
        others = np.flatnonzero(np.arange(len(self.half)) != actor)
        further = [(at, third) for at, partner in enumerate(partners) for third in self._further(int(partner), actor)]
        return Neighbours(
            actor=actor,
            mine=mine,
            partners=partners,
            elsewhere=np.flatnonzero(~touching),
            others=others,
            third=others[None] != partners[:, None],
            pairs=np.triu_indices(len(mine), 1),
            beyond=(_column(further, 0), _column(further, 1)),
        )

    def _partners(self, actor: int, lines: Numbers) -> Numbers:
        ends = self.lines[lines]
        return np.where(ends[:, 0] == actor, ends[:, 1], ends[:, 0])

    def _further(self, partner: int, actor: int) -> list[int]:
        lines = np.flatnonzero((self.lines == partner).any(axis=1))
        return [int(third) for third in self._partners(partner, lines) if third != actor]


def _column(rows: list[tuple[int, int]], column: int) -> Numbers:
    return np.array([row[column] for row in rows], dtype=np.intp)
