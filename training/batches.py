"""Sentences as padded numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import torch
from torch import Tensor

IGNORE = -100
TREE = ("pos", "tags", "deps", "heads")

Batch: TypeAlias = dict[str, Tensor]
Numbers: TypeAlias = dict[str, list[int]]


def padded(rows: Sequence[Numbers]) -> Batch:
    """Rows padded to the longest: with `IGNORE` what is to be learned of a tree, with 0 the rest."""
    found = {}
    for name in rows[0]:
        blank = IGNORE if name in TREE else 0
        most = max(len(row[name]) for row in rows)
        found[name] = torch.tensor([row[name] + [blank] * (most - len(row[name])) for row in rows])
    return found


def moved(batch: Batch, device: str) -> Batch:
    """A batch on a device."""
    return {name: value.to(device) for name, value in batch.items()}


def sorted_parts(found: Sequence[Any], lengths: Sequence[int], pieces: int) -> list[list[Any]]:
    """What is given in groups of like length, each of so many pieces at most with its padding."""
    parts: list[list[Any]] = []
    part: list[Any] = []
    for i in sorted(range(len(found)), key=lengths.__getitem__):
        if part and lengths[i] * (len(part) + 1) > pieces:
            parts.append(part)
            part = []
        part.append(found[i])
    return [*parts, part] if part else parts
