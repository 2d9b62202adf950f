"""Trains the head for acts further on whole marked articles; the encoder and the trees stay as they are.

    python -m training.acts_head WEIGHTS.safetensors OUT.safetensors training/gold/*.jsonl [--without 0]

Sentences that were written for one act each say what an act is; articles say which of all that could be one careful
readers mark. So that the head forgets nothing of the first, it has to say of a part of them (training/acts), and of
all sentences that test the frames, what it said before. `--without` leaves out one half of the articles, so that the
linker can learn from that half what the network's opinion is worth on articles that it has not seen. Five minutes on
one core.
"""

from __future__ import annotations

import argparse
import copy
import math
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._acts import FOLDER
from tests.loaders.english.sentence_cases import cases
from tools.score import read_lines
from training.acts_data import items
from training.article_pairs import RELATIONS, Listening, Sentence, marked, unmarked
from training.held_out import half
from training.joint_network import load, save

EPOCHS, RATE, WARM, BATCH, POOL, DECAY = 5, 6e-4, 50, 24, 480, 0.02
# How much of a label is what the head said before, how many of the marked sentences it has to remember, how much the
# words count by which it knows them, and how many batches of these go with one of articles.
BEFORE, REMEMBERED, SPOTS, MORE = 0.3, 4000, 0.1, 3
ITEMS = Path(__file__).parent / "acts"


def batches(found: Sequence[Sentence], random: Random) -> Iterator[list[Sentence]]:
    """All sentences in random order, those of like length together."""
    order = random.sample(found, len(found))
    for start in range(0, len(order), POOL):
        part = sorted(order[start : start + POOL], key=lambda each: len(each.states))
        yield from (part[i : i + BATCH] for i in range(0, len(part), BATCH))


def numbers(part: Sequence[Sentence]) -> tuple[Tensor, ...]:
    """States [batch, words, width], sources and targets [batch, pairs], the padding of words, which pairs are real, and
    labels [batch, pairs, relations].
    """
    words, pairs = max(len(each.states) for each in part), max(len(each.pairs) for each in part)
    states = torch.zeros(len(part), words, part[0].states.shape[1])
    spare, real = torch.ones(len(part), words), torch.zeros(len(part), pairs)
    ends, labels = torch.ones(2, len(part), pairs, dtype=torch.int64), torch.zeros(len(part), pairs, 1 + len(RELATIONS))
    for i, each in enumerate(part):
        states[i, : len(each.states)] = torch.from_numpy(each.states).float()
        spare[i, : len(each.states)] = 0
        for j, (source, target, names) in enumerate(each.pairs):
            ends[0, i, j], ends[1, i, j], real[i, j] = source, target, 1
            labels[i, j, names or [0]] = 1 / max(1, len(names or []))
    return states, ends[0], ends[1], spare, real, labels


def learned(head: nn.Module, before: nn.Module, part: Sequence[Sentence]) -> Tensor:
    """The loss on sentences of articles."""
    *asked, real, labels = numbers(part)
    with torch.no_grad():
        said = before(*asked)[0].softmax(-1)
    wanted = (1 - BEFORE) * labels + BEFORE * said
    return _cross(head(*asked)[0], wanted, real)


def remembered(head: nn.Module, before: nn.Module, part: Sequence[Sentence]) -> Tensor:
    """The loss on sentences of which it is to say what it said before, and by the same words."""
    *asked, real, _ = numbers(part)
    with torch.no_grad():
        names, _, spots = before(*asked)
    found, _, places = head(*asked)
    return _cross(found, names.softmax(-1), real) + SPOTS * _cross(places, spots.softmax(-1), real)


def _cross(scores: Tensor, wanted: Tensor, real: Tensor) -> Tensor:
    return (-(wanted * scores.log_softmax(-1)).sum(-1) * real).sum() / real.sum()


def train(head: nn.Module, articles: Sequence[Sentence], known: Sequence[Sentence]) -> None:
    """Trains the head in place; the rate goes up over the first steps and then evenly down."""
    random, before = Random(0), copy.deepcopy(head).eval()
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * math.ceil(len(articles) / BATCH) + EPOCHS, 0
    head.train()
    for epoch in range(EPOCHS):
        others, total = batches(known, random), 0.0
        for part in batches(articles, random):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, step / WARM) * (1 - step / (steps + 1))
            step += 1
            loss = learned(head, before, part)
            total += loss.item()
            for more in islice(others, MORE):
                loss = loss + remembered(head, before, more) / MORE
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
        print(f"epoch {epoch}: loss {total / math.ceil(len(articles) / BATCH):.3f}", flush=True)
    head.eval()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--without", type=int, choices=(0, 1), help="leave out this half of the articles")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    gold = [document for path in options.gold for document in read_lines(path)]
    gold = [document for document in gold if half(document["id"]) != options.without]
    texts = [(item.source, item.text) for path in sorted(ITEMS.glob("*.txt")) for item in items(path)]
    reader, network = EnglishReader(Register.load()), Listening(FOLDER)
    articles = list(marked(gold, reader, network))
    tested = [(case.id, case.text) for case in cases()]
    known = list(unmarked([*Random(0).sample(texts, REMEMBERED), *tested], reader, network))
    print(f"{len(articles)} sentences of {len(gold)} articles, {len(known)} others", flush=True)
    joint, names = load(options.weights)
    train(joint.acts, articles, known)
    save(joint, names, options.out)


if __name__ == "__main__":
    main()
