"""Larger networks that soften the labels of acts, each of what it has not learned from.

    python -m training.acts_teachers ENCODER_FOLDER SOFT.npz EXAMPLES.jsonl... --fold 0

ENCODER_FOLDER holds all-mpnet-base-v2, EXAMPLES are written by `training.acts_data`. Each of four teachers, `--fold` 0
to 3, learns from three quarters of the items that are not held out and says of the last quarter how likely it finds
every relation; so where a label is a matter of taste, the smaller network learns that it is one (Hinton et al. 2015,
"Distilling the knowledge in a neural network"). Some minutes each on a GPU of a data centre.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from graph.relations import relations
from loaders.english._encoding import Row
from training.acts_examples import STATUSES, Asked, batch, batched, loss, read_examples
from training.acts_network import Pairs, padding
from training.acts_soft import Softened
from training.batches import Batch, moved
from training.network import at

FOLDS, PIECES, MIXED, BLOTTED, TESTED, LONGEST_WORD = 4, 1600, 768, 0.06, 0.5, 12


class Teacher(nn.Module):
    """A pretrained encoder, all of which learns, and the head for pairs."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.head = Pairs(self.encoder.config.hidden_size, 1 + len(relations()), len(STATUSES), MIXED)

    def forward(self, batch: Batch) -> tuple[Tensor, ...]:
        """Scores of relations, statuses and words for the pairs of a batch."""
        states = self.encoder(input_ids=batch["ids"], attention_mask=batch["real"]).last_hidden_state
        words = at(states, batch["first"]) + at(states, batch["last"])
        found: tuple[Tensor, ...] = self.head(words, batch["source"], batch["target"], padding(batch["first"]))
        return found


class Cutter:
    """Words in the pieces of a teacher's own vocabulary."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self._known: dict[str, list[int]] = {}
        self.blank: int = self._tokenizer.mask_token_id

    def row(self, words: Sequence[str]) -> Row:
        """As `loaders.english._encoding.row`, less the shapes."""
        found = Row([self._tokenizer.cls_token_id], [0], [0], [0])
        for word in words:
            found.first.append(len(found.ids))
            found.ids.extend(self._of(word))
            found.last.append(len(found.ids) - 1)
        found.ids.append(self._tokenizer.sep_token_id)
        found.shapes.extend([0] * (len(found.ids) - 1))
        return found

    def _of(self, word: str) -> list[int]:
        if word not in self._known:
            pieces = self._tokenizer.tokenize(word) or [self._tokenizer.unk_token]
            kept = pieces if len(pieces) <= LONGEST_WORD else [*pieces[: LONGEST_WORD - 2], *pieces[-2:]]
            self._known[word] = self._tokenizer.convert_tokens_to_ids(kept)
        return self._known[word]


def fold(sentence: Asked) -> int:
    """The quarter to which an item belongs, all its sentences alike."""
    return crc32(f"{sentence.source}x".encode()) % FOLDS


def teach(folder: Path, taught: list[Asked], blank: int, options: argparse.Namespace) -> Teacher:
    """A teacher that has learned from all quarters but one; later layers learn faster than early ones."""
    torch.manual_seed(options.fold)
    random, teacher, device = Random(options.fold), Teacher(folder).to(options.device), options.device
    rates = torch.optim.AdamW(groups(teacher, options.rate), betas=(0.9, 0.98))
    steps = options.epochs * len(batched(taught, PIECES))
    schedule = torch.optim.lr_scheduler.LambdaLR(rates, lambda k: min((k + 1) / 150, max(0.0, 1.02 - k / steps)))
    began = time.monotonic()
    for epoch in range(options.epochs):
        parts = batched([each for each in taught if each.news or random.random() < TESTED], PIECES)
        random.shuffle(parts)
        for part in parts:
            numbers = moved(batch(part), device)
            blotted = (torch.rand(numbers["ids"].shape, device=device) < BLOTTED) & (numbers["ids"] > 4)
            numbers["ids"] = numbers["ids"].masked_fill(blotted, blank)
            with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
                value = loss(teacher(numbers), numbers)
            rates.zero_grad(set_to_none=True)
            value.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            rates.step()
            schedule.step()
        spent = time.monotonic() - began
        print(f"acts {options.fold}, epoch {epoch + 1}, {spent:.0f} s, loss {value.item():.3f}", flush=True)
    return teacher


def groups(teacher: Teacher, rate: float) -> Iterator[dict[str, Any]]:
    """The head at ten times the rate, and every layer of the encoder at nine tenths of that of the one above it."""
    yield {"params": teacher.head.parameters(), "lr": 10 * rate}
    layers = teacher.encoder.config.num_hidden_layers
    for name, value in teacher.encoder.named_parameters():
        depth = layers - 1 - int(name.split("layer.")[1].split(".")[0]) if "layer." in name else layers
        yield {"params": [value], "lr": rate * 0.9**depth, "weight_decay": 0.01 if value.ndim > 1 else 0.0}


@torch.no_grad()
def say(teacher: Teacher, sentences: list[Asked], device: str) -> Iterator[tuple[str, Tensor]]:
    """For each sentence by its key how likely every relation is of every pair [pairs, relations]."""
    teacher.eval()
    for part in batched(sentences, PIECES):
        names = teacher(moved(batch(part), device))[0].float().softmax(-1).cpu()
        for i, each in enumerate(part):
            yield each.key, names[i, : len(each.pairs)]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--fold", type=int, choices=range(FOLDS), required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    cutter = Cutter(options.encoder)
    sentences = [each for each in read_examples(options.examples, cutter.row) if not each.held]
    taught = [each for each in sentences if fold(each) != options.fold]
    teacher = teach(options.encoder, taught, cutter.blank, options)
    softened = Softened()
    for key, likely in say(teacher, [each for each in sentences if fold(each) == options.fold], options.device):
        softened.add(key, likely)
    softened.write(options.out)
    print(f"{options.out}: {len(softened)} sentences")


if __name__ == "__main__":
    main()
