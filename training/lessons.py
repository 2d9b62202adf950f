"""What the network learns from, in batches: a treebank, and marked sentences with the trees that a teacher tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from loaders.english._encoding import Row
from training import acts_examples as acting
from training import trees as parsing
from training.acts_examples import Asked
from training.batches import IGNORE, TREE, Batch, moved
from training.constructs import varied
from training.treebank import Tree

PIECES, ROUNDS = 3000, 4


class Lessons:
    """The treebank in some variations, and the marked sentences in some groupings, as batches.

    All sentences of news are in each round, and every other one of those that test the frames, or such a share of them;
    and all of the articles.
    """

    def __init__(
        self, bank: Sequence[Tree], marked: Sequence[Asked], codes: parsing.Codes, cut: Callable[[Sequence[str]], Row],
        random: Random, articles: Sequence[Asked] = (), share: float = 1.0,
    ) -> None:  # fmt: skip
        self._random = random
        self._trees: list[list[Batch]] = []
        self._acts: list[list[Batch]] = []
        for number in range(ROUNDS):
            asked = [each for i, each in enumerate(marked) if each.news or i % 2 == number % 2]
            asked = [*_part(asked, share, random), *articles]
            plain = [{**parsing.inputs(each.row), **each.tree} for each in asked if each.tree and not each.pairs]
            shown = parsing.encoded((varied(each, random) for each in _part(bank, share, random)), codes, cut)
            self._trees.append(parsing.batched(_shaken(shown + plain, random), PIECES))
            self._acts.append([acting.batch(part) for part in acting.batched(_shaken(asked, random), PIECES)])

    def __len__(self) -> int:
        """How many batches there are in a round, about."""
        return len(self._trees[0]) + len(self._acts[0])

    def to(self, device: str) -> None:
        """Puts all of it on a device."""
        for rounds in (self._trees, self._acts):
            rounds[:] = [[moved(each, device) for each in one] for one in rounds]

    def epochs(self) -> Iterator[list[Batch]]:
        """All batches of a round in some order, one round after the other, again and again."""
        for trees, acts in cycle(zip(self._trees, self._acts, strict=True)):
            batches = [*trees, *acts]
            self._random.shuffle(batches)
            yield batches


def _part(found: Sequence[Any], share: float, random: Random) -> list[Any]:
    return random.sample(found, round(share * len(found)))


def _shaken(rows: list[Any], random: Random) -> list[Any]:
    """In another order, so that rows of the same length meet others each time."""
    return random.sample(rows, len(rows))


def teach_trees(marked: Sequence[Asked], paths: Sequence[Path], codes: parsing.Codes) -> None:
    """Notes with each marked sentence the tree that is told of its words; what comes in a later file counts."""
    trees = {tree.words: tree for path in paths for tree in parsing.read(path)}
    for each in marked if trees else ():
        tree = trees.get(each.words)
        each.tree = codes.numbers(tree) if tree else {name: [IGNORE] * (1 + len(each.words)) for name in TREE}
