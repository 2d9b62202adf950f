"""A larger parser that tells the network which trees the sentences of the news have.

    python -m training.tree_teacher TREEBANK_FOLDER ENCODER_FOLDER OUT.jsonl SENTENCES.jsonl...

TREEBANK_FOLDER holds `ewt-train.conllu.xz`, ENCODER_FOLDER all-mpnet-base-v2, SENTENCES are written by
`training.acts_data`. Learning from what a larger network says of unmarked sentences brings a small one nearer to it
than the treebank alone (Kim and Rush 2016, "Sequence-level knowledge distillation"). Some minutes on a GPU.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from transformers import AutoModel

from training import trees as parsing
from training.acts_examples import sentences
from training.acts_teachers import Cutter, groups
from training.batches import Batch, moved, padded, sorted_parts
from training.constructs import varied
from training.network import Trees, at
from training.treebank import Tree, read

PIECES = 2500


class TreeTeacher(nn.Module):
    """A pretrained encoder, all of which learns, with the heads for trees."""

    def __init__(self, folder: Path, sizes: tuple[int, int, int]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.head = Trees(self.encoder.config.hidden_size, *sizes)

    def forward(self, batch: Batch) -> tuple[Tensor, ...]:
        """Scores of tags, arcs and labels."""
        states = self.encoder(input_ids=batch["ids"], attention_mask=batch["real"]).last_hidden_state
        return self.head(at(states, batch["first"]) + at(states, batch["last"]))  # type: ignore[no-any-return]


def teach(teacher: TreeTeacher, codes: parsing.Codes, cutter: Cutter, options: argparse.Namespace) -> None:
    """Has a teacher learn from the treebank, varied as for the network itself."""
    bank = list(read(options.treebank / "ewt-train.conllu.xz"))[: options.first]
    random, device = Random(1), options.device
    rates = torch.optim.AdamW(groups(teacher, options.rate), betas=(0.9, 0.98))
    began = time.monotonic()
    steps = options.epochs * len(parsing.batched(parsing.encoded(bank, codes, cutter.row), PIECES))
    schedule = torch.optim.lr_scheduler.LambdaLR(rates, lambda k: min((k + 1) / 150, max(0.0, 1.02 - k / steps)))
    for epoch in range(options.epochs):
        batches = parsing.batched(parsing.encoded((varied(each, random) for each in bank), codes, cutter.row), PIECES)
        random.shuffle(batches)
        for each in batches:
            batch = moved(each, device)
            with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
                value = parsing.loss(teacher(batch), batch)
            rates.zero_grad(set_to_none=True)
            value.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            rates.step()
            schedule.step()
        print(f"trees, epoch {epoch + 1}, {time.monotonic() - began:.0f} s, loss {value.item():.3f}", flush=True)


@torch.no_grad()
def score(teacher: TreeTeacher, trees: Sequence[Tree], codes: parsing.Codes, cutter: Cutter, device: str) -> str:
    """How well it tells trees that are known."""
    counted: Counter[str] = Counter()
    for each in parsing.batched(parsing.encoded(trees, codes, cutter.row), PIECES):
        batch = moved(each, device)
        counted += parsing.right(teacher(batch), batch)
    return str(parsing.shares(counted))


@torch.no_grad()
def say(
    teacher: TreeTeacher, words_of: Sequence[Sequence[str]], codes: parsing.Codes, cutter: Cutter, device: str
) -> Iterator[Tree]:
    """The trees of some sentences, in another order than theirs."""
    rows = [(words, cutter.row(words)) for words in words_of]
    for part in sorted_parts(rows, [len(row.ids) for _, row in rows], PIECES):
        batch = moved(padded([parsing.inputs(row) for _, row in part]), device)
        most = {name: value.cpu().tolist() for name, value in parsing.told(teacher(batch), batch).items()}
        for i, (words, _) in enumerate(part):
            size = len(words) + 1
            columns = (
                tuple(codes.names[name][each] for each in most[name][i][1:size]) for name in ("pos", "tags", "deps")
            )
            pos, tags, deps = columns
            yield Tree(tuple(words), tuple(words), pos, tags, tuple(most["heads"][i][1:size]), deps)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("sentences", type=Path, nargs="+")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=7e-5)
    parser.add_argument("--first", type=int, default=None, help="use only the first trees, to try the program")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    torch.manual_seed(1)
    cutter, codes = Cutter(options.encoder), parsing.Codes(list(read(options.treebank / "ewt-train.conllu.xz")))
    teacher = TreeTeacher(options.encoder, codes.sizes).to(options.device)
    teach(teacher, codes, cutter, options)
    teacher.eval()
    parsing.write(
        say(teacher, sentences(options.sentences)[: options.first], codes, cutter, options.device), options.out
    )
    for name in ("ewt-dev", "ewt-test", "gum-news"):
        if (path := options.treebank / f"{name}.conllu.xz").exists():
            print(name, score(teacher, list(read(path))[: options.first], codes, cutter, options.device), flush=True)


if __name__ == "__main__":
    main()
