"""The network of acts: layers of its own over what the parser's encoder has for words, and a head for pairs of words.

For a pair it looks over the sentence for the word that says the act, as attention that is trained to point at it,
and names the relation from the two actors and what it has seen.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import WIDTH, Layer, at

INNER, MIXED, FARTHEST = 256, 512, 7


class Pairs(nn.Module):
    """States of words in, and for every pair of them the scores of relations and where the act is said.

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

    def pairs(self, words: Tensor, row: Tensor, source: Tensor, target: Tensor, spare: Tensor) -> tuple[Tensor, ...]:
        """Scores of relations [pairs, relations], of statuses, and of every word as the one that says it.

        `spare` is 1 for the padding of words.
        """
        act = functional.gelu
        dropped = self.drop(words)
        sources, targets = act(self.source(dropped)), act(self.target(dropped))
        keys, values = self.key(words), act(self.value(words))
        ends = torch.cat([sources[row, source], targets[row, target]], -1)
        query = self.query(ends) + self.gap(_steps(target - source))
        spots = (keys[row] * query[:, None]).sum(-1) / INNER**0.5 - spare[row] * 1e4
        seen = (spots.softmax(-1)[..., None] * values[row]).sum(1)
        mixed = self.drop(act(self.mix(torch.cat([ends, seen], -1))))
        return self.relation(mixed), self.status(mixed), spots


class ActsNetwork(Pairs):
    """The states of pieces in, as the parser has them, and of pairs of words what `Pairs` says.

    The layers begin as the first ones of the pretrained encoder, over the parser's embeddings; how much of the parser's
    last states comes to these is learned, from nothing on.
    """

    def __init__(self, relations: int, statuses: int, layers: int, drop: float = 0.1) -> None:
        super().__init__(WIDTH, relations, statuses)
        self.shares = nn.Parameter(torch.tensor([1.0, 0.0]))
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))

    def words(self, low: Tensor, high: Tensor, first: Tensor, last: Tensor, real: Tensor) -> Tensor:
        """States of words [batch, words, width], from those of pieces below and above the parser's layers."""
        x = self.shares[0] * low + self.shares[1] * high
        mask = (1.0 - real.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return at(x, first) + at(x, last)

    def forward(
        self, low: Tensor, high: Tensor, first: Tensor, last: Tensor, real: Tensor, row: Tensor, source: Tensor,
        target: Tensor,
    ) -> tuple[Tensor, ...]:  # fmt: skip
        """Of each pair: scores of relations, of statuses, and of words. Padding of words has `first` 0."""
        spare = (first == 0).to(low.dtype)
        spare[:, 0] = 0
        return self.pairs(self.words(low, high, first, last, real), row, source, target, spare)


def _steps(gap: Tensor) -> Tensor:
    """How far apart and in which order, in steps of powers of two."""
    far = torch.log2(gap.abs().to(torch.float32) + 1).round()
    return (torch.sign(gap) * far).clamp(-FARTHEST, FARTHEST).to(torch.int64) + FARTHEST
