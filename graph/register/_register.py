from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from functools import cached_property
from pathlib import Path

from graph.errors import VocabularyError
from graph.model import Actor, AliasKind, Standing
from graph.register._build import actor_of, indexed
from graph.register._entries import Entry, Link, Role
from graph.register._index import Index, Match
from graph.register._offices import same_office, shared
from graph.register._overlay import overlaid
from graph.register._shards import Shards, with_file
from graph.register._shipped import quick, shipped
from graph.register._spellings import Spellings

# How adjectives of countries end, unlike other names of their people ("Icelander", "Spaniard").
_ADJECTIVES = ("an", "ish", "ese", "i", "ch", "ien", "ss", "ic", "men", "ai")


class Register:
    """The actors that are known before any article is read, by id, by name in a text and by office.

    >>> register = Register.load()
    >>> [match.sole.name for match in register.find("Moscow warned the Iranians")]
    ['Russia', 'Iran']
    """

    def __init__(self, entries: Mapping[str, Entry], spellings: Spellings) -> None:
        """`entries` are sorted by id."""
        self._entries = entries
        self._actors: dict[str, Actor] = {}
        self._index = Index(spellings, self.actor)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Register:
        """The register of the package, with the user's files laid over it in their order.

        In a user's file an entry with a known `id` replaces that actor, one with `extends` adds to it. Raises
        RegisterError with file and line.
        """
        compiled = quick()
        if compiled is None:
            return cls(*indexed(_with_files(shipped(), extra)))
        entries, spellings, masks = compiled
        if not extra:
            return cls(entries, spellings)
        shards = _with_files(Shards(entries, masks), extra)
        laid = overlaid(entries, spellings, shards)
        if laid is None:
            return cls(*indexed(shards))
        return cls(entries.laid_over({ident: shards.entries[ident] for ident in shards.changed}), laid)

    def actor(self, ident: str) -> Actor:
        """The actor of that id; raises VocabularyError where there is none."""
        found = self.get(ident)
        if found is None:
            raise VocabularyError(f"unknown actor {ident!r}", remedy="use the id of an actor of the register")
        return found

    def get(self, ident: str) -> Actor | None:
        """The actor of that id, None where there is none."""
        if ident not in self._actors and ident in self._entries:
            self._actors[ident] = actor_of(self._entries[ident], self._entries)
        return self._actors.get(ident)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, sorted by id."""
        return tuple(self.actor(ident) for ident in self._entries)

    def find(self, text: str) -> list[Match]:
        """The names of actors in a text: case-sensitive, whole words, the longest that begins first.

        `text[match.start:match.end]` is the name as written, without a possessive 's. Words that can mean several
        actors come with all of them.
        """
        return self._index.find(text)

    def roles(self, ident: str) -> tuple[Role, ...]:
        """The offices of a person; raises VocabularyError for an unknown actor."""
        self.actor(ident)
        return self._entries[ident].roles

    def demonym(self, ident: str) -> str:
        """The adjective of a country ("Georgian"), or its name where that is not like it ("New Zealand").

        Raises VocabularyError for an unknown actor.
        """
        name = self.actor(ident).name
        found = (each.text for each in self._entries[ident].aliases if each.kind is AliasKind.DEMONYM)
        like = [text for text in found if text[:2] == name[:2] and text.endswith(_ADJECTIVES)]
        return min(like, key=len, default=name)

    def links(self, ident: str) -> tuple[Link, ...]:
        """The standing relations that an actor's entry gives; raises VocabularyError for an unknown actor."""
        self.actor(ident)
        return self._entries[ident].links

    def standing(self) -> list[Standing]:
        """All ties that the register knows, sorted: offices, memberships, parts, proxies, bases, allies and enemies."""
        offices = [
            Standing(ident, role.relation, role.of, role.office, role.since, role.until, role.as_of, role.reference)
            for ident, entry in self._entries.items()
            for role in entry.roles
        ]
        links = [
            Standing(link.source, link.relation, link.target, "", link.since, link.until, link.as_of, link.reference)
            for entry in self._entries.values()
            for link in entry.links
        ]
        return sorted({*offices, *links}, key=lambda each: tuple(part or "" for part in astuple(each)))

    @staticmethod
    def same_office(one: str, other: str) -> bool:
        """Whether two words mean one office.

        >>> Register.same_office("secretary of state", "foreign minister")
        True
        """
        return same_office(one) == same_office(other)

    def holder(self, office: str, of: str, date: str | None) -> Actor | None:
        """Who held an office of an actor at a date, or holds it where the date is None.

        Other words for an office count ("secretary of state" is a foreign minister). None where nobody is known, where
        a date of less than a day leaves two holders, or where several people hold the office at a time (ambassadors).

        >>> Register.load().holder("foreign minister", "russia", "2001-05-01").name
        'Igor Ivanov'
        """
        if shared(office):
            return None
        held = [pair for pair in self._offices.get((same_office(office), of), ()) if _holds(pair[0], date)]
        exact = date is None or len(date) == len("2001-05-01")
        if len({ident for _, ident in held}) > 1 and not exact:
            return None
        latest = max(held, key=lambda pair: pair[0].since or pair[0].as_of or "", default=None)
        return self.actor(latest[1]) if latest else None

    @cached_property
    def _offices(self) -> Mapping[tuple[str, str], list[tuple[Role, str]]]:
        found: defaultdict[tuple[str, str], list[tuple[Role, str]]] = defaultdict(list)
        for ident, entry in self._entries.items():
            for role in entry.roles:
                found[same_office(role.office), role.of].append((role, ident))
        return found


def _holds(role: Role, date: str | None) -> bool:
    """Whether the role covers any day of the date; a role without a beginning is known from `as_of` on."""
    since = role.since or role.as_of
    if date is None:
        return role.until is None and since is not None
    return since is not None and since <= f"{date}-99" and (role.until is None or date <= f"{role.until}-99")


def _with_files(shards: Shards, files: Sequence[Path]) -> Shards:
    for path in files:
        shards = with_file(shards, path)
    return shards
