"""The parts of the networks: a small pretrained encoder, and heads for tags, arcs and labels.

Encoder: MiniLM, six layers of width 384 (Wang et al. 2020, https://arxiv.org/abs/2002.10957); arcs and labels by
biaffine attention (Dozat and Manning 2017, https://arxiv.org/abs/1611.01734).
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL = 256, 96


class Layer(nn.Module):
    """One block of a BERT encoder, named as its weights are."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out, self.up, self.down = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """From and to [batch, pieces, width]; `mask` is added to the scores of attention."""
        batch, length, _ = x.shape
        q, k, v = (
            each(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for each in (self.query, self.key, self.value)
        )
        scores = torch.softmax(q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask, dim=-1)
        seen = (self.drop(scores) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.drop(self.out(seen)))
        return self.last(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Trees(nn.Module):
    """Heads for tags, arcs and labels over the states of words, of some width."""

    def __init__(self, width: int, pos: int, tags: int, deps: int) -> None:
        super().__init__()
        self.head_drop = nn.Dropout(0.33)
        self.pos, self.tags = nn.Linear(width, pos), nn.Linear(width, tags)
        self.arc_dep, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_dep, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(deps, LABEL + 1, LABEL + 1))

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """Scores of coarse and fine tags [batch, words, n], arcs [batch, words, heads], labels [batch, words, heads,
        n], from states of words [batch, words, width]; word 0 is the root.
        """
        words = self.head_drop(words)
        return self.pos(words), self.tags(words), *self._arcs(words)

    def _arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        act = functional.leaky_relu
        dep, head = self.head_drop(act(self.arc_dep(words))), self.head_drop(act(self.arc_head(words)))
        arcs = _one(dep) @ self.arc @ head.transpose(1, 2)
        dep, head = self.head_drop(act(self.label_dep(words))), self.head_drop(act(self.label_head(words)))
        left = torch.matmul(_one(dep)[:, None], self.label[None])  # [batch, labels, words, width]
        labels = torch.matmul(left, _one(head).transpose(1, 2)[:, None])
        return arcs, labels.permute(0, 2, 3, 1)


class Encoder(nn.Module):
    """Pieces of words in, their states out.

    Word 0 of every sentence is the root, which stands on the first piece, [CLS].
    """

    def __init__(self, pieces: int, shapes: int, layers: int, drop: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(pieces, WIDTH), nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(shapes, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))

    def forward(self, ids: Tensor, shapes: Tensor, real: Tensor, kept: Tensor | None = None) -> Tensor:
        """States of pieces [batch, pieces, width].

        `ids`, `shapes` and `real` (1 for a piece, 0 for padding) are [batch, pieces]; what is 0 in `kept` is blotted
        out.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.shapes(shapes) + self.places(places)[None]))
        if kept is not None:
            x = x * kept[:, :, None]
        mask = (1.0 - real.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, weights: dict[str, Tensor], kept: list[int]) -> None:
        """Takes the first layers from a BERT checkpoint; `kept` are the rows of its vocabulary that stay."""
        take = self.load_state_dict(renamed(weights, kept, len(self.layers)), strict=False)
        assert not take.unexpected_keys, take.unexpected_keys


def at(x: Tensor, place: Tensor) -> Tensor:
    """The states at some places: [batch, places, width]."""
    return torch.gather(x, 1, place[:, :, None].expand(-1, -1, x.shape[2]))


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


_PARTS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "last": "output.LayerNorm",
}  # fmt: skip


def renamed(weights: dict[str, Tensor], kept: list[int], layers: int) -> dict[str, Any]:
    """A BERT checkpoint under our names; `kept` are the rows of its vocabulary that stay."""
    found: dict[str, Any] = {
        "words.weight": weights["embeddings.word_embeddings.weight"][kept],
        "places.weight": weights["embeddings.position_embeddings.weight"],
    }
    for kind in ("weight", "bias"):
        found[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for i in range(layers):
            for ours, theirs in _PARTS.items():
                found[f"layers.{i}.{ours}.{kind}"] = weights[f"encoder.layer.{i}.{theirs}.{kind}"]
    found["places.weight"] = found["places.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    return {name: value.float() for name, value in found.items()}
