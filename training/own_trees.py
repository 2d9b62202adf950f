"""The trees that the parser which ships tells, so that a new one can keep to them where it should.

    python -m training.own_trees OUT.jsonl SENTENCES.jsonl...

SENTENCES are written by `training.acts_data`. Those that test the frames are learned with their own trees: the frames
were tried on these.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.english._pipeline import parser
from training import trees as parsing
from training.acts_examples import sentences
from training.treebank import Tree


def told(words_of: Sequence[Sequence[str]]) -> Iterator[Tree]:
    """The trees of some sentences before they are mended; coarse tags agree with the fine ones."""
    for words, found in zip(words_of, parser().told(words_of), strict=True):
        roots = [label == "ROOT" for label in found.deps]
        heads = tuple(0 if root else head + 1 for head, root in zip(found.heads, roots, strict=True))
        deps = tuple("root" if root else label for label, root in zip(found.deps, roots, strict=True))
        yield Tree(tuple(words), tuple(words), tuple(found.pos), tuple(found.tags), heads, deps)


def main() -> None:
    """Reads the command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("sentences", type=Path, nargs="+")
    chosen = options.parse_args()
    parsing.write(told(sentences(chosen.sentences)), chosen.out)


if __name__ == "__main__":
    main()
