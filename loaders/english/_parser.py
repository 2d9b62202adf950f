"""The trained parser: words of sentences in, tags and trees out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from loaders.english._decoding import best_heads
from loaders.english._pieces import Pieces, shape

_MOST_PIECES = 500
_MOST_WORDS = 160
_BATCH = 1_000
_INPUTS = ("ids", "shapes", "first", "last", "real")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Tags and tree of a sentence; `heads` are places of words from 0, a root is its own head."""

    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A sentence, or a part of one that is too long, as numbers; word 0 is the root."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class Parser:
    """The network of `parser.onnx` with the names in `codes.json`, both in one folder; loaded at the first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """A tree for each sentence, given as its words; what is too long for one look is read in parts.

        The parts of a long sentence hang on the root of the first one as parataxis.
        """
        parts = [list(self._rows(words)) for words in sentences]
        rows = [row for each in parts for row in each]
        done = iter(self._run(rows))
        return [_joined([next(done) for _ in each]) for each in parts]

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        codes: dict[str, list[str]] = json.loads((self._folder / "codes.json").read_text("utf-8"))
        return codes

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._codes["pieces"])

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no types
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            str(self._folder / "parser.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def _rows(self, words: Sequence[str]) -> Iterator[_Row]:
        cut = [self._pieces.of(word) for word in words]
        start = 0
        while start < len(words):
            end, pieces = start, 2
            while end < len(words) and end - start < _MOST_WORDS and pieces + len(cut[end]) <= _MOST_PIECES:
                pieces += len(cut[end])
                end += 1
            yield self._row(words[start:end], cut[start:end])
            start = end

    def _row(self, words: Sequence[str], cut: list[list[int]]) -> _Row:
        mark = shape(".")
        row = _Row([self._pieces.start], [mark], [0], [0])
        for word, pieces in zip(words, cut, strict=True):
            row.first.append(len(row.ids))
            row.ids.extend(pieces)
            row.shapes.extend([shape(word)] * len(pieces))
            row.last.append(len(row.ids) - 1)
        row.ids.append(self._pieces.end)
        row.shapes.append(mark)
        return row

    def _run(self, rows: list[_Row]) -> list[Parsed]:
        """In batches of like length, so that little is spent on padding."""
        found: dict[int, Parsed] = {}
        order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
        while order:
            count = max(1, min(len(order), _BATCH // len(rows[order[0]].ids)))
            batch, order = order[:count], order[count:]
            pos, tags, arcs, labels = self._session.run(None, _padded([rows[i] for i in batch]))
            for place, i in enumerate(batch):
                size = len(rows[i].first)
                found[i] = self._parsed(
                    pos[place, :size], tags[place, :size], arcs[place, :size, :size], labels[place, :size, :size]
                )
        return [found[i] for i in range(len(rows))]

    def _parsed(self, pos: NDArray[Any], tags: NDArray[Any], arcs: NDArray[Any], labels: NDArray[Any]) -> Parsed:
        heads = best_heads(arcs)
        deps = [self._codes["deps"][labels[i, head]] for i, head in enumerate(heads, 1)]
        return Parsed(
            [self._codes["pos"][each] for each in pos[1:]],
            [self._codes["tags"][each] for each in tags[1:]],
            [head - 1 if head else i for i, head in enumerate(heads)],
            [_label(dep, head) for dep, head in zip(deps, heads, strict=True)],
        )


def _label(dep: str, head: int) -> str:
    """The root is called ROOT, as spaCy does, and nothing else is."""
    if head == 0:
        return "ROOT"
    return "dep" if dep == "root" else dep


def _padded(rows: list[_Row]) -> dict[str, NDArray[np.int64]]:
    found: dict[str, NDArray[np.int64]] = {}
    for name in _INPUTS:
        columns = [[1] * len(row.ids) if name == "real" else getattr(row, name) for row in rows]
        wide = np.zeros((len(rows), max(map(len, columns))), dtype=np.int64)
        for i, column in enumerate(columns):
            wide[i, : len(column)] = column
        found[name] = wide
    return found


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
