"""Plane geometry on whole arrays: do lines cross, do lines run through boxes. All shapes broadcast."""

from __future__ import annotations

import numpy as np

from graph.network._types import Array, Truth


def crossing(a: Array, b: Array, c: Array, d: Array) -> Truth:
    """Whether the open segments a-b and c-d cross.

    >>> points = [np.array(each, float) for each in ((0, 0), (2, 2), (0, 2), (2, 0))]
    >>> bool(crossing(*points))
    True
    """
    ab, cd = b - a, d - c
    found: Truth = (_cross(ab, c - a) * _cross(ab, d - a) < 0) & (_cross(cd, a - c) * _cross(cd, b - c) < 0)
    return found


def through(a: Array, b: Array, centre: Array, half: Array) -> Truth:
    """Whether the segment a-b touches the upright box of this centre and half width and height.

    By separating axes: the two sides of the box, and the normal of the segment.

    >>> start, end, middle = np.array([0.0, 0.0]), np.array([10.0, 0.0]), np.array([5.0, 3.0])
    >>> bool(through(start, end, middle, np.array([1.0, 4.0]))), bool(through(start, end, middle, np.array([1.0, 2.0])))
    (True, False)
    """
    along = (b - a) / 2
    away = centre - (a + b) / 2
    long = np.abs(along)
    beside = (np.abs(away) <= half + long).all(axis=-1)
    reach = half[..., 0] * long[..., 1] + half[..., 1] * long[..., 0]
    found: Truth = beside & (np.abs(_cross(away, along)) <= reach)
    return found


def angle(a: Array, b: Array) -> Array:
    """The angle between two directions, in radians from 0 to pi; pi where one has no length."""
    length = np.sqrt((a * a).sum(axis=-1) * (b * b).sum(axis=-1))
    cosine = (a * b).sum(axis=-1) / np.where(length == 0, 1, length)
    return np.where(length == 0, np.pi, np.arccos(cosine.clip(-1, 1)))


def _cross(a: Array, b: Array) -> Array:
    product: Array = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return product
