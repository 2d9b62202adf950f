"""The trained parser: words of sentences in, tags and trees out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from loaders.english._decoding import best_heads
from loaders.english._encoding import Encoded, Row, batches, padded, row
from loaders.english._mending import (
    mend_accused,
    mend_finite,
    mend_perfects,
    mend_plurals,
    mend_progressives,
    mend_quoted,
    mend_reported,
    mend_stated,
    mend_told_on,
)
from loaders.english._onnx import session_soon
from loaders.english._pieces import Pieces

_MOST_PIECES = 500
_MOST_WORDS = 160
# What the network has for its pieces in the end, from which the head for acts goes on: 1.5 KB each. Those of longer
# texts are made again when they are asked for.
_MOST_STATES = 20_000
_VERBAL = frozenset({"VBN", "VBD"})
_VERBS_HAVE = frozenset({"aux", "obj"})
_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """Tags and tree of a sentence; `heads` are places of words from 0, a root is its own head.

    `encoded` are the states of its pieces, for as many sentences of one call as are short and find room.
    """

    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]
    encoded: Encoded | None = field(default=None, compare=False)


class Parser:
    """The network of `parser.onnx` with the names in `codes.json` beside it; loaded in the background."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened = session_soon(folder / "parser.onnx")

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """A tree for each sentence, given as its words; what is too long for one look is read in parts.

        The parts of a long sentence hang on the root of the first one as parataxis.
        """
        trees = self.told(sentences)
        for words, tree in zip(sentences, trees, strict=True):
            mend_plurals(words, tree.heads, tree.deps, tree.tags, tree.pos)
            mend_progressives(tree.heads, tree.deps, tree.tags)
            mend_perfects(words, tree.heads, tree.deps, tree.tags)
            mend_reported(words, tree.heads, tree.deps)
            mend_quoted(words, tree.heads, tree.deps)
            mend_stated(words, tree.heads, tree.deps)
            mend_told_on(words, tree.heads, tree.deps)
            mend_accused(words, tree.heads, tree.deps, tree.tags)
            mend_finite(words, tree.heads, tree.deps, tree.tags)
        return trees

    def told(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """The trees before they are mended; coarse tags agree with the fine ones."""
        parts = [list(self._rows(words)) for words in sentences]
        done = iter(self._run([row for each in parts for row in each]))
        return [_joined([next(done) for _ in each]) for each in parts]

    def encoded(self, words: Sequence[str]) -> Encoded:
        """The states of a sentence of at most 160 words, or of its beginning."""
        found = next(self._rows(words))
        (states,) = self._session.run(["states"], padded([found]))
        return Encoded(found, states[0])

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        codes: dict[str, list[str]] = json.loads((self._folder / "codes.json").read_text("utf-8"))
        return codes

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._codes["pieces"])

    @property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no types
        return self._opened()

    def _rows(self, words: Sequence[str]) -> Iterator[Row]:
        cut = [self._pieces.of(word) for word in words]
        start = 0
        while start < len(words):
            end, pieces = start, 2
            while end < len(words) and end - start < _MOST_WORDS and pieces + len(cut[end]) <= _MOST_PIECES:
                pieces += len(cut[end])
                end += 1
            yield row(self._pieces, words[start:end], cut[start:end])
            start = end

    def _run(self, rows: list[Row]) -> list[Parsed]:
        found: dict[int, Parsed] = {}
        room = _MOST_STATES
        for batch in batches([len(each.ids) for each in rows]):
            pos, tags, arcs, labels, states = self._session.run(None, padded([rows[i] for i in batch]))
            for place, i in enumerate(batch):
                size, pieces = len(rows[i].first), len(rows[i].ids)
                tree = self._parsed(
                    pos[place, :size], tags[place, :size], arcs[place, :size, :size], labels[place, :size, :size]
                )
                room -= pieces
                kept = Encoded(rows[i], states[place, :pieces].copy()) if room >= 0 else None
                found[i] = replace(tree, encoded=kept)
        return [found[i] for i in range(len(rows))]

    def _parsed(self, pos: NDArray[Any], tags: NDArray[Any], arcs: NDArray[Any], names: NDArray[Any]) -> Parsed:
        heads = best_heads(arcs)
        deps = [self._codes["deps"][names[i, head]] for i, head in enumerate(heads, 1)]
        fine = [self._codes["tags"][each] for each in tags[1:]]
        coarse = (self._codes["pos"][each] for each in pos[1:])
        above = [head - 1 if head else i for i, head in enumerate(heads)]
        labels = [_label(dep, head) for dep, head in zip(deps, heads, strict=True)]
        agreeing = list(map(_agreeing, coarse, fine, deps))
        return Parsed(_verbs(agreeing, fine, above, labels), fine, above, labels)


def _agreeing(pos: str, tag: str, dep: str) -> str:
    """The coarse tag, which the network reads apart from the fine one: a noun by that and by the tree is one.

    And what has the ending of a finite verb by the fine one is a verb, unless the tree has it for a name or a thing.
    """
    nominal = dep.split(":", maxsplit=1)[0] in _NOMINAL
    if pos == "VERB" and tag in {"NN", "NNS"} and nominal:
        return "NOUN"
    return "VERB" if pos in {"NOUN", "PROPN", "X"} and tag in {"VBZ", "VBP", "VBD"} and not nominal else pos


def _verbs(pos: list[str], tags: list[str], heads: list[int], deps: list[str]) -> list[str]:
    """The coarse tags, with a participle that has an auxiliary or an object for a verb: "has armed Ukraine"."""
    helped = {head for head, dep in zip(heads, deps, strict=True) if dep in _VERBS_HAVE}
    return [
        "VERB" if tag in _VERBAL and i in helped else each for i, (each, tag) in enumerate(zip(pos, tags, strict=True))
    ]


def _label(dep: str, head: int) -> str:
    """The root is called ROOT, as spaCy does, and nothing else is."""
    if head == 0:
        return "ROOT"
    return "dep" if dep == "root" else dep


def _joined(parts: list[Parsed]) -> Parsed:
    if len(parts) == 1:
        return parts[0]
    found = Parsed([], [], [], [])
    top: int | None = None
    for part in parts:
        start = len(found.heads)
        root = part.deps.index("ROOT")
        found.pos.extend(part.pos)
        found.tags.extend(part.tags)
        found.heads.extend(start + head for head in part.heads)
        found.deps.extend(part.deps)
        if top is None:
            top = root
        else:
            found.heads[start + root], found.deps[start + root] = top, "parataxis"
    return found
