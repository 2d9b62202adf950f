"""Turns trained weights into the parser that ships: an ONNX graph, the names of its codes, and the lemmatizer's tables.

    python -m training.export WEIGHTS_FOLDER loaders/english/pipeline

The graph keeps its matrices in eight bits, with a scale for every row, and widens them when it is loaded. The rule
lemmatizer's
tables come from spacy-lookups-data (a build-time package).
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import onnx
import spacy
import torch
from onnx import helper, numpy_helper
from safetensors import safe_open
from safetensors.torch import load_file
from torch import Tensor, nn

from loaders.english._pieces import SHAPES
from training.network import Network
from training.train import unpacked

INPUTS = ("ids", "shapes", "first", "last", "real")
OUTPUTS = ("pos", "tags", "arcs", "labels")


class Decided(nn.Module):
    """The network with its last choices made: tags and labels as numbers; arcs stay scores, for a tree is made of
    them.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """As the network's, less the last dimension of tags and labels."""
        pos, tags, arcs, labels = self.network(*inputs)
        small = torch.uint8
        return pos.argmax(2).to(small), tags.argmax(2).to(small), arcs, labels.argmax(3).to(small)


def load(folder: Path) -> tuple[Network, dict[str, list[str]]]:
    """The network with the weights in a folder, and the names of its codes."""
    with safe_open(folder / "words.safetensors", "pt") as opened:
        names = {key: json.loads(value) for key, value in opened.metadata().items()}
    state = unpacked({**load_file(folder / "words.safetensors"), **load_file(folder / "rest.safetensors")})
    layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
    network = Network(
        *(len(names["pieces"]), SHAPES, len(names["pos"]), len(names["tags"]), len(names["deps"])), layers
    )
    network.load_state_dict(state)
    return network.eval(), names


def export(network: Network, path: Path) -> None:
    """Writes the graph with matrices in single precision."""
    batch, pieces, words = 3, 11, 7
    ids = torch.zeros(batch, pieces, dtype=torch.int64)
    place = torch.zeros(batch, words, dtype=torch.int64)
    axes = {name: {0: "batch", 1: "words" if name in {"first", "last"} else "pieces"} for name in INPUTS}
    torch.onnx.export(
        Decided(network), (ids, ids, place, place, ids + 1), str(path), input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def shrink(path: Path) -> None:
    """Stores large matrices as whole numbers with scales; the graph widens them once, when it is loaded."""
    model = onnx.load(str(path))
    graph: Any = model.graph
    nodes, kept = [], []
    for each in graph.initializer:
        value = numpy_helper.to_array(each)
        if value.dtype != "float32" or value.size < 10_000:
            kept.append(each)
            continue
        axis = 1 if each.name.endswith("words.weight") else value.ndim - 2
        scale = (abs(value).max(axis=axis, keepdims=True).clip(1e-8) / 127).astype("float32")
        whole = (value / scale).round().astype("int8")
        names = [f"{each.name}.{part}" for part in ("whole", "scale", "wide")]
        kept += [numpy_helper.from_array(whole, names[0]), numpy_helper.from_array(scale, names[1])]
        nodes.append(helper.make_node("Cast", [names[0]], [names[2]], to=onnx.TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [names[2], names[1]], [each.name]))
    del graph.initializer[:]
    graph.initializer.extend(kept)
    nodes += graph.node
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def main() -> None:
    """Reads the command line; the target folder is replaced."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    network, names = load(options.weights)
    shutil.rmtree(options.target, ignore_errors=True)
    options.target.mkdir(parents=True)
    export(network, options.target / "parser.onnx")
    shrink(options.target / "parser.onnx")
    lines = "".join(f"{json.dumps(key)}: {json.dumps(names[key], ensure_ascii=False)},\n" for key in sorted(names))
    (options.target / "codes.json").write_text("{" + lines.rstrip(",\n") + "}\n", encoding="utf-8")
    lemmatizer: Any = spacy.blank("en").add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    lemmatizer.to_disk(options.target / "lemmatizer", exclude=["vocab"])
    size = sum(path.stat().st_size for path in options.target.rglob("*") if path.is_file())
    print(f"{options.target}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
