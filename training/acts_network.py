"""The head for acts: of every pair of words that stand for actors, which relation joins them, and which word says so.

For a pair it looks over the sentence for the word that says the act, as attention that is trained to point at it,
and names the relation from the two actors and what it has seen.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

INNER, MIXED, FARTHEST = 256, 512, 7


class Pairs(nn.Module):
    """States of words in, and for pairs of them the scores of relations and where the act is said.

    Relation 0 is none at all. `width` is that of the states.
    """

    def __init__(self, width: int, relations: int, statuses: int, mixed: int = MIXED) -> None:
        super().__init__()
        self.source, self.target, self.key, self.value = (nn.Linear(width, INNER) for _ in range(4))
        self.query, self.gap = nn.Linear(2 * INNER, INNER), nn.Embedding(2 * FARTHEST + 1, INNER)
        nn.init.normal_(self.gap.weight, std=0.02)
        self.mix = nn.Linear(3 * INNER, mixed)
        self.relation, self.status = nn.Linear(mixed, relations), nn.Linear(mixed, statuses)
        self.drop = nn.Dropout(0.3)

    def forward(self, words: Tensor, source: Tensor, target: Tensor, spare: Tensor) -> tuple[Tensor, ...]:
        """Scores of relations [batch, pairs, relations], of statuses, and of every word as the one that says it.

        `words` is [batch, words, width], `source` and `target` are places of words [batch, pairs], and `spare` is 1
        for the padding of words [batch, words]; the padding of pairs may be any place.
        """
        act = functional.gelu
        dropped = self.drop(words)
        sources, targets = act(self.source(dropped)), act(self.target(dropped))
        keys, values = self.key(words), act(self.value(words))
        ends = torch.cat([_taken(sources, source), _taken(targets, target)], -1)
        query = self.query(ends) + self.gap(_steps(target - source))
        spots = query @ keys.transpose(1, 2) / INNER**0.5 - spare[:, None] * 1e4
        seen = spots.softmax(-1) @ values
        mixed = self.drop(act(self.mix(torch.cat([ends, seen], -1))))
        return self.relation(mixed), self.status(mixed), spots


def padding(first: Tensor) -> Tensor:
    """1 for the padding of words, which has `first` 0 as the root has."""
    spare = (first == 0).to(torch.float32)
    spare[:, 0] = 0
    return spare


def _taken(states: Tensor, places: Tensor) -> Tensor:
    return torch.gather(states, 1, places[:, :, None].expand(-1, -1, states.shape[2]))


def _steps(gap: Tensor) -> Tensor:
    """How far apart and in which order, in steps of powers of two."""
    far = torch.log2(gap.abs().to(torch.float32) + 1).round()
    return (torch.sign(gap) * far).clamp(-FARTHEST, FARTHEST).to(torch.int64) + FARTHEST
