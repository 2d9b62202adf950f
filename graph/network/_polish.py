"""Improves a drawing by moving one actor at a time to the best of a few places near it.

The costs are those of a reader: boxes that overlap, lines through somebody's box, crossings, lines too short for the
word on them, lines that leave an actor in nearly the same direction, and places outside the frame.
"""

from __future__ import annotations

import math

import numpy as np

from graph.network._drawing import Drawing, Neighbours
from graph.network._geometry import angle, crossing, through
from graph.network._types import Array

_OVERLAP, _OVERLAP_AREA = 40.0, 0.02
_THROUGH = 60.0
_CROSSING = 14.0
_COVERED, _STRUCK, _JOSTLE, _APART = 45.0, 10.0, 14.0, 36.0
_LENGTH, _SHORT = 14.0, 90.0
_NARROW, _NARROWEST = 16.0, math.radians(24)
_CROWD, _NEAREST, _CROWDED = 0.5, 400.0, 6.0
_OUTSIDE = 0.6
_DIRECTIONS = 10
_GRID = 9
_BOLD_STEP, _SMALL_STEP, _LAST_STEP = 0.28, 0.12, 5.0
_TURN = np.array([[0.8, 0.6], [-0.6, 0.8]])


def polish(spots: Array, drawing: Drawing, rounds: int, *, bold: bool) -> tuple[Array, float]:
    """Better positions and what they cost; the same input gives the same answer.

    Bold moves may leap anywhere in the frame; otherwise an actor stays near its place.
    """
    spots = spots.copy()
    first = (_BOLD_STEP if bold else _SMALL_STEP) * float(drawing.frame.min())
    turn = np.arange(_DIRECTIONS) * 2 * math.pi / _DIRECTIONS
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    leaps = _grid(drawing.frame) if bold else np.empty((0, 2))
    around = [drawing.neighbours(actor) for actor in range(len(spots))]
    for each in range(rounds):
        step = first * (_LAST_STEP / first) ** (each / max(1, rounds - 1))
        ring = ring @ _TURN
        moves = np.concatenate([np.zeros((1, 2)), ring * step, ring * step * 0.4])
        for actor, near in enumerate(around):
            places = np.concatenate([spots[actor] + moves, leaps])
            spots[actor] = places[int(np.argmin(cost(near, places, spots, drawing)))]
    total = sum(float(cost(near, spots[actor][None], spots, drawing)[0]) for actor, near in enumerate(around))
    return spots, total


def _grid(frame: Array) -> Array:
    """Places all over the frame, by which an actor may leave a corner that small steps cannot."""
    steps = np.linspace(-0.95, 0.95, _GRID)
    across, down = np.meshgrid(steps, steps)
    return np.stack([across.ravel(), down.ravel()], axis=1) * frame


def cost(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    """What each of these places would cost for one actor, all others staying where they are."""
    paid = _room(near, places, spots, drawing)
    paid += _outside(near, places, drawing)
    paid += _lines_through_me(near, places, spots, drawing)
    if len(near.partners):
        paid += _my_lines_through(near, places, spots, drawing)
        paid += _crossings(near, places, spots, drawing)
        paid += _lengths(near, places, spots, drawing)
        paid += _angles(near, places, spots)
        if drawing.worded:
            paid += _words(near, places, spots, drawing)
    return paid


def _room(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    away = np.abs((places + drawing.centre[near.actor])[:, None] - (spots + drawing.centre)[near.others])
    over = drawing.half[near.actor] + drawing.half[near.others] - away
    area = over.clip(0).prod(axis=2)
    typical = float(4 * drawing.frame.prod()) / len(spots)
    crowd = typical / np.maximum((away**2).sum(axis=2), _NEAREST)
    paid: Array = (_OVERLAP * (area > 0) + _OVERLAP_AREA * area + _CROWD * crowd.clip(0, _CROWDED)).sum(axis=1)
    return paid


def _outside(near: Neighbours, places: Array, drawing: Drawing) -> Array:
    reach = np.abs(places + drawing.centre[near.actor]) + drawing.half[near.actor]
    paid: Array = _OUTSIDE * (reach - drawing.frame).clip(0).sum(axis=1)
    return paid


def _lines_through_me(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    ends = spots[drawing.lines[near.elsewhere]]
    half = drawing.half[near.actor] + drawing.spread[near.elsewhere][:, None]
    hit = through(ends[:, 0], ends[:, 1], (places + drawing.centre[near.actor])[:, None], half)
    paid: Array = _THROUGH * (hit @ drawing.heed[near.elsewhere])
    return paid


def _my_lines_through(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    centre = (spots + drawing.centre)[near.others]
    half = drawing.half[near.others] + drawing.spread[near.mine][:, None, None]
    hit = through(places[:, None, None], spots[near.partners][:, None], centre, half) & near.third
    paid: Array = _THROUGH * (hit.sum(axis=2) @ drawing.heed[near.mine])
    return paid


def _crossings(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    ends = spots[drawing.lines[near.elsewhere]]
    hit = crossing(places[:, None, None], spots[near.partners][:, None], ends[:, 0], ends[:, 1])
    paid: Array = _CROSSING * (hit @ drawing.heed[near.elsewhere] @ drawing.heed[near.mine])
    return paid


def _lengths(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    away = places[:, None] - spots[near.partners]
    length = np.sqrt((away * away).sum(axis=2))
    wish, least = drawing.wish[near.mine], drawing.least[near.mine]
    paid: Array = (_LENGTH * (length / wish - 1).clip(-1, 3) ** 2 + _SHORT * (1 - length / least).clip(0)).sum(axis=1)
    return paid


def _angles(near: Neighbours, places: Array, spots: Array) -> Array:
    """Lines that leave the actor, or one of its partners, in nearly the same direction."""
    out = spots[near.partners] - places[:, None]
    first, second = near.pairs
    paid: Array = _narrow(angle(out[:, first], out[:, second])).sum(axis=1)
    at, beyond = near.beyond
    back = spots[beyond] - spots[near.partners[at]]
    paid += _narrow(angle(-out[:, at], back)).sum(axis=1)
    return paid


def _words(near: Neighbours, places: Array, spots: Array, drawing: Drawing) -> Array:
    """Words on lines that run into the box at an end of their line, or that another line or its words run through."""
    here, there = places[:, None], spots[near.partners]
    middle, along = (here + there) / 2, there - here
    length = np.sqrt((along * along).sum(axis=2, keepdims=True))
    reach = along / np.maximum(length, 1.0) * drawing.words[near.mine][:, None] / 2
    first, last = middle - reach, middle + reach
    covered = through(first, last, there + drawing.centre[near.partners], drawing.half[near.partners])
    own = through(first, last, here + drawing.centre[near.actor], drawing.half[near.actor])
    ends = spots[drawing.lines[near.elsewhere]]
    struck = crossing(first[:, :, None], last[:, :, None], ends[:, 0], ends[:, 1])
    away = middle[:, :, None] - ends.mean(axis=1)
    close = (1 - np.sqrt((away * away).sum(axis=3)) / _APART).clip(0)
    jostled = (_STRUCK * struck + _JOSTLE * close) @ drawing.heed[near.elsewhere]
    paid: Array = (_COVERED * (covered + own) + jostled) @ drawing.heed[near.mine]
    return paid


def _narrow(angles: Array) -> Array:
    return _NARROW * (1 - angles / _NARROWEST).clip(0)
