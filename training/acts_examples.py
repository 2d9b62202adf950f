"""The marked sentences as numbers, and how well a network tells their acts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import torch
from torch import Tensor
from torch.nn import functional

from graph.model import Status
from graph.relations import relations
from loaders.english._encoding import Row
from training.acts_soft import Softened
from training.alternatives import alternatives, chosen
from training.batches import IGNORE, Batch, Numbers, padded, sorted_parts
from training.held_out import half, held_out
from training.trees import inputs

LONGEST, MOST_PAIRS, SOFT = 120, 90, 0.5
STATUSES = [each.value for each in Status]
RELATIONS = sorted(relations())
LEASTS = (0.2, 0.35, 0.5, 0.7)


@dataclass
class Asked:
    """A sentence as numbers, with the pairs asked about it: [source, target, relations, word, status] of each.

    `tree` is what is to be learned of its tree, `soft` how likely teachers find each relation of each pair, which
    `trust` is the weight of; `edges` are ways to say an edge, where it is open which of its pairs says it
    (`alternatives`).
    """

    words: tuple[str, ...]
    row: Row
    pairs: list[tuple[int, int, list[int], int, int]]
    held: bool
    news: bool
    source: str
    key: str
    tree: Numbers | None = None
    soft: Tensor | None = None
    trust: float = SOFT
    edges: list[list[tuple[list[int], int, bool]]] = field(default_factory=list)


def read_examples(paths: Sequence[Path], cut: Callable[[Sequence[str]], Row]) -> list[Asked]:
    """The sentences of some files that are not too long; `cut` makes numbers of their words."""
    lines = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [asked(each, cut) for each in lines if len(each["words"]) <= LONGEST]


def sentences(paths: Sequence[Path]) -> list[tuple[str, ...]]:
    """The words of all sentences of some files that are not too long, each once."""
    lines = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return list(dict.fromkeys(tuple(each["words"]) for each in lines if len(each["words"]) <= LONGEST))


def read_articles(path: Path, cut: Callable[[Sequence[str]], Row], without: int | None) -> list[Asked]:
    """The sentences of marked articles (`training.article_examples`); the half that is left out is held out.

    Which word says an act, and its status, are not known of them.
    """
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [_of_article(each, cut, without) for each in lines if len(each["words"]) <= LONGEST]


def _of_article(line: dict[str, Any], cut: Callable[[Sequence[str]], Row], without: int | None) -> Asked:
    told = [tuple(pair) for edge in line["edges"] for pairs in edge["pairs"] for pair in pairs]
    asked_about = list(dict.fromkeys([*told, *map(tuple, line["none"])]))[:MOST_PAIRS]
    place = {pair: i for i, pair in enumerate(asked_about)}
    edges = [
        [
            ([place[tuple(pair)] for pair in pairs], 1 + RELATIONS.index(name), not number)
            for number, name in enumerate(edge["relations"])
            for pairs in edge["pairs"]
            if all(tuple(pair) in place for pair in pairs)
        ]
        for edge in line["edges"]
    ]
    pairs = [(source + 1, target + 1, list[int](), IGNORE, IGNORE) for source, target in asked_about]
    source, words = line["source"], tuple(line["words"])
    return Asked(words, cut(words), pairs, half(source) == without, True, source, "", edges=[e for e in edges if e])


def asked(example: dict[str, Any], cut: Callable[[Sequence[str]], Row]) -> Asked:
    """Every ordered pair of actor words, the places of words counted from 1; a symmetric relation holds both ways.

    Of too many pairs some are taken, for the same sentence always the same.
    """
    item, words = example["source"], tuple(example["words"])
    key = f"{item}:{crc32(' '.join(words).encode())}"
    acts: dict[tuple[int, int], list[tuple[str, int, str]]] = {}
    for source, name, target, word, status in example["acts"]:
        acts.setdefault((source, target), []).append((name, word, status))
        if relations()[name].symmetric:
            acts.setdefault((target, source), []).append((name, word, status))
    left_open = {tuple(each) for pair in example["open"] for each in (pair, pair[::-1])} - acts.keys()
    wanted = [pair for pair in permutations(example["actors"], 2) if pair not in left_open]
    if len(wanted) > MOST_PAIRS:
        wanted = [*acts, *Random(key).sample([pair for pair in wanted if pair not in acts], MOST_PAIRS)]
    pairs = []
    for source, target in wanted:
        found = acts.get((source, target), [])
        word = found[0][1] + 1 if len(found) == 1 and found[0][1] >= 0 else IGNORE
        status = STATUSES.index(found[0][2]) if found else IGNORE
        pairs.append((source + 1, target + 1, [1 + RELATIONS.index(name) for name, _, _ in found], word, status))
    news = ".txt:" in item
    return Asked(words, cut(words), pairs, news and held_out(item), news, item, key)


def soften(sentences: Iterable[Asked], paths: Sequence[Path]) -> None:
    """Notes with each sentence what the teachers say of it, where they were asked."""
    softened = [Softened.read(path) for path in paths]
    for each in sentences:
        told = (one.of(each.key, 1 + len(RELATIONS)) for one in softened)
        # Where actors were found since that the teachers had not been asked about, the marks count alone.
        each.soft = next((found for found in told if found is not None and len(found) == len(each.pairs)), None)


def batched(sentences: Sequence[Asked], pieces: int) -> list[list[Asked]]:
    """Batches of sentences of like length that have pairs."""
    found = [each for each in sentences if each.pairs]
    return sorted_parts(found, [len(each.row.ids) for each in found], pieces)


def batch(part: Sequence[Asked]) -> Batch:
    """The numbers of some sentences, and what is wanted of their pairs: of their labels and the teachers' the mean.

    The padding of pairs is 0 in `pair`.
    """
    found = padded([{**inputs(each.row), **(each.tree or {})} for each in part])
    most = max(len(each.pairs) for each in part)
    for name, column, blank in (("source", 0, 1), ("target", 1, 1), ("word", 3, IGNORE), ("status", 4, IGNORE)):
        rows = [[pair[column] for pair in each.pairs] + [blank] * (most - len(each.pairs)) for each in part]
        found[name] = torch.tensor(rows)
    found["pair"] = torch.tensor([[1] * len(each.pairs) + [0] * (most - len(each.pairs)) for each in part])
    found["hard"] = torch.zeros(len(part), most, 1 + len(RELATIONS))
    found["soft"], found["trust"] = found["hard"].clone(), torch.zeros(len(part), 1, 1)
    for i, each in enumerate(part):
        for j, (_, _, names, _, _) in enumerate(each.pairs):
            found["hard"][i, j, names or [0]] = 1 / max(1, len(names))
        if each.soft is not None:
            found["soft"][i, : len(each.pairs)], found["trust"][i] = each.soft, each.trust
    ways = [
        [([i * most + place for place in places], relation, first) for places, relation, first in edge]
        for i, each in enumerate(part)
        for edge in each.edges
    ]
    return {**found, **(alternatives(ways) if ways else {})}


def loss(found: tuple[Tensor, ...], batch: Batch) -> Tensor:
    """Of relations most; of the word and the status where they are known."""
    names, status, spots = found
    likely = names.float().log_softmax(-1)
    wanted, pair = _wanted(likely, batch)
    total = 3.0 * (-(wanted * likely).sum(-1) * pair).sum() / pair.sum()
    for values, name in ((spots, "word"), (status, "status")):
        known = (batch[name] != IGNORE).sum().clamp(min=1)
        flat, wanted = values.float().flatten(0, 1), batch[name].flatten()
        total = total + 0.3 * functional.cross_entropy(flat, wanted, ignore_index=IGNORE, reduction="sum") / known
    return total


def _wanted(likely: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """What is to be said of each pair, and 1 for the pairs that are learned from."""
    labels, kept = batch["hard"], batch["pair"]
    if "ways" in batch:
        told, learned = chosen(likely.detach().flatten(0, 1), batch)
        told = told.unflatten(0, likely.shape[:2])
        labels = torch.where(told.sum(-1, keepdim=True) > 0, told, labels)
        kept = kept * learned.unflatten(0, likely.shape[:2])
    return labels + batch["trust"] * (batch["soft"] - labels), kept


class Scored:
    """Counts how well the acts of sentences are told: at some probabilities, by log loss, by word and by status."""

    def __init__(self) -> None:
        self._told: list[tuple[float, bool, bool]] = []
        self._gold, self._loss = 0, 0.0
        self._right: Counter[str] = Counter()

    def add(self, found: tuple[Tensor, ...], batch: Batch) -> None:
        """Counts a batch."""
        real = batch["pair"] > 0
        names, status, spots = (each.float()[real] for each in found)
        hard = batch["hard"][real]
        sure, top = names.softmax(-1)[:, 1:].max(-1)
        right = hard.gather(1, top[:, None] + 1)[:, 0] > 0
        acts = hard[:, 0] == 0
        self._told += zip(sure.tolist(), right.tolist(), acts.tolist(), strict=True)
        self._gold += int(acts.sum())
        self._loss += float(-(hard * names.log_softmax(-1)).sum())
        for values, name in ((spots, "word"), (status, "status")):
            known = batch[name][real] != IGNORE
            self._right[name] += int((values.argmax(-1) == batch[name][real])[known].sum())
            self._right[f"{name}s"] += int(known.sum())

    def lines(self) -> Iterator[str]:
        """What was counted, in words."""
        for least in LEASTS:
            kept = [each for each in self._told if each[0] >= least]
            right, pairs = (sum(each[i] for each in kept) / max(1, len(kept)) for i in (1, 2))
            share = sum(each[1] for each in kept) / max(1, self._gold)
            yield f"at {least} P {right:.3f} (pair {pairs:.3f}) R {share:.3f}"
        yield "R at P " + ", ".join(f"{least}: {self._recall(least):.3f}" for least in (0.8, 0.7, 0.65, 0.6))
        yield f"log loss {self._loss / max(1, len(self._told)):.4f}"
        for name in ("word", "status"):
            yield f"{name} {self._right[name] / max(1, self._right[f'{name}s']):.3f}"

    def _recall(self, least: float) -> float:
        """The greatest share found where so many of those found are right."""
        best = right = 0
        for count, each in enumerate(sorted(self._told, reverse=True), 1):
            right += each[1]
            if right >= least * count:
                best = right
        return best / max(1, self._gold)
