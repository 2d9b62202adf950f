"""Puts the components of a graph on one sheet: the largest first, each other one where it enlarges the sheet least."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from graph.network._boxes import Boxes
from graph.network._types import Array, Numbers, Truth

_CELL = 8.0
_GAP = 3  # cells between a component and all that was placed before it
_SLACK, _INWARD = 0.01, 0.05  # growing without need, and lying inside another component, against growing


@dataclass(frozen=True, slots=True)
class Component:
    """Actors, where each is drawn within the component, and its lines as pairs of places in that list."""

    actors: list[int]
    places: Array
    lines: Numbers


def pack(components: list[Component], room: Boxes, aspect: float) -> Array:
    """Positions of all actors: no component lies on a box or a line of another one.

    The sheet is made of cells; `origin` is where its upper left cell lies as the sheet grows.
    """
    spots = np.zeros((len(room.half), 2))
    taken, origin = np.zeros((0, 0), dtype=np.bool_), np.zeros(2)
    for component in components:
        boxes = room.of(component.actors)
        low, size = _reach(component.places, boxes)
        if not taken.size:
            taken, at = _filled(component, boxes, low, size), np.zeros(2, dtype=np.intp)
        else:
            wide, tall = (math.ceil(each / _CELL) for each in size)
            at = _best(taken, wide, tall, aspect)
            taken = _grown(taken, at, wide, tall)
        spots[component.actors] = component.places - low + origin + at * _CELL
        origin = origin + np.minimum(at, 0) * _CELL
    return spots


def _reach(places: Array, boxes: Boxes) -> tuple[Array, Array]:
    """The upper left corner of the component, and its width and height."""
    low = np.stack([places[:, 0] - boxes.half, places[:, 1] - boxes.up], axis=1).min(axis=0)
    high = np.stack([places[:, 0] + boxes.half, places[:, 1] + boxes.down], axis=1).max(axis=0)
    return low, high - low


def _filled(component: Component, boxes: Boxes, low: Array, size: Array) -> Truth:
    """The cells that the boxes and lines of a component take: rows from top to bottom."""
    wide, tall = (math.ceil(each / _CELL) for each in size)
    taken = np.zeros((tall, wide), dtype=np.bool_)
    places = component.places - low
    first = np.stack([places[:, 0] - boxes.half, places[:, 1] - boxes.up], axis=1) // _CELL
    last = np.stack([places[:, 0] + boxes.half, places[:, 1] + boxes.down], axis=1) // _CELL + 1
    for (left, top), (right, bottom) in zip(first.astype(int), last.astype(int), strict=True):
        taken[max(0, top) : bottom, max(0, left) : right] = True
    for start, end in places[component.lines]:
        steps = np.linspace(0, 1, 2 + int(np.abs(end - start).max() / _CELL * 2))[:, None]
        column, row = ((start + (end - start) * steps) // _CELL).astype(int).T
        taken[row.clip(0, tall - 1), column.clip(0, wide - 1)] = True
    return taken


def _best(taken: Truth, wide: int, tall: int, aspect: float) -> Numbers:
    """Column and row for a block of cells: free all around, and the sheet of this aspect grows least."""
    rows, columns = taken.shape
    high, broad = tall + 2 * _GAP, wide + 2 * _GAP
    sums = np.pad(np.pad(taken, ((high, high), (broad, broad))), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    inside = sums[high:, broad:] - sums[:-high, broad:] - sums[high:, :-broad] + sums[:-high, :-broad]
    top = (np.arange(inside.shape[0]) - tall - _GAP)[:, None]
    left = (np.arange(inside.shape[1]) - wide - _GAP)[None]
    first_row, last_row = np.minimum(top, 0), np.maximum(top + tall, rows)
    first_column, last_column = np.minimum(left, 0), np.maximum(left + wide, columns)
    height, width = last_row - first_row, last_column - first_column
    down = np.minimum(top - first_row, last_row - top - tall)
    across = np.minimum(left - first_column, last_column - left - wide)
    paid = np.maximum(width / aspect, height) + _SLACK * (width + height) + _INWARD * np.minimum(down, across)
    row, column = np.unravel_index(int(np.where(inside == 0, paid, np.inf).argmin()), inside.shape)
    return np.array([left[0, column], top[row, 0]], dtype=np.intp)


def _grown(taken: Truth, at: Numbers, wide: int, tall: int) -> Truth:
    rows, columns = taken.shape
    left, top = (int(each) for each in at)
    more = ((max(0, -top), max(0, top + tall - rows)), (max(0, -left), max(0, left + wide - columns)))
    grown = np.pad(taken, more)
    grown[max(0, top) : max(0, top) + tall, max(0, left) : max(0, left) + wide] = True
    return grown
