"""Turns trained weights into what ships: two ONNX graphs, the names of their codes, and the lemmatizer's tables.

    python -m training.export WEIGHTS.safetensors loaders/english/pipeline

`parser.onnx` holds the encoder and the heads for trees, `acts.onnx` the head for acts, which takes the states that the
first has told. The graphs keep their matrices in eight bits, with a scale for every row, and widen them when they are
loaded. The rule lemmatizer's tables come from spacy-lookups-data (a build-time package).
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
from torch import Tensor, nn

from loaders.english._encoding import INPUTS
from training.acts_examples import RELATIONS
from training.acts_network import padding
from training.joint_network import JointNetwork, load
from training.network import WIDTH, at

TREES = ("pos", "tags", "arcs", "labels", "states")
ASKED, ACTS = ("states", "first", "last", "source", "target"), ("relations", "word")


class Parsing(nn.Module):
    """The heads for trees with their last choices made: tags and labels as numbers; arcs stay scores, for a tree is
    made of them. And the states of pieces, from which the head for acts goes on.
    """

    def __init__(self, network: JointNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, real: Tensor) -> tuple[Tensor, ...]:
        """Tags [batch, words], arcs and labels [batch, words, heads], states [batch, pieces, width]."""
        states = self.network.encoder(ids, shapes, real)
        pos, tags, arcs, labels = self.network.trees(at(states, first) + at(states, last))
        small = torch.uint8
        return pos.argmax(2).to(small), tags.argmax(2).to(small), arcs, labels.argmax(3).to(small), states


class Acting(nn.Module):
    """The head for acts with probabilities for scores, and the one word that says the act."""

    def __init__(self, network: JointNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, states: Tensor, first: Tensor, last: Tensor, source: Tensor, target: Tensor
    ) -> tuple[Tensor, ...]:
        """Probabilities of relations [batch, pairs, relations], words [batch, pairs]."""
        words = at(states, first) + at(states, last)
        names, _, spots = self.network.acts(words, source, target, padding(first))
        return names.softmax(-1), spots.argmax(-1)


def export(network: JointNetwork, folder: Path) -> None:
    """Writes both graphs with matrices in single precision."""
    batch, pieces, words, pairs = 3, 11, 7, 5
    ids = torch.zeros(batch, pieces, dtype=torch.int64)
    place, pair = torch.zeros(batch, words, dtype=torch.int64), torch.ones(batch, pairs, dtype=torch.int64)
    axes = {name: {0: "batch", 1: "words" if name in {"first", "last"} else "pieces"} for name in INPUTS}
    _write(Parsing(network), (ids, ids, place, place, ids + 1), folder / "parser.onnx", INPUTS, TREES, axes)
    axes |= {"states": {0: "batch", 1: "pieces"}, **{name: {0: "batch", 1: "pairs"} for name in ("source", "target")}}
    states = torch.zeros(batch, pieces, WIDTH)
    _write(Acting(network), (states, place, place, pair, pair), folder / "acts.onnx", ASKED, ACTS, axes)


def _write(
    network: nn.Module, example: tuple[Tensor, ...], path: Path, takes: tuple[str, ...], gives: tuple[str, ...],
    axes: dict[str, dict[int, str]],
) -> None:  # fmt: skip
    known = {name: each for name, each in axes.items() if name in takes}
    torch.onnx.export(
        network.eval(), example, str(path), input_names=list(takes), output_names=list(gives), dynamic_axes=known,
        opset_version=17, dynamo=False,
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
    export(network, options.target)
    for name in ("parser", "acts"):
        shrink(options.target / f"{name}.onnx")
    names["relations"] = RELATIONS
    lines = "".join(f"{json.dumps(key)}: {json.dumps(names[key], ensure_ascii=False)},\n" for key in sorted(names))
    (options.target / "codes.json").write_text("{" + lines.rstrip(",\n") + "}\n", encoding="utf-8")
    lemmatizer: Any = spacy.blank("en").add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    lemmatizer.to_disk(options.target / "lemmatizer", exclude=["vocab"])
    size = sum(path.stat().st_size for path in options.target.rglob("*") if path.is_file())
    print(f"{options.target}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
