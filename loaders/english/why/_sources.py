"""In which file, and on which line, a pattern stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from loaders.english._frames import FILES, Frame

_FRAME = re.compile(r"^- frame: *[\"']?([^\s\"']+)")
FOLDER = "loaders/english/data/frames"


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one frame in its file, the first of them counted from 1."""

    file: str
    first: int
    lines: tuple[str, ...]


def place(frame: Frame, pattern: str) -> tuple[str, int]:
    """File and line, from 1, of a pattern; the line of its frame where the text is broken over lines.

    An empty file and 0 for a frame that stands in no file.

    >>> from loaders.english._frames import lexicon
    >>> entry = lexicon().verbs["arm"][0]
    >>> place(entry.frame, entry.pattern.text)[0]
    'loaders/english/data/frames/aid.yaml'
    """
    blocks = _blocks().get(frame.name, ())
    for block in blocks:
        for number, line in enumerate(block.lines, block.first):
            if pattern in line:
                return block.file, number
    return (blocks[0].file, blocks[0].first) if blocks else ("", 0)


@cache
def _blocks() -> dict[str, tuple[_Block, ...]]:
    found: defaultdict[str, list[_Block]] = defaultdict(list)
    for name in FILES:
        text = files("loaders.english").joinpath("data", "frames", f"{name}.yaml").read_text(encoding="utf-8")
        for frame, block in _split(f"{FOLDER}/{name}.yaml", text.splitlines()):
            found[frame].append(block)
    return {frame: tuple(blocks) for frame, blocks in found.items()}


def _split(file: str, lines: list[str]) -> Iterator[tuple[str, _Block]]:
    starts = [(i, match[1]) for i, line in enumerate(lines) if (match := _FRAME.match(line))]
    ends = [i for i, _ in starts[1:]] + [len(lines)]
    for (start, frame), end in zip(starts, ends, strict=True):
        yield frame, _Block(file, start + 1, tuple(lines[start:end]))
