"""Scores the shipped parser on treebank files: tags, and heads with and without labels, on the treebank's own words.

python -m training.evaluate path/to/ewt-test.conllu.xz path/to/gum-news.conllu.xz
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from loaders.english._pipeline import parser
from training.treebank import Tree, read


def scores(trees: Iterable[Tree]) -> dict[str, float]:
    """Shares of words, punctuation too, whose coarse tag, fine tag, head, and head and label are right; and words a
    second.
    """
    trees = list(trees)
    began = time.perf_counter()
    parsed = parser().parse([tree.words for tree in trees])
    spent = time.perf_counter() - began
    right = dict.fromkeys(("pos", "tags", "uas", "las"), 0)
    for tree, found in zip(trees, parsed, strict=True):
        for i, head in enumerate(tree.heads):
            own = found.heads[i] == (head - 1 if head else i)
            right["pos"] += found.pos[i] == tree.pos[i]
            right["tags"] += found.tags[i] == tree.tags[i]
            right["uas"] += own
            right["las"] += own and found.deps[i] == ("ROOT" if head == 0 else tree.deps[i])
    words = sum(map(len, trees))
    return {name: count / words for name, count in right.items()} | {"words/s": words / spent}


def main(paths: list[Path]) -> None:
    """Prints one line a file, in the order given."""
    for path in paths:
        found = scores(read(path))
        figures = (f"{name} {value:.0f}" if value > 1 else f"{name} {100 * value:.2f}" for name, value in found.items())
        print(path.name, *figures)


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
