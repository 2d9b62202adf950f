"""Which of several pairs of words an edge of a marked article is learned from.

The gold says who does what to whom, not which of their mentions: "Mali said its army had killed rebels near its border"
has one pair that says the act. It is the one that the network finds likeliest; the others are not learned from
(multiple-instance learning; Dietterich, Lathrop and Lozano-Pérez 1997).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from training.batches import Batch

# By how much the relation of the gold goes before what counts as right besides.
BEFORE = math.log(4)


def alternatives(edges: Sequence[Sequence[tuple[Sequence[int], int, bool]]]) -> Batch:
    """The ways to say each edge, given as places of pairs (two where a relation holds both ways), relation, and whether
    it is the first.

    As numbers: `ways` [ways, 4] with two places of pairs, relation and edge; `favour` [ways].
    """
    rows = [
        (pairs[0], pairs[-1], relation, number, 0.0 if first else -BEFORE)
        for number, ways in enumerate(edges)
        for pairs, relation, first in ways
    ]
    numbers = torch.tensor([row[:4] for row in rows], dtype=torch.int64).reshape(-1, 4)
    return {"ways": numbers, "favour": torch.tensor([row[4] for row in rows])}


def chosen(likely: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Labels of pairs [pairs, relations], and 1 for the pairs that are learned from [pairs].

    `likely` are the logarithms of what the network finds [pairs, relations].
    """
    one, other, relation, edge = batch["ways"].unbind(1)
    score = (likely[one, relation] + likely[other, relation]) / 2 + batch["favour"]
    best = torch.full((int(edge.max()) + 1,), -torch.inf, device=score.device).scatter_reduce(0, edge, score, "amax")
    labels = torch.zeros_like(likely)
    kept = torch.ones(len(likely), device=score.device)
    kept[one] = kept[other] = 0
    taken = score >= best[edge]
    for places in (one[taken], other[taken]):
        labels[places, relation[taken]] = 1
        kept[places] = 1
    return labels / labels.sum(1, keepdim=True).clamp(min=1), kept
