"""Places for the many around a few that are drawn well already: each where its ties lead, none upon another."""

from __future__ import annotations

import math

import numpy as np

from graph.network._boxes import Boxes
from graph.network._types import Array, PairGraph, Truth

_GAP = 12.0
_SPARE = 1.25  # places for each actor, so that the last ones still have a choice
_ROUNDS = 4


def surround(
    pairs: PairGraph, inner: dict[int, tuple[float, float]], order: list[int], room: Boxes, aspect: float
) -> Array:
    """Positions of all actors: those of `inner` where they are, all others in `order` on a net of cells around them.

    An actor goes to the free cell nearest to the middle of those that it is tied to. Cells are as large as the largest
    box of an actor outside, so no two boxes overlap.
    """
    spots = np.zeros((len(room.half), 2))
    known = np.zeros(len(spots), dtype=np.bool_)
    for actor, spot in inner.items():
        spots[actor], known[actor] = spot, True
    cells = _cells(_frame(spots, list(inner), room), room.size[order].max(axis=0) + _GAP, len(order), aspect)
    free = np.ones(len(cells), dtype=np.bool_)
    near = {actor: np.array(sorted(set(pairs[actor]) - {actor}), dtype=np.intp) for actor in order}
    seats: dict[int, int] = {}
    for _ in range(_ROUNDS):
        for actor in order:
            if actor in seats:
                free[seats[actor]] = True
            seats[actor] = seat = _best(spots[near[actor][known[near[actor]]]], cells, free)
            free[seat] = False
            spots[actor], known[actor] = cells[seat] - room.centre[actor], True
    return spots


def _best(tied: Array, cells: Array, free: Truth) -> int:
    """The free cell nearest to the middle of these places; the outermost for an actor without any."""
    wish = tied.mean(axis=0) if len(tied) else cells[-1]
    return int(np.where(free, ((cells - wish) ** 2).sum(axis=1), np.inf).argmin())


def _frame(spots: Array, inner: list[int], room: Boxes) -> tuple[Array, Array]:
    """The corners of what is drawn already."""
    boxes = room.of(inner)
    low = np.stack([spots[inner, 0] - boxes.half, spots[inner, 1] - boxes.up], axis=1).min(axis=0)
    high = np.stack([spots[inner, 0] + boxes.half, spots[inner, 1] + boxes.down], axis=1).max(axis=0)
    return low - _GAP, high + _GAP


def _cells(frame: tuple[Array, Array], size: Array, many: int, aspect: float) -> Array:
    """Middles of cells outside the frame, nearest to its middle first; every other row is shifted by half a cell."""
    low, high = frame
    middle = (low + high) / 2
    area = float((high - low).prod()) + many * _SPARE * float(size.prod())
    while True:
        half = np.array([math.sqrt(area * aspect), math.sqrt(area / aspect)]) / 2
        half = np.maximum(half, (high - low) / 2 + size)
        columns, rows = (math.ceil(float(each)) for each in half / size)
        down, across = np.mgrid[-rows : rows + 1, -columns : columns + 1]
        places = np.stack([across + 0.5 * (down % 2), down], axis=2).reshape(-1, 2) * size + middle
        outside = places[((places + size / 2 <= low) | (places - size / 2 >= high)).any(axis=1)]
        if len(outside) >= many:
            break
        area *= 1.2
    away = (((outside - middle) / half) ** 2).sum(axis=1)
    ordered: Array = outside[np.argsort(away, kind="stable")]
    return ordered
