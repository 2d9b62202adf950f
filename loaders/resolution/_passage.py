"""A text as the rules look at it: what stands beside a name, in which paragraph, in what capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from loaders.resolution._data import words

_LEFT = re.compile(r"(?:^|(?<=[\s(\[\"“‘'—–/-]))([^\s()\[\]\"“”‘—–/,;:!?]+)[ \u00a0]$")
RIGHT = re.compile(r"[ \u00a0]([^\s()\[\]\"“”—–/,;:!?]+)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_END = re.compile(r"(?:^|[.!?:;\n])[\"”’')\]]*\s*[\"“‘'(\[]*$")
_CAPITALS, _FEW, _SHORT, _REACH = 0.7, 2, 3, 60
# "Mr.", "Gen.", "Sgt." may stand before a name; a longer word with a full stop ends a sentence.
_ABBREVIATED = 5
_WIDTH = 800


class Passage:
    """A text with the spans of the known names in it."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._spans = spans
        self._lines = list(_lines(text))
        self._headline: dict[int, bool] = {}
        self._shouted: dict[int, bool] = {}

    def left(self, start: int) -> str:
        """The word that a single blank parts from what begins at `start`; empty where there is none."""
        found = _LEFT.search(self.text, max(0, start - _REACH), start)
        word = found.group(1) if found else ""
        return "" if word.endswith(".") and len(word) > _ABBREVIATED and word.count(".") == 1 else word

    def right(self, end: int) -> str:
        """The word that a single blank parts from what ends at `end`, without the full stop of a sentence."""
        found = RIGHT.match(self.text, end)
        return re.sub(r"['’]s$", "", found.group(1).rstrip(".'’")) if found else ""

    def begins(self, start: int) -> bool:
        """Whether a sentence begins there."""
        return _END.search(self.text, max(0, start - _REACH), start) is not None

    def is_name(self, position: int) -> bool:
        """Whether a known name covers a position."""
        place = bisect_right(self._spans, position, key=lambda span: span[0]) - 1
        return place >= 0 and position < self._spans[place][1]

    def run(self, end: int) -> list[str]:
        """The capitalised words that follow what ends at `end` without a sign between, joined by words like "of"."""
        found: list[str] = []
        while (word := self.right(end)) and not self.is_name(end + 1):
            if not word[0].isupper() and not (found and word in words("names.yaml", "joiners")):
                break
            found.append(word)
            end = self.text.index(word, end) + len(word)
            if self.text[end : end + 1] not in {" ", "\u00a0"}:
                break
        while found and not found[-1][0].isupper():
            found.pop()
        return found

    def paragraph(self, position: int) -> tuple[int, int]:
        """The line around a position, or a good part of a long one."""
        place = bisect_right(self._lines, position, key=lambda line: line[0]) - 1
        return self._lines[max(place, 0)]

    def headline(self, position: int) -> bool:
        """Whether nearly all words of the line have capitals, so that capitals tell nothing."""
        start, end = self.paragraph(position)
        if start not in self._headline:
            self._headline[start] = self._in_title_case(start, end)
        return self._headline[start]

    def _in_title_case(self, start: int, end: int) -> bool:
        if self.text[start:end].rstrip(" \"'”’)\n").endswith("."):
            return False
        free = [
            word.group()
            for word in _WORD.finditer(self.text, start, end)
            if len(word.group()) > _SHORT and not self.is_name(word.start())
        ]
        return len(free) >= _FEW and sum(word[0].isupper() for word in free) >= _CAPITALS * len(free)

    def shouted(self, position: int) -> bool:
        """Whether the whole line is in capitals."""
        start, end = self.paragraph(position)
        if start not in self._shouted:
            letters = [each for each in self.text[start:end] if each.isalpha()]
            self._shouted[start] = len(letters) > 12 and sum(map(str.isupper, letters)) > 0.9 * len(letters)  # noqa: PLR2004
        return self._shouted[start]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        for begin in range(0, len(line) or 1, _WIDTH):
            yield start + begin, start + min(begin + _WIDTH, len(line))
        start += len(line) + 1


class Named:
    """Who is beyond doubt named in a text, and which surnames there belong to strangers.

    `begins` and `ends` give the countries spoken of by the name that begins or ends at a place.
    """

    def __init__(self) -> None:
        self.actors: dict[str, str] = {}
        self.countries: set[str] = set()
        self.strangers: set[str] = set()
        self.begins: dict[int, set[str]] = {}
        self.ends: dict[int, set[str]] = {}
