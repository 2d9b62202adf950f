"""The index with a user's files laid over it: only what their actors are called is looked at anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import ActorKind
from graph.register._build import actor_of, weight
from graph.register._entries import Entry
from graph.register._fold import fold
from graph.register._index import Candidate, joined, names, spelled
from graph.register._shards import Shards
from graph.register._spellings import Spellings


@dataclass(frozen=True, slots=True)
class Called:
    """One name of an actor: the candidate with its place among the names, its plain form and all its spellings."""

    candidate: Candidate
    meaning: str
    plain: str
    spellings: frozenset[str]


@dataclass(frozen=True)
class Names:
    """What the actors of some entries are called, each looked at once."""

    entries: Mapping[str, Entry]
    _known: dict[str, list[Called]] = field(default_factory=dict[str, list[Called]])

    def of(self, ident: str) -> list[Called]:
        """All names of an actor, in their order."""
        if ident not in self._known:
            self._known[ident] = list(self._called(ident))
        return self._known[ident]

    def all_of(self, idents: Iterable[str]) -> list[Called]:
        """All names of some actors."""
        return [each for ident in idents for each in self.of(ident)]

    def _called(self, ident: str) -> Iterator[Called]:
        actor = actor_of(self.entries[ident], self.entries)
        for position, alias in enumerate(names(actor)):
            candidate, plain = Candidate(actor, alias), fold(alias.text).text
            yield Called(candidate, f"{ident}:{position}", plain, frozenset(spelled(plain, candidate)))


def overlaid(before: Mapping[str, Entry], spellings: Spellings, shards: Shards) -> Spellings | None:
    """The spellings of all entries of `shards`, from those of the entries before; the same as if made from all anew.

    None where a country is none any more, or the reverse: that changes who comes first among many others.
    """
    changed = shards.changed
    old = {ident for ident in changed if ident in before}
    if any(_is_country(before[ident]) != _is_country(shards.entries[ident]) for ident in old):
        return None
    return spellings.changed(dict(_Change(Names(before), Names(shards.entries), spellings, shards, old).all()))


def _is_country(entry: Entry) -> bool:
    return entry.kind is ActorKind.COUNTRY


class _Change:
    """What becomes of each spelling that the changed actors have or had."""

    def __init__(self, before: Names, after: Names, spellings: Spellings, shards: Shards, old: set[str]) -> None:
        self._after = after
        self._spellings = spellings
        self._changed = shards.changed
        was, now = before.all_of(sorted(old)), after.all_of(sorted(shards.changed))
        self._affected = {text for each in (*was, *now) for text in each.spellings}
        self._had = {each.plain for each in was}
        self._owners: dict[str, set[str]] = {}
        for each in now:
            for text in each.spellings:
                self._owners.setdefault(text, set()).add(each.candidate.actor.id)
        plain = [fold(mask).text for mask in shards.masks]
        self._masks = {*plain, *(mask.upper() for mask in plain)}

    def all(self) -> Iterator[tuple[str, str | None]]:
        """Each spelling that may change, and its meaning; None where it is none any more."""
        for text in self._affected:
            meaning = self._meaning(text)
            yield text, meaning or ("" if text in self._masks else None)
        for mask in self._masks - self._affected:
            if self._spellings.meaning(mask) is None:
                yield mask, ""

    def _meaning(self, text: str) -> str:
        idents = self._others(text) | self._owners.get(text, set())
        exact = self._exact(text, idents)
        if text.isupper() and not exact and text in self._had:
            # Words that were left out for a name all in capitals, which is gone now.
            idents |= {each for like in self._like(text) for each in self._others(like)}
        found = [called for ident in self._likeliest(idents) if (called := self._first(ident, text, exact=exact))]
        return joined((each.candidate, each.meaning) for each in found)

    def _exact(self, text: str, idents: set[str]) -> bool:
        return any(each.plain == text for each in self._after.all_of(idents))

    def _others(self, text: str) -> set[str]:
        meanings = (self._spellings.meaning(text) or "").split()
        return {each.partition(":")[0] for each in meanings} - self._changed

    def _like(self, text: str) -> list[str]:
        return [each for each in self._spellings.texts if each != text and each.upper() == text]

    def _likeliest(self, idents: set[str]) -> list[str]:
        entries = self._after.entries
        return sorted(sorted(idents), key=lambda ident: weight(entries[ident], entries), reverse=True)

    def _first(self, ident: str, text: str, *, exact: bool) -> Called | None:
        """The name of an actor by which a spelling means it."""
        told = (each for each in self._after.of(ident) if text in each.spellings)
        return next((each for each in told if text == each.plain or not (text.isupper() and exact)), None)
