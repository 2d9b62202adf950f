"""Turns the trained weights of the network of acts into the graph that ships, beside the parser's.

python -m training.acts_export WEIGHTS.safetensors loaders/english/pipeline
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.acts import INPUTS, RELATIONS, STATUSES
from training.acts_network import ActsNetwork
from training.export import shrink
from training.network import WIDTH
from training.train import unpacked


class Decided(nn.Module):
    """The network with probabilities for scores, and the one word that says the act."""

    def __init__(self, network: ActsNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        """Probabilities of relations [pairs, relations], words [pairs]."""
        names, _, spots = self.network(*inputs)
        return names.softmax(-1), spots.argmax(-1)


def load(path: Path) -> ActsNetwork:
    """The network with the weights of a file."""
    state = unpacked(load_file(path))
    layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
    network = ActsNetwork(1 + len(RELATIONS), len(STATUSES), layers)
    network.load_state_dict(state)
    return network.eval()


def export(network: ActsNetwork, path: Path) -> None:
    """Writes the graph with matrices in single precision."""
    states, words, pairs = torch.zeros(3, 11, WIDTH), torch.ones(3, 7, dtype=torch.int64), torch.ones(5).long()
    axes = {"low": {0: "batch", 1: "pieces"}, "high": {0: "batch", 1: "pieces"}, "real": {0: "batch", 1: "pieces"}}
    axes |= {"first": {0: "batch", 1: "words"}, "last": {0: "batch", 1: "words"}}
    axes |= {name: {0: "pairs"} for name in ("row", "source", "target")}
    real = torch.ones(3, 11, dtype=torch.int64)
    torch.onnx.export(
        Decided(network), (states, states, words, words, real, pairs, pairs, pairs), str(path),
        input_names=list(INPUTS), output_names=["relations", "word"], dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def main() -> None:
    """Reads the command line; adds `acts.onnx` to the folder, and the names of its relations to the codes there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    export(load(options.weights), options.target / "acts.onnx")
    shrink(options.target / "acts.onnx")
    path = options.target / "codes.json"
    names = {**json.loads(path.read_text("utf-8")), "relations": RELATIONS}
    lines = "".join(f"{json.dumps(key)}: {json.dumps(names[key], ensure_ascii=False)},\n" for key in sorted(names))
    path.write_text("{" + lines.rstrip(",\n") + "}\n", encoding="utf-8")
    print(f"{options.target / 'acts.onnx'}: {(options.target / 'acts.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
