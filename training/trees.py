"""Trees as numbers, and how well a network tells them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from loaders.english._encoding import Row
from training.batches import IGNORE, TREE, Batch, Numbers, padded, sorted_parts
from training.treebank import Tree

LONGEST = 160


class Codes:
    """Numbers for tags and labels; `names` are those of each column, in the order of their numbers."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.names = {
            name: sorted({each for tree in trees for each in getattr(tree, name)}) for name in ("pos", "tags", "deps")
        }
        self._numbers = {name: {each: i for i, each in enumerate(names)} for name, names in self.names.items()}

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many coarse tags, fine tags and labels there are."""
        return len(self.names["pos"]), len(self.names["tags"]), len(self.names["deps"])

    def numbers(self, tree: Tree) -> Numbers:
        """What is to be learned of a tree; word 0 is the root."""
        found = {
            name: [IGNORE, *(numbers.get(each, IGNORE) for each in getattr(tree, name))]
            for name, numbers in self._numbers.items()
        }
        return {**found, "heads": [IGNORE, *tree.heads]}


def inputs(row: Row) -> Numbers:
    """The numbers of the words alone."""
    return {"ids": row.ids, "shapes": row.shapes, "first": row.first, "last": row.last, "real": [1] * len(row.ids)}


def encoded(trees: Iterable[Tree], codes: Codes, cut: Callable[[Sequence[str]], Row]) -> list[Numbers]:
    """Trees as numbers, less those of too many pieces; `cut` makes numbers of words."""
    rows = [{**inputs(cut(tree.words)), **codes.numbers(tree)} for tree in trees]
    return [row for row in rows if len(row["ids"]) <= LONGEST]


def batched(rows: Sequence[Numbers], pieces: int) -> list[Batch]:
    """Batches of rows of like length."""
    return [padded(part) for part in sorted_parts(rows, [len(row["ids"]) for row in rows], pieces)]


def loss(found: tuple[Tensor, ...], batch: Batch) -> Tensor:
    """The sum of the losses of tags, arcs and labels."""
    pos, tags, arcs, labels = found
    arcs = _masked(arcs, batch)
    at = batch["heads"].clamp(min=0)[:, :, None, None].expand(-1, -1, 1, labels.shape[3])
    chosen = torch.gather(labels, 2, at)[:, :, 0].float()
    pairs = ((pos.float(), "pos", 0.5), (tags.float(), "tags", 0.5), (arcs, "heads", 1.0), (chosen, "deps", 1.0))
    total = torch.zeros((), device=arcs.device)
    for scores, name, weight in pairs:
        flat, wanted = scores.flatten(0, 1), batch[name].flatten()
        summed = functional.cross_entropy(flat, wanted, ignore_index=IGNORE, reduction="sum")
        total = total + weight * summed / (wanted != IGNORE).sum().clamp(min=1)
    return total


def _masked(arcs: Tensor, batch: Batch) -> Tensor:
    """Scores of arcs without those to padding."""
    words = (batch["first"] != 0).sum(1) + 1
    spare = torch.arange(arcs.shape[2], device=arcs.device)[None] >= words[:, None]
    return arcs.float().masked_fill(spare[:, None, :], -1e4)


def told(found: tuple[Tensor, ...], batch: Batch) -> Batch:
    """The likeliest tags, heads and labels of words; heads as scored, not yet made a tree."""
    pos, tags, arcs, labels = found
    heads = _masked(arcs, batch).argmax(2)
    deps = torch.gather(labels.argmax(3), 2, heads[:, :, None])[:, :, 0]
    return {"pos": pos.argmax(2), "tags": tags.argmax(2), "heads": heads, "deps": deps}


def right(found: tuple[Tensor, ...], batch: Batch) -> Counter[str]:
    """How many words there are, punctuation too, and how many have the right tags, heads, and heads with labels."""
    known, most = batch["heads"] != IGNORE, told(found, batch)
    same = {name: (most[name] == batch[name]) & known for name in TREE}
    arcs = {"uas": same["heads"], "las": same["heads"] & same["deps"], "pos": same["pos"], "tags": same["tags"]}
    return Counter({"words": int(known.sum()), **{name: int(each.sum()) for name, each in arcs.items()}})


def shares(counted: Counter[str]) -> dict[str, float]:
    """What `right` has counted, in percent."""
    return {name: round(100 * counted[name] / counted["words"], 2) for name in ("pos", "tags", "uas", "las")}


def write(trees: Iterable[Tree], path: Path) -> None:
    """Writes trees a line each, as `read` reads them."""
    lines = (json.dumps([tree.words, tree.pos, tree.tags, tree.heads, tree.deps]) for tree in trees)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read(path: Path) -> list[Tree]:
    """The trees that `write` wrote."""
    rows = [[tuple(each) for each in json.loads(line)] for line in path.read_text("utf-8").splitlines()]
    return [Tree(words, words, pos, tags, heads, deps) for words, pos, tags, heads, deps in rows]
