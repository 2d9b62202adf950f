"""Words as the numbers that the networks take: pieces of words, their shapes, and where each word stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.english._pieces import Pieces, shape

# Pieces in a batch, with the padding; more of them at once are no faster.
_BATCH = 400
_LIKE = 1.2
INPUTS = ("ids", "shapes", "first", "last", "real")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, or a part of one that is too long, as numbers; word 0 is the root."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence with the states of its pieces [pieces, width]."""

    row: Row
    states: NDArray[np.float32]


def row(pieces: Pieces, words: Sequence[str], cut: Sequence[list[int]] | None = None) -> Row:
    """The row of some words; `cut` are their pieces where they are known already."""
    mark = shape(".")
    found = Row([pieces.start], [mark], [0], [0])
    for word, parts in zip(words, cut or [pieces.of(word) for word in words], strict=True):
        found.first.append(len(found.ids))
        found.ids.extend(parts)
        found.shapes.extend([shape(word)] * len(parts))
        found.last.append(len(found.ids) - 1)
    found.ids.append(pieces.end)
    found.shapes.append(mark)
    return found


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The places of some lengths in groups of like length, so that little is spent on padding.

    >>> list(batches([30, 9, 10, 300, 31]))
    [[1, 2], [0, 4], [3]]
    """
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (lengths[i] * (len(batch) + 1) > _BATCH or lengths[i] > _LIKE * lengths[batch[0]]):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def padded(rows: Sequence[Row]) -> dict[str, NDArray[np.int64]]:
    """The inputs of a network for some rows: [rows, pieces] and, for `first` and `last`, [rows, words]."""
    ones = [[1] * len(each.ids) for each in rows]
    return {name: filled(ones if name == "real" else [getattr(each, name) for each in rows]) for name in INPUTS}


def filled(columns: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Whole numbers of some sentences, padded with zeros: [sentences, numbers]."""
    found = np.zeros((len(columns), max(map(len, columns))), dtype=np.int64)
    for i, column in enumerate(columns):
        found[i, : len(column)] = column
    return found


def stacked(states: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """States of some sentences, padded with zeros: [sentences, pieces, width]."""
    found = np.zeros((len(states), max(map(len, states)), states[0].shape[1]), dtype=np.float32)
    for i, each in enumerate(states):
        found[i, : len(each)] = each
    return found
