"""Where the article is in a text: paragraphs, without link lines, bylines, captions and notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.english._bylines import heads
from loaders.english._data import load
from loaders.english._turns import turn_end, turn_labels

_BLANK = re.compile(r"\n[ \t\u00a0\r]*\n[\s]*")
_WRAP_MIN, _WRAP_MAX = 55, 100
# How much shorter than it could be a line may have been broken.
_SLACK = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article, `text[start:end]`; a headline is a line that does not end like a sentence."""

    start: int
    end: int
    headline: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    r"""The paragraphs of the article itself, in order.

    >>> text = "Iran warns Israel\n\nBy A Reporter, The Post\n\nIran warned Israel.\n\nRead more: Oil prices fall"
    >>> [text[p.start:p.end] for p in paragraphs(text)]
    ['Iran warns Israel', 'Iran warned Israel.']
    """
    labels = turn_labels(text)
    for start, end in _blocks(text):
        block = text[start:end]
        if block.strip() and not _outside(block):
            body = start + (turn_end(block, labels) or _dateline(block))
            yield Paragraph(body, end, headline=_is_headline(text[body:end]))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield from _lines(text, begin, end)
        begin = gap.end() if gap else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    lines = block.split("\n")
    if _hard_wrapped(lines):
        yield start, end
        return
    position = start
    for line in lines:
        yield position, position + len(line)
        position += len(line) + 1


def _hard_wrapped(lines: list[str]) -> bool:
    """Whether the line breaks come from a fixed width rather than from the author.

    The last line is no longer than the others then, and no line could have taken the next word.
    """
    kept = [line.rstrip() for line in lines]
    width = max(map(len, kept), default=0)
    full = len(kept) > 1 and width <= _WRAP_MAX and all(len(line) >= _WRAP_MIN for line in kept[:-1])
    return full and all(_filled(line, after, width) for line, after in pairwise(kept))


def _filled(line: str, after: str, width: int) -> bool:
    first = after.split(maxsplit=1)[0] if after.strip() else ""
    return len(line) + 1 + len(first) > width - _SLACK


def _outside(block: str) -> bool:
    plain = block.strip()
    return not heads(plain) and any(pattern.search(plain) for pattern in _patterns("outside"))


def _dateline(block: str) -> int:
    """How many characters of agency tag and dateline stand before the first word of the article."""
    for pattern in _patterns("dateline"):
        if found := pattern.match(block):
            return found.end()
    return 0


def _is_headline(block: str) -> bool:
    plain = block.strip().rstrip("\"'”’)")
    return bool(plain) and plain[-1] not in ".!?…" and len(plain) < 200  # noqa: PLR2004


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each) for each in load("boilerplate.yaml")[part])
