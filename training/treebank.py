"""Trees of a treebank in CoNLL-U (https://universaldependencies.org/format.html), compressed by xz."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = "root"


@dataclass(frozen=True)
class Tree:
    """A sentence of n words; `heads` counts words from 1, and 0 is the root."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def root(self) -> int:
        """The place of the root word, from 0."""
        return self.heads.index(0)

    def children(self, i: int, *deps: str) -> list[int]:
        """The places of the words that hang on word `i`, all counted from 0."""
        return [j for j in range(len(self)) if self.heads[j] == i + 1 and (not deps or self.deps[j] in deps)]

    def without(self, doomed: set[int]) -> Tree:
        """The tree less some words (from 0) on which nothing else hangs."""
        kept = [i for i in range(len(self)) if i not in doomed]
        place = {old + 1: new + 1 for new, old in enumerate(kept)} | {0: 0}
        words, lemmas, pos, tags, deps = (
            tuple(column[i] for i in kept) for column in (self.words, self.lemmas, self.pos, self.tags, self.deps)
        )
        return Tree(words, lemmas, pos, tags, tuple(place[self.heads[i]] for i in kept), deps)

    def changed(self, i: int, **values: str) -> Tree:
        """The tree with other values for word `i`: `words="attacks"`, `tags="VBZ"`."""
        return replace(
            self,
            **{
                name: (*getattr(self, name)[:i], value, *getattr(self, name)[i + 1 :]) for name, value in values.items()
            },
        )


def read(path: Path) -> Iterator[Tree]:
    """The trees of a `.conllu.xz` file; multiword tokens and empty nodes are left out."""
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                if line[0].isdigit() and line.split("\t", 1)[0].isdigit():
                    rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _tree(rows)
                rows = []


def _tree(rows: list[list[str]]) -> Tree:
    columns = list(zip(*rows, strict=True))
    return Tree(columns[1], columns[2], columns[3], columns[4], tuple(map(int, columns[6])), columns[7])
