"""A text as the rules look at it: what stands beside a name, in which paragraph, in what capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.resolution._data import words

_LEFT = re.compile(r"(?:^|(?<=[\s(\[\"“‘'—–/-]))([^\s()\[\]\"“”‘—–/,;:!?]+)[ \u00a0]$")
_RIGHT = re.compile(r"[ \u00a0]([^\s()\[\]\"“”—–/,;:!?]+)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_END = re.compile(r"(?:^|[.!?:;\n])[\"”’')\]]*\s*[\"“‘'(\[]*$")
_CAPITALS, _FEW, _SHORT, _REACH = 0.7, 3, 3, 60
# "Mr.", "Gen.", "Sgt." may stand before a name; a longer word with a full stop ends a sentence.
_ABBREVIATED = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the spans of the known names in it."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def left(self, start: int) -> str:
        """The word that a single blank parts from what begins at `start`; empty where there is none."""
        found = _LEFT.search(self.text, max(0, start - _REACH), start)
        word = found.group(1) if found else ""
        return "" if word.endswith(".") and len(word) > _ABBREVIATED and word.count(".") == 1 else word

    def right(self, end: int) -> str:
        """The word that a single blank parts from what ends at `end`, without the full stop of a sentence."""
        found = _RIGHT.match(self.text, end)
        return re.sub(r"['’]s$", "", found.group(1).rstrip(".'’")) if found else ""

    def begins(self, start: int) -> bool:
        """Whether a sentence begins there."""
        return _END.search(self.text, max(0, start - _REACH), start) is not None

    def is_name(self, position: int) -> bool:
        """Whether a known name covers a position."""
        return any(start <= position < end for start, end in self.spans)

    def run(self, end: int) -> list[str]:
        """The capitalised words that follow what ends at `end` without a sign between, joined by words like "of"."""
        found: list[str] = []
        while (word := self.right(end)) and not self.is_name(end + 1):
            if not word[0].isupper() and word not in words("names.yaml", "joiners"):
                break
            found.append(word)
            end = self.text.index(word, end) + len(word)
            if self.text[end : end + 1] not in {" ", "\u00a0"}:
                break
        while found and not found[-1][0].isupper():
            found.pop()
        return found

    def paragraph(self, position: int) -> str:
        """The line around a position."""
        return self.text[self._line(position)]

    def _line(self, position: int) -> slice:
        end = self.text.find("\n", position)
        return slice(self.text.rfind("\n", 0, position) + 1, end if end >= 0 else len(self.text))

    def headline(self, position: int) -> bool:
        """Whether nearly all words of the line have capitals, so that capitals tell nothing."""
        line = self._line(position)
        if self.text[line].rstrip(" \"'”’)").endswith("."):
            return False
        free = [
            word
            for word in _WORD.finditer(self.text, line.start, line.stop)
            if len(word.group()) > _SHORT and not self.is_name(word.start())
        ]
        capitals = sum(word.group()[0].isupper() for word in free[:200])
        return len(free) >= _FEW and capitals >= _CAPITALS * min(len(free), 200)

    def shouted(self, position: int) -> bool:
        """Whether the whole line is in capitals."""
        letters = [each for each in self.paragraph(position)[:400] if each.isalpha()]
        return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.9 * len(letters)  # noqa: PLR2004


class Named:
    """Who is beyond doubt named in a text, and which surnames there belong to strangers."""

    def __init__(self) -> None:
        self.actors: dict[str, str] = {}
        self.countries: set[str] = set()
        self.strangers: set[str] = set()
