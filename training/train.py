"""Trains the parser.

    python -m training.train TREEBANK_FOLDER ENCODER_FOLDER OUT_FOLDER --epochs 30

TREEBANK_FOLDER holds `ewt-train.conllu.xz` and `ewt-dev.conllu.xz`; ENCODER_FOLDER a checkpoint of MiniLM in BERT's
form
(`model.safetensors`, `vocab.txt`). Takes 5 minutes on a GPU of 2024.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from loaders.english._pieces import SHAPES, Pieces, shape
from training.constructs import varied
from training.network import LAYERS, Network
from training.treebank import Tree, read

BATCH = 32
LONGEST = 160
IGNORE = -100


class Codes:
    """Numbers for pieces, tags and labels."""

    def __init__(self, vocabulary: list[str], trees: list[Tree]) -> None:
        self.vocabulary = vocabulary
        self.pieces = Pieces(vocabulary)
        self.pos, self.tags, self.deps = (
            sorted({each for tree in trees for each in column(tree)})
            for column in (lambda tree: tree.pos, lambda tree: tree.tags, lambda tree: tree.deps)
        )
        self._numbers = [{name: i for i, name in enumerate(names)} for names in (self.pos, self.tags, self.deps)]

    def encoded(self, tree: Tree) -> dict[str, list[int]]:
        """A tree as numbers; word 0 is the root."""
        ids, shapes, first, last = [self.pieces.start], [5], [0], [0]
        for word in tree.words:
            cut = self.pieces.of(word)
            first.append(len(ids))
            ids += cut
            shapes += [shape(word)] * len(cut)
            last.append(len(ids) - 1)
        ids.append(self.pieces.end)
        shapes.append(5)
        pos, tags, deps = (
            [IGNORE, *(numbers.get(each, IGNORE) for each in column)]
            for numbers, column in zip(self._numbers, (tree.pos, tree.tags, tree.deps), strict=True)
        )
        return {"ids": ids, "shapes": shapes, "first": first, "last": last, "real": [1] * len(ids), "pos": pos,
                "tags": tags, "deps": deps, "heads": [IGNORE, *tree.heads]}  # fmt: skip


def batched(rows: list[dict[str, list[int]]], device: str) -> dict[str, Tensor]:
    """Rows padded to the longest."""
    found = {}
    for name in rows[0]:
        blank = IGNORE if name in {"pos", "tags", "deps", "heads"} else 0
        most = max(len(row[name]) for row in rows)
        filled = [row[name] + [blank] * (most - len(row[name])) for row in rows]
        found[name] = torch.tensor(filled).to(device, non_blocking=True)
    return found


def epoch(trees: list[Tree], codes: Codes, random: Random, device: str) -> Iterator[dict[str, Tensor]]:
    """All trees once, varied, in batches of like length."""
    rows = [codes.encoded(varied(tree, random)) for tree in trees]
    rows = [row for row in rows if len(row["ids"]) <= LONGEST]
    random.shuffle(rows)
    for start in range(0, len(rows), BATCH * 50):
        block = sorted(rows[start : start + BATCH * 50], key=lambda row: len(row["ids"]))
        parts = [block[i : i + BATCH] for i in range(0, len(block), BATCH)]
        random.shuffle(parts)
        for part in parts:
            yield batched(part, device)


def losses(network: Network, batch: dict[str, Tensor]) -> Tensor:
    """The sum of the losses of tags, arcs and labels."""
    pos, tags, arcs, labels = network(*(batch[name] for name in ("ids", "shapes", "first", "last", "real")))
    spare = torch.arange(arcs.shape[2], device=arcs.device)[None] >= (batch["heads"] != IGNORE).sum(1)[:, None] + 1
    arcs = arcs.float().masked_fill(spare[:, None, :], -1e4)
    at = batch["heads"].clamp(min=0)[:, :, None, None].expand(-1, -1, 1, labels.shape[3])
    chosen = torch.gather(labels, 2, at)[:, :, 0].float()
    pairs = ((pos.float(), "pos", 0.5), (tags.float(), "tags", 0.5), (arcs, "heads", 1.0), (chosen, "deps", 1.0))
    total = torch.zeros((), device=arcs.device)
    for scores, name, weight in pairs:
        total = total + weight * functional.cross_entropy(
            scores.flatten(0, 1), batch[name].flatten(), ignore_index=IGNORE
        )
    return total


@torch.no_grad()
def evaluate(network: Network, codes: Codes, trees: list[Tree], device: str) -> dict[str, float]:
    """Shares of words, punctuation too, that are right; heads as scored, not yet made a tree."""
    network.eval()
    right: Counter[str] = Counter()
    rows = sorted((codes.encoded(tree) for tree in trees), key=lambda row: len(row["ids"]))
    for i in range(0, len(rows), 128):
        batch = batched(rows[i : i + 128], device)
        pos, tags, arcs, labels = network(*(batch[name] for name in ("ids", "shapes", "first", "last", "real")))
        real = batch["heads"] != IGNORE
        spare = torch.arange(arcs.shape[2], device=device)[None] >= real.sum(1)[:, None] + 1
        heads = arcs.float().masked_fill(spare[:, None, :], -1e4).argmax(2)
        named = torch.gather(labels.argmax(3), 2, heads[:, :, None])[:, :, 0]
        arc = (heads == batch["heads"]) & real
        right["words"] += int(real.sum())
        right["uas"] += int(arc.sum())
        right["las"] += int((arc & (named == batch["deps"])).sum())
        right["pos"] += int(((pos.argmax(2) == batch["pos"]) & real).sum())
        right["tags"] += int(((tags.argmax(2) == batch["tags"]) & real).sum())
    network.train()
    return {name: round(100 * right[name] / right["words"], 2) for name in ("pos", "tags", "uas", "las")}


def optimizer(network: Network, encoder: float, heads: float) -> torch.optim.AdamW:
    """AdamW with a low rate for what is pretrained and a high one for what is new."""
    old, new, flat = [], [], []
    for name, value in network.named_parameters():
        pretrained = name.split(".")[0] in {"words", "places", "norm", "layers"}
        (flat if pretrained and value.ndim == 1 else old if pretrained else new).append(value)
    groups: list[dict[str, Any]] = [
        {"params": old, "lr": encoder, "weight_decay": 0.01},
        {"params": flat, "lr": encoder, "weight_decay": 0.0},
        {"params": new, "lr": heads, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def train(options: argparse.Namespace) -> None:
    """The whole training; writes weights in half precision, names and scores to the folder."""
    torch.manual_seed(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    trees = list(read(options.treebank / "ewt-train.conllu.xz"))[: options.first]
    dev = list(read(options.treebank / "ewt-dev.conllu.xz"))[: options.first]
    lines = (options.encoder / "vocab.txt").read_text("utf-8").split("\n")
    kept = [i for i, piece in enumerate(lines) if _wanted(piece)][: options.pieces]
    codes = Codes([lines[i] for i in kept], trees)
    network = Network(len(kept), SHAPES, len(codes.pos), len(codes.tags), len(codes.deps), options.layers).to(device)
    network.start_from(load_file(options.encoder / "model.safetensors"), kept)
    steps = options.epochs * -(-len(trees) // BATCH)
    rates = optimizer(network, options.rate, 10 * options.rate)
    warm, began = min(500, 1 + steps // 10), time.monotonic()

    def rate(step: int) -> float:
        """Up over the first steps, then evenly down to the end, be it of the steps or of the time."""
        gone = max(step / steps, (time.monotonic() - began) / options.seconds)
        return min(1.0, (step + 1) / warm, max(0.0, 1.01 - gone))

    schedule = torch.optim.lr_scheduler.LambdaLR(rates, rate)
    mean = torch.optim.swa_utils.AveragedModel(network, avg_fn=_moved)
    random = Random(options.seed)
    for number in range(options.epochs):
        for batch in epoch(trees, codes, random, device):
            with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
                loss = losses(network, batch)
            rates.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            rates.step()
            schedule.step()
            mean.update_parameters(network)
        last = number == options.epochs - 1
        if number % 5 == 4 or last:
            print(
                number + 1, f"{time.monotonic() - began:.0f} s", evaluate(mean.module, codes, dev, device), flush=True
            )
        if time.monotonic() - began > options.seconds:
            break
    save(mean.module, codes, options.out)
    mean.module.load_state_dict(unpacked(packed(mean.module.state_dict())))
    for name in ("ewt-dev", "ewt-test", "gum-news"):
        if (options.treebank / f"{name}.conllu.xz").exists():
            print(
                name,
                evaluate(
                    mean.module, codes, list(read(options.treebank / f"{name}.conllu.xz"))[: options.first], device
                ),
            )


def _moved(mean: Tensor, value: Tensor, count: Tensor | int) -> Tensor:
    """The running mean of the weights, over few steps at first and over about five hundred later."""
    return mean + (value - mean) * max(0.002, 9 / (10 + float(count)))


def _wanted(piece: str) -> bool:
    """Whether a piece can occur in English text; the others only cost space."""
    if piece.startswith("[unused") or not piece:
        return False
    return piece in {"[UNK]", "[CLS]", "[SEP]"} or all(
        ord(each) < 0x250 or 0x2000 <= ord(each) < 0x2200 for each in piece
    )


def save(network: nn.Module, codes: Codes, out: Path) -> None:
    """Matrices in eighths of a row's largest value, the rest in half precision; names of pieces, tags and labels
    beside.
    """
    out.mkdir(parents=True, exist_ok=True)
    state = {name: value.detach().cpu() for name, value in network.state_dict().items()}
    words = packed({"words.weight": state.pop("words.weight")})
    names = {"pieces": codes.vocabulary, "pos": codes.pos, "tags": codes.tags, "deps": codes.deps}
    save_file(words, out / "words.safetensors", {name: json.dumps(each) for name, each in names.items()})
    save_file(packed(state), out / "rest.safetensors")


def packed(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Large matrices as whole numbers from -127 to 127 with a scale for every row."""
    found = {}
    for name, value in state.items():
        if value.ndim == 2 and value.numel() > 50_000:
            scale = value.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            found[name], found[f"{name}.scale"] = (value / scale).round().to(torch.int8), scale.float()
        else:
            found[name] = value.half()
    return {name: value.contiguous() for name, value in found.items()}


def unpacked(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """What `packed` made, in single precision."""
    return {
        name: value.float() * state[f"{name}.scale"] if f"{name}.scale" in state else value.float()
        for name, value in state.items()
        if not name.endswith(".scale")
    }


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--layers", type=int, default=LAYERS, help="how many layers of the encoder to keep")
    parser.add_argument(
        "--pieces", type=int, default=None, help="how many pieces of the vocabulary to keep, commonest first"
    )
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after the epoch in which this time is over")
    parser.add_argument("--first", type=int, default=None, help="use only the first trees, to try the program")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
