"""Trains the network of acts over the states of the parser's encoder, which stays as it is.

    python -m training.acts PARSER_WEIGHTS ENCODER_FOLDER OUT EXAMPLES.jsonl... --epochs 20

PARSER_WEIGHTS is what `training.train` wrote, ENCODER_FOLDER the checkpoint that it began from, EXAMPLES are written by
`training.acts_data`, and `--soft` is what the teachers say of them (`training.acts_teachers`). Every eighth item of
`training/acts` is held out, and figures are printed on these after each epoch. Takes an hour on two cores, and some two
minutes on a GPU of a data centre.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any, TypeAlias
from zlib import crc32

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from graph.model import Status
from graph.relations import relations
from loaders.english._encoding import Row, row
from loaders.english._pieces import Pieces
from training.acts_data import held_out
from training.acts_network import ActsNetwork
from training.acts_soft import Softened
from training.export import load
from training.network import Network, renamed
from training.train import batched, packed, unpacked

LONGEST, MOST_PAIRS = 120, 90
BLOTTED, TESTED, SOFT = 0.06, 0.5, 0.5
STATUSES = [each.value for each in Status]
RELATIONS = sorted(relations())
IGNORE = -100
INPUTS = ("low", "high", "first", "last", "real", "row", "source", "target")

Wanted: TypeAlias = dict[str, Tensor]


@dataclass
class Asked:
    """A sentence as numbers, with the pairs asked about it: [source, target, relations, word, status] of each."""

    row: Row
    pairs: list[tuple[int, int, list[int], int, int]]
    held: bool
    news: bool
    source: str
    key: str
    soft: Tensor | None = None
    low: Tensor | None = None
    high: Tensor | None = None


def read_examples(paths: Sequence[Path], cut: Callable[[Sequence[str]], Row], seed: int = 7) -> list[Asked]:
    """The sentences of some files that have a pair and are not too long; `cut` makes numbers of their words."""
    random = Random(seed)
    lines = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    found = [asked(each, cut, random) for each in lines if len(each["words"]) <= LONGEST]
    return [each for each in found if each.pairs]


def asked(example: dict[str, Any], cut: Callable[[Sequence[str]], Row], random: Random) -> Asked:
    """Every ordered pair of actor words, the places of words counted from 1; a symmetric relation holds both ways."""
    acts: dict[tuple[int, int], list[tuple[str, int, str]]] = {}
    for source, name, target, word, status in example["acts"]:
        acts.setdefault((source, target), []).append((name, word, status))
        if relations()[name].symmetric:
            acts.setdefault((target, source), []).append((name, word, status))
    left_open = {tuple(each) for pair in example["open"] for each in (pair, pair[::-1])} - acts.keys()
    wanted = [pair for pair in permutations(example["actors"], 2) if pair not in left_open]
    if len(wanted) > MOST_PAIRS:
        wanted = [*acts, *random.sample([pair for pair in wanted if pair not in acts], MOST_PAIRS)]
    pairs = []
    for source, target in wanted:
        found = acts.get((source, target), [])
        word = found[0][1] + 1 if len(found) == 1 and found[0][1] >= 0 else IGNORE
        status = STATUSES.index(found[0][2]) if found else IGNORE
        pairs.append((source + 1, target + 1, [1 + RELATIONS.index(name) for name, _, _ in found], word, status))
    source, words = example["source"], example["words"]
    news, key = ".txt:" in source, f"{source}:{crc32(' '.join(words).encode())}"
    return Asked(cut(words), pairs, news and held_out(source), news, source, key)


def tensors(part: list[Asked], device: str) -> Wanted:
    """A batch of sentences with the states of their pieces, and their pairs in one list."""
    found = wanted(part, device)
    for name in ("low", "high"):
        states = [getattr(each, name) for each in part]
        found[name] = nn.utils.rnn.pad_sequence(states, batch_first=True).to(device).float()
    return found


def wanted(part: list[Asked], device: str) -> Wanted:
    """The pieces and words of a batch, and what is wanted of its pairs: of their labels and the teachers' the mean."""
    found = numbers(part, device)
    pairs = [(i, *pair) for i, each in enumerate(part) for pair in each.pairs]
    columns = {"row": 0, "source": 1, "target": 2, "word": 4, "status": 5}
    found.update({name: torch.tensor([pair[place] for pair in pairs]).to(device) for name, place in columns.items()})
    hard = torch.zeros(len(pairs), 1 + len(RELATIONS))
    for i, (_, _, _, names, _, _) in enumerate(pairs):
        hard[i, names or [0]] = 1 / max(1, len(names))
    parts = zip(part, hard.split([len(each.pairs) for each in part]), strict=True)
    soft = [right if each.soft is None else SOFT * each.soft + (1 - SOFT) * right for each, right in parts]
    found["hard"], found["wanted"] = hard.to(device), torch.cat(soft).to(device)
    return found


def numbers(part: list[Asked], device: str) -> Wanted:
    """The pieces and words of a batch."""
    rows = [
        {"ids": each.row.ids, "shapes": each.row.shapes, "first": each.row.first, "last": each.row.last,
         "real": [1] * len(each.row.ids)}
        for each in part
    ]  # fmt: skip
    return batched(rows, device)


def note_states(parser: Network, sentences: list[Asked], device: str) -> None:
    """Has the frozen encoder look at every sentence, once for all epochs: 1.5 KB a piece."""
    order = sorted(sentences, key=lambda each: len(each.row.ids))
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        low, high = states(parser, numbers(part, device))
        for i, each in enumerate(part):
            size = len(each.row.ids)
            each.low, each.high = low[i, :size].half(), high[i, :size].half()


@torch.no_grad()
def states(parser: Network, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """What the parser's encoder makes of pieces, before its first layer and after its last."""
    places = torch.arange(batch["ids"].shape[1], device=batch["ids"].device)
    low = parser.norm(parser.words(batch["ids"]) + parser.shapes(batch["shapes"]) + parser.places(places)[None])
    high, mask = low, (1.0 - batch["real"].float())[:, None, None, :] * -1e4
    for layer in parser.layers:
        high = layer(high, mask)
    return low, high


def scores(network: ActsNetwork, batch: dict[str, Tensor]) -> tuple[Tensor, ...]:
    """Scores of relations, statuses and words for the pairs of a batch."""
    found: tuple[Tensor, ...] = network(*(batch[name] for name in INPUTS))
    return found


def loss(found: tuple[Tensor, ...], batch: dict[str, Tensor]) -> Tensor:
    """Of relations most; of the word and the status where they are known."""
    names, status, spots = found
    total = -3.0 * (batch["wanted"] * names.float().log_softmax(-1)).sum(-1).mean()
    for values, name in ((spots, "word"), (status, "status")):
        if (batch[name] != IGNORE).any():
            total = total + 0.3 * functional.cross_entropy(values.float(), batch[name], ignore_index=IGNORE)
    return total


def drop_pieces(batch: dict[str, Tensor]) -> None:
    """Blots out some pieces, so that no single word decides."""
    kept = (torch.rand(batch["real"].shape, device=batch["low"].device) >= BLOTTED).float()[:, :, None]
    batch["low"], batch["high"] = batch["low"] * kept, batch["high"] * kept


def shuffled(taught: list[Asked], random: Random, size: int) -> Iterator[list[Asked]]:
    """All sentences of news and every other one that tests the frames, in batches of like length."""
    sentences = [each for each in taught if each.news or random.random() < TESTED]
    random.shuffle(sentences)
    for start in range(0, len(sentences), size * 40):
        block = sorted(sentences[start : start + size * 40], key=lambda each: len(each.row.ids))
        parts = [block[i : i + size] for i in range(0, len(block), size)]
        random.shuffle(parts)
        yield from parts


def batches_in(taught: list[Asked], size: int) -> int:
    """How many batches `shuffled` makes of some sentences, about."""
    return math.ceil(sum(1.0 if each.news else TESTED for each in taught) / size)


@torch.no_grad()
def evaluate(network: ActsNetwork, sentences: list[Asked], device: str) -> str:
    """Precision and recall of relations at some thresholds, and how often the word is right."""
    network.eval()
    told: list[tuple[float, bool, bool]] = []
    gold = spotted = spots = 0
    for start in range(0, len(sentences), 32):
        batch = tensors(sentences[start : start + 32], device)
        names, _, words = scores(network, batch)
        sure, top = names.softmax(-1)[:, 1:].max(-1)
        right = batch["hard"].gather(1, top[:, None] + 1)[:, 0] > 0
        told += zip(sure.tolist(), right.tolist(), (batch["hard"][:, 0] == 0).tolist(), strict=True)
        gold += int((batch["hard"][:, 0] == 0).sum())
        known = batch["word"] != IGNORE
        spotted, spots = spotted + int((words.argmax(-1) == batch["word"])[known].sum()), spots + int(known.sum())
    network.train()
    parts = []
    for least in (0.2, 0.35, 0.5, 0.7):
        kept = [each for each in told if each[0] >= least]
        right = sum(each[1] for each in kept)
        pairs = sum(each[2] for each in kept)
        parts.append(
            f"at {least} P {right / max(1, len(kept)):.2f} (pair {pairs / max(1, len(kept)):.2f}) R {right / gold:.2f}"
        )
    return f"{', '.join(parts)}, word {spotted / max(1, spots):.2f}"


def train(options: argparse.Namespace) -> None:
    """The whole training."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device, random = "cuda" if torch.cuda.is_available() else "cpu", Random(options.seed)
    parser, codes = load(options.parser)
    sentences = read_examples(options.examples, partial(row, Pieces(codes["pieces"])))
    note_states(parser.requires_grad_(requires_grad=False).to(device), sentences, device)
    soften(sentences, options.soft)
    held = sorted((each for each in sentences if each.held), key=lambda each: len(each.row.ids))
    taught = sentences if options.all else [each for each in sentences if not each.held]
    print(f"{len(taught)} sentences, {len(held)} held out", flush=True)
    network = ActsNetwork(1 + len(RELATIONS), len(STATUSES), options.layers)
    begin(network, options)
    rates = optimizer(network.to(device), options.rate)
    steps = options.epochs * batches_in(taught, options.batch)
    began = time.monotonic()

    def rate(step: int) -> float:
        gone = max(step / steps, (time.monotonic() - began) / options.seconds)
        return min((step + 1) / 200, max(0.0, 1.0 - gone))

    schedule = torch.optim.lr_scheduler.LambdaLR(rates, rate)
    for number in range(options.epochs):
        total, count = 0.0, 0
        for part in shuffled(taught, random, options.batch):
            batch = tensors(part, device)
            drop_pieces(batch)
            with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
                value = loss(scores(network, batch), batch)
            rates.zero_grad(set_to_none=True)
            value.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            rates.step()
            schedule.step()
            total, count = total + value.item(), count + 1
        spent = time.monotonic() - began
        print(f"{number + 1} {spent:.0f} s loss {total / count:.3f} {evaluate(network, held, device)}", flush=True)
        save(network, options.out)
        if spent > options.seconds:
            break


def soften(sentences: list[Asked], path: Path | None) -> None:
    """Notes with each sentence what the teachers say of it, where they were asked."""
    softened = Softened.read(path) if path else Softened()
    for each in sentences:
        each.soft = softened.of(each.key, 1 + len(RELATIONS))


def optimizer(network: ActsNetwork, rate: float) -> torch.optim.AdamW:
    """AdamW with a higher rate for what is not pretrained."""
    new = [value for name, value in network.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": network.layers.parameters(), "lr": rate}, {"params": new, "lr": 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def begin(network: ActsNetwork, options: argparse.Namespace) -> None:
    """Gives the layers the first ones of the pretrained encoder, or takes up an earlier training."""
    if options.start:
        network.load_state_dict(unpacked(load_file(options.start)))
        return
    weights = renamed(load_file(options.encoder / "model.safetensors"), [0], options.layers)
    for i, layer in enumerate(network.layers):
        start = f"layers.{i}."
        layer.load_state_dict({name.removeprefix(start): v for name, v in weights.items() if name.startswith(start)})


def save(network: ActsNetwork, out: Path) -> None:
    """The weights, large matrices in eight bits."""
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(packed({name: value.detach().cpu() for name, value in network.state_dict().items()}), out)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parser", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1e9, help="end about then, with the rate going down to it")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--soft", type=Path, help="what the teachers say, from training.acts_teachers")
    parser.add_argument("--all", action="store_true", help="learn from the held-out items too")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
