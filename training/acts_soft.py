"""How likely teachers find the relations of pairs: labels that are softer than right and wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

KEPT = 5


class Softened:
    """For sentences by their key, how likely each relation is of each pair; the five likeliest are kept."""

    def __init__(self) -> None:
        self._top: dict[str, tuple[NDArray[np.uint8], NDArray[np.float16]]] = {}

    def __len__(self) -> int:
        return len(self._top)

    def add(self, key: str, likely: Tensor) -> None:
        """Notes the probabilities of a sentence [pairs, relations]."""
        values, places = likely.topk(KEPT, -1)
        self._top[key] = places.numpy().astype(np.uint8), values.numpy().astype(np.float16)

    def of(self, key: str, relations: int) -> Tensor | None:
        """The probabilities of a sentence [pairs, relations], None where no teacher was asked about it."""
        if key not in self._top:
            return None
        places, values = self._top[key]
        likely = torch.from_numpy(values.astype(np.float32))
        found = torch.zeros(len(places), relations).scatter_(1, torch.from_numpy(places.astype(np.int64)), likely)
        return found / found.sum(1, keepdim=True)

    def write(self, path: Path) -> None:
        """Writes all to one file."""
        places, values = (list(each) for each in zip(*self._top.values(), strict=True))
        np.savez_compressed(
            path, keys=np.array(list(self._top)), sizes=[len(each) for each in places],
            places=np.concatenate(places), values=np.concatenate(values),
        )  # fmt: skip

    @classmethod
    def read(cls, path: Path) -> Softened:
        """What `write` wrote."""
        found, opened = cls(), np.load(path)
        ends = np.cumsum(opened["sizes"])[:-1]
        parts = zip(np.split(opened["places"], ends), np.split(opened["values"], ends), strict=True)
        found._top = dict(zip(opened["keys"].tolist(), parts, strict=True))
        return found
