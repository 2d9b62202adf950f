"""The network that ships: one encoder, with heads for trees and for acts; and its weights in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from loaders.english._pieces import SHAPES
from training import acts_examples as acting
from training import trees as parsing
from training.acts_examples import RELATIONS, STATUSES
from training.acts_network import Pairs, padding
from training.batches import Batch
from training.network import WIDTH, Encoder, Trees, at
from training.packing import packed, unpacked

BLOTTED = 0.06


class JointNetwork(nn.Module):
    """The encoder with the heads for trees and for acts."""

    def __init__(self, pieces: int, sizes: tuple[int, int, int], layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, SHAPES, layers)
        self.trees = Trees(WIDTH, *sizes)
        self.acts = Pairs(WIDTH, 1 + len(RELATIONS), len(STATUSES))

    def words(self, batch: Batch, blotted: float = 0.0) -> Tensor:
        """States of words; so large a share of the pieces is blotted out, so that no single word decides."""
        ids = batch["ids"]
        kept = (torch.rand(ids.shape, device=ids.device) >= blotted).float() if blotted else None
        states = self.encoder(ids, batch["shapes"], batch["real"], kept)
        return at(states, batch["first"]) + at(states, batch["last"])

    def pairs(self, words: Tensor, batch: Batch) -> tuple[Tensor, ...]:
        """What the head for acts says of the pairs of a batch."""
        found: tuple[Tensor, ...] = self.acts(words, batch["source"], batch["target"], padding(batch["first"]))
        return found

    def loss(self, batch: Batch) -> Tensor:
        """Of the trees and the acts of a batch, as far as it has them."""
        words = self.words(batch, BLOTTED if "pair" in batch else 0.0)
        total = torch.zeros((), device=words.device)
        if "heads" in batch:
            total = total + parsing.loss(self.trees(words), batch)
        if "pair" in batch:
            total = total + acting.loss(self.pairs(words, batch), batch)
        return total


def save(network: nn.Module, names: Mapping[str, Sequence[str]], out: Path) -> None:
    """Large matrices in eight bits with a scale for every row, the rest in half precision; the names of codes."""
    out.parent.mkdir(parents=True, exist_ok=True)
    state = {name: value.detach().cpu() for name, value in network.state_dict().items()}
    save_file(packed(state), out, {name: json.dumps(each) for name, each in names.items()})


def load(path: Path) -> tuple[JointNetwork, dict[str, list[str]]]:
    """The network with the weights of a file, and the names of its codes."""
    with safe_open(path, "pt") as opened:
        names = {key: json.loads(value) for key, value in opened.metadata().items()}
    state = unpacked(load_file(path))
    layers = len({name.split(".")[2] for name in state if name.startswith("encoder.layers.")})
    network = JointNetwork(len(names["pieces"]), (len(names["pos"]), len(names["tags"]), len(names["deps"])), layers)
    network.load_state_dict(state)
    return network.eval(), names
