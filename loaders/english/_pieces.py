"""Words cut into the pieces that the parser's encoder knows (WordPiece, Schuster and Nakajima 2012)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
SHAPES = 8
_LONGEST = 40
_MOST = 12
_REMEMBERED = 20_000
_PARTS = re.compile(r"\w+|[^\w\s]")


class Pieces:
    """A vocabulary of pieces; those that do not begin a word have `##` before them.

    >>> pieces = Pieces(["[UNK]", "[CLS]", "[SEP]", "strike", "##s", "al", "-"])
    >>> pieces.of("Strikes"), pieces.of("al-strike"), pieces.of("☂")
    ([3, 4], [5, 6, 3], [0])
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._places = {piece: i for i, piece in enumerate(vocabulary)}
        self._known: dict[str, list[int]] = {}
        self.start, self.end = self._places[START], self._places[END]

    def of(self, word: str) -> list[int]:
        """The pieces of a word, at least one and at most twelve: the first ones and the last."""
        found = self._known.get(word)
        if found is None:
            found = [piece for part in _PARTS.findall(_plain(word)) for piece in self._cut(part)]
            found = found or [self._places[UNKNOWN]]
            found = found if len(found) <= _MOST else [*found[: _MOST - 2], *found[-2:]]
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[word] = found
        return found

    def _cut(self, part: str) -> list[int]:
        """The longest piece that fits, again and again; a part that cannot be cut so is unknown."""
        found: list[int] = []
        start = 0
        while start < len(part):
            mark = "##" if start else ""
            for end in range(min(len(part), start + _LONGEST), start, -1):
                if (place := self._places.get(mark + part[start:end])) is not None:
                    found.append(place)
                    start = end
                    break
            else:
                return [self._places[UNKNOWN]]
        return found


def shape(word: str) -> int:
    """How a word is written, from 0 to 7: the pieces have no capitals.

    >>> [shape(word) for word in ("arms", "Iran", "IRAN", "McMaster", "2015", ",", "F-16")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if word.isalpha():
        return 0 if word.islower() else 1 if word.istitle() else 2 if word.isupper() else 3
    if not any(each.isalnum() for each in word):
        return 5
    if not any(each.isalpha() for each in word):
        return 4
    return 6 if word[:1].isupper() else 7


def _plain(word: str) -> str:
    """In lower case and without accents, as the vocabulary is."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(each for each in decomposed if unicodedata.category(each) not in {"Mn", "Cc", "Cf"})
