from __future__ import annotations

import numpy as np

from graph.network._boxes import Boxes
from graph.network._types import Array

_BETWEEN = 26.0


def pack(drawn: list[tuple[list[int], Array]], lone: list[int], room: Boxes, aspect: float) -> Array:
    """Components side by side in rows, the first the largest, and lone actors in rows underneath."""
    spots = np.zeros((len(room.half), 2))
    sheets = [_sheet(part, places, room) for part, places in drawn]
    area = sum(float((size + _BETWEEN).prod()) for _, size in sheets)
    width = max([(area * aspect) ** 0.5 * 1.08, *(float(size[0]) for _, size in sheets), 420.0])
    x = y = tall = 0.0
    for (part, _), (places, size) in zip(drawn, sheets, strict=True):
        if x and x + size[0] > width:
            x, y, tall = 0.0, y + tall + _BETWEEN, 0.0
        spots[part] = places + np.array([x, y])
        x, tall = x + float(size[0]) + _BETWEEN, max(tall, float(size[1]))
    _rows(spots, lone, room, y + tall + (_BETWEEN if drawn else 0.0), width)
    return spots


def _sheet(part: list[int], places: Array, room: Boxes) -> tuple[Array, Array]:
    """Positions from the upper left corner of the component, and its width and height."""
    low = np.stack([places[:, 0] - room.half[part], places[:, 1] - room.up[part]], axis=1).min(axis=0)
    high = np.stack([places[:, 0] + room.half[part], places[:, 1] + room.down[part]], axis=1).max(axis=0)
    return places - low, high - low


def _rows(spots: Array, lone: list[int], room: Boxes, top: float, width: float) -> None:
    x, y, tall = 0.0, top, 0.0
    for actor in lone:
        half, up, down = float(room.half[actor]), float(room.up[actor]), float(room.down[actor])
        if x and x + 2 * half > width:
            x, y, tall = 0.0, y + tall + 4.0, 0.0
        spots[actor] = x + half, y + up
        x, tall = x + 2 * half + 8.0, max(tall, up + down)
