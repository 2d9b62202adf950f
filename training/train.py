"""Trains the encoder that the parser and the network of acts share, and the heads of both.

    python -m training.train TREEBANK_FOLDER ENCODER_FOLDER OUT.safetensors EXAMPLES.jsonl... --trees T... --soft S...

TREEBANK_FOLDER holds `ewt-train.conllu.xz` and what is to be scored; ENCODER_FOLDER a checkpoint of MiniLM in BERT's
form (`model.safetensors`, `vocab.txt`); EXAMPLES are written by `training.acts_data`, T by `training.tree_teacher`, and
S by `training.acts_teachers`. An epoch takes ten seconds on a GPU of a data centre, or with `--half` three minutes on
two cores that multiply in half precision.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from loaders.english._encoding import row
from loaders.english._pieces import Pieces
from training import acts_examples as acting
from training import trees as parsing
from training.acts_examples import Asked
from training.batches import Numbers, moved
from training.joint_network import JointNetwork, save
from training.lessons import PIECES, Lessons, teach_trees
from training.network import LAYERS
from training.packing import packed, unpacked
from training.treebank import read

# How much of the labels of articles is what was said of them before.
BEFORE = 0.3
SCORED = ("ewt-dev", "ewt-test", "gum-news")


def optimizer(network: JointNetwork, encoder: float, heads: float) -> torch.optim.AdamW:
    """AdamW with a low rate for what is pretrained and a high one for what is new."""
    old, flat = [], []
    for value in network.encoder.parameters():
        (flat if value.ndim == 1 else old).append(value)
    groups: list[dict[str, Any]] = [
        {"params": old, "lr": encoder, "weight_decay": 0.01},
        {"params": flat, "lr": encoder, "weight_decay": 0.0},
        {"params": [*network.trees.parameters(), *network.acts.parameters()], "lr": heads, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def learn(network: JointNetwork, lessons: Lessons, options: argparse.Namespace, device: str) -> nn.Module:
    """Trains for the epochs or the seconds that are given; the running mean of the weights."""
    rates = optimizer(network, options.rate, 5 * options.rate)
    steps, began = options.epochs * len(lessons), time.monotonic()
    warm = min(500, 1 + steps // 10)
    mean = torch.optim.swa_utils.AveragedModel(network, avg_fn=_moved)

    def rate(step: int) -> float:
        """Up over the first steps, then evenly down to the end, be it of the steps or of the time."""
        gone = max(step / steps, (time.monotonic() - began) / options.seconds)
        return min(1.0, (step + 1) / warm, max(0.0, 1.01 - gone))

    schedule = torch.optim.lr_scheduler.LambdaLR(rates, rate)
    for number, batches in zip(range(options.epochs), lessons.epochs(), strict=False):
        total = torch.zeros((), device=device)
        for batch in batches:
            with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda" or options.half):
                loss = network.loss(batch)
            rates.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            rates.step()
            schedule.step()
            mean.update_parameters(network)
            total += loss.detach()
        spent = time.monotonic() - began
        print(f"epoch {number + 1}, {spent:.0f} s, loss {total.item() / len(batches):.3f}", flush=True)
        if spent > options.seconds:
            break
    return mean.module


def _moved(mean: Tensor, value: Tensor, count: Tensor | int) -> Tensor:
    """The running mean of the weights, over few steps at first and over about five hundred later."""
    return mean + (value - mean) * max(0.002, 9 / (10 + float(count)))


@torch.no_grad()
def score(
    network: JointNetwork, held: Sequence[Asked], banks: Mapping[str, list[Numbers]], device: str
) -> Iterator[str]:
    """Lines about the acts of what is held out, and about trees that are known."""
    network.eval()
    scored = acting.Scored()
    for part in acting.batched(held, PIECES):
        batch = moved(acting.batch(part), device)
        scored.add(network.pairs(network.words(batch), batch), batch)
    yield from scored.lines()
    for name, rows in banks.items():
        counted: Counter[str] = Counter()
        for each in parsing.batched(rows, PIECES):
            batch = moved(each, device)
            counted += parsing.right(network.trees(network.words(batch)), batch)
        yield f"{name} {parsing.shares(counted)}"


@torch.no_grad()
def remember(network: JointNetwork, articles: Sequence[Asked], device: str) -> None:
    """Softens the labels of articles by what the network says of them before it learns from them."""
    network.eval()
    for part in acting.batched(articles, PIECES):
        batch = moved(acting.batch(part), device)
        said = network.pairs(network.words(batch), batch)[0].float().softmax(-1).cpu()
        for each, own in zip(part, said, strict=True):
            each.soft, each.trust = own[: len(each.pairs)], BEFORE
    network.train()


def vocabulary(encoder: Path, count: int) -> tuple[list[int], list[str]]:
    """The commonest pieces of the checkpoint that can occur in English text: their places in it, and they."""
    lines = (encoder / "vocab.txt").read_text("utf-8").split("\n")
    kept = [i for i, piece in enumerate(lines) if _wanted(piece)][:count]
    return kept, [lines[i] for i in kept]


def _wanted(piece: str) -> bool:
    """Whether a piece can occur in English text; the others only cost space."""
    if piece.startswith("[unused") or not piece:
        return False
    return piece in {"[UNK]", "[CLS]", "[SEP]"} or all(
        ord(each) < 0x250 or 0x2000 <= ord(each) < 0x2200 for each in piece
    )


def begun(options: argparse.Namespace, kept: list[int], codes: parsing.Codes) -> JointNetwork:
    """A network with the first layers of the checkpoint, or the weights of an earlier training."""
    network = JointNetwork(len(kept), codes.sizes, options.layers)
    if options.start:
        network.load_state_dict(unpacked(load_file(options.start)))
    else:
        network.encoder.start_from(load_file(options.encoder / "model.safetensors"), kept)
    return network


def train(options: argparse.Namespace) -> None:
    """The whole training; writes the weights and the names of codes, and prints scores."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device, random = "cuda" if torch.cuda.is_available() else "cpu", Random(options.seed)
    bank = list(read(options.treebank / "ewt-train.conllu.xz"))[: options.first]
    codes = parsing.Codes(bank)
    kept, pieces = vocabulary(options.encoder, options.pieces)
    cut = partial(row, Pieces(pieces))
    marked = acting.read_examples(options.examples, cut)[: options.first]
    acting.soften(marked, options.soft)
    teach_trees(marked, options.trees, codes)
    held, taught = [each for each in marked if each.held], [each for each in marked if not each.held]
    network = begun(options, kept, codes).to(device)
    articles = acting.read_articles(options.articles, cut, options.without) if options.articles else []
    teach_trees(articles, options.trees, codes)
    shown = [each for each in articles if not each.held]
    remember(network, shown, device)
    lessons = Lessons(bank, taught, codes, cut, random, shown, options.share)
    lessons.to(device)
    print(f"{len(bank)} trees, {len(taught)} sentences, {len(held)} held out, {len(lessons)} batches", flush=True)
    mean = learn(network, lessons, options, device)
    save(mean, {"pieces": pieces, **codes.names}, options.out)
    # What is scored is what is saved, in eight bits.
    network.load_state_dict(unpacked(packed(mean.state_dict())))
    paths = {name: options.treebank / f"{name}.conllu.xz" for name in SCORED}
    banks = {
        name: parsing.encoded(list(read(path))[: options.first], codes, cut)
        for name, path in paths.items()
        if path.exists()
    }
    for line in score(network, held, banks, device):
        print(line, flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--trees", type=Path, nargs="*", default=[], help="trees of the examples; the last file counts")
    parser.add_argument("--soft", type=Path, nargs="*", default=[], help="what the teachers say of the acts")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--layers", type=int, default=LAYERS, help="how many layers of the encoder to keep")
    parser.add_argument("--pieces", type=int, default=13_500, help="how many pieces of the vocabulary, commonest first")
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1e9, help="end about then, with the rate going down to it")
    parser.add_argument("--start", type=Path, help="weights to go on from, of as many layers")
    parser.add_argument("--articles", type=Path, help="sentences of marked articles, to learn from as well")
    parser.add_argument("--without", type=int, choices=(0, 1), help="leave out this half of the articles")
    parser.add_argument("--share", type=float, default=1.0, help="how much of all else is in a round")
    parser.add_argument("--half", action="store_true", help="multiply in half precision without a GPU too")
    parser.add_argument("--first", type=int, default=None, help="only the first trees and sentences, to try it out")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
