from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Spellings:
    """Every spelling of every alias, sorted by its first word, and whom it can mean: "id:position id:position".

    The spellings that begin with `firsts[n]` are those from `starts[n]` on to before `starts[n + 1]`.
    """

    texts: Sequence[str]
    meanings: Sequence[str]
    firsts: Sequence[str]
    starts: Sequence[int]

    @classmethod
    def of(cls, found: Mapping[str, str]) -> Spellings:
        """From the meanings of each spelling."""
        texts = sorted(found, key=lambda text: (_first(text), text))
        starts: dict[str, int] = {}
        for place, text in enumerate(texts):
            starts.setdefault(_first(text), place)
        return cls(texts, [found[text] for text in texts], list(starts), [*starts.values(), len(texts)])

    def meaning(self, text: str) -> str | None:
        """Whom a spelling can mean, empty where it is a phrase that means no actor; None where it is no spelling.

        >>> found = Spellings.of({"North Korea": "north-korea:0", "Korea Strait": ""})
        >>> found.meaning("North Korea"), found.meaning("Korea Strait"), found.meaning("Korea")
        ('north-korea:0', '', None)
        """
        which = bisect_left(self.firsts, _first(text))
        if which == len(self.firsts) or self.firsts[which] != _first(text):
            return None
        end = self.starts[which + 1]
        place = bisect_left(self.texts, text, self.starts[which], end)
        return self.meanings[place] if place < end and self.texts[place] == text else None

    def changed(self, changes: Mapping[str, str | None]) -> Spellings:
        """With other meanings of some spellings; a meaning of None takes a spelling away.

        The same as if all were made anew, for the time that the changes take.
        """
        made = _Copied(self)
        for first, group in groupby(sorted(changes, key=lambda text: (_first(text), text)), key=_first):
            held = dict(made.until(first))
            held |= {text: changes[text] or "" for text in group if changes[text] is not None}
            made.put(first, {text: held[text] for text in sorted(held) if changes.get(text, "") is not None})
        return made.whole()


class _Copied:
    """Spellings in the making: what does not change is copied from the old ones in whole stretches."""

    def __init__(self, old: Spellings) -> None:
        self._old = old
        self._next = 0  # the first word of the old ones that comes next
        self._texts: list[str] = []
        self._meanings: list[str] = []
        self._firsts: list[str] = []
        self._starts: list[int] = []

    def until(self, first: str) -> Mapping[str, str]:
        """Copies all before a first word; gives the old spellings that begin with it, which are not copied."""
        which = bisect_left(self._old.firsts, first, self._next)
        self._copy(which)
        if which == len(self._old.firsts) or self._old.firsts[which] != first:
            return {}
        self._next += 1
        span = slice(self._old.starts[which], self._old.starts[which + 1])
        return dict(zip(self._old.texts[span], self._old.meanings[span], strict=True))

    def put(self, first: str, found: Mapping[str, str]) -> None:
        """The spellings that begin with a word, in their order."""
        if found:
            self._firsts.append(first)
            self._starts.append(len(self._texts))
            self._texts += found
            self._meanings += found.values()

    def whole(self) -> Spellings:
        """All, with what was not copied yet."""
        self._copy(len(self._old.firsts))
        return Spellings(self._texts, self._meanings, self._firsts, [*self._starts, len(self._texts)])

    def _copy(self, end: int) -> None:
        begin, old = self._next, self._old
        span = slice(old.starts[begin], old.starts[end])
        moved = len(self._texts) - old.starts[begin]
        self._firsts += old.firsts[begin:end]
        self._starts += [start + moved for start in old.starts[begin:end]]
        self._texts += old.texts[span]
        self._meanings += old.meanings[span]
        self._next = end


def _first(text: str) -> str:
    return text.partition(" ")[0]
