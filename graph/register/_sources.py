"""Where the facts that ship are known from: the named sources of `data/sources.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from graph.register._entries import Entry, Link, Role
from graph.register._fields import Fault, Place
from graph.register._yaml import parsed

FILE = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Sources:
    """The titles of the named sources, and the name of the one that a fact without a source is of."""

    titles: Mapping[str, str]
    default: str

    def title(self, source: str | None) -> str:
        """How a source is called; a text that is no name stays as it is.

        >>> sources().title("reign"), sources().title("Annals, p. 7")
        ('REIGN leader list, March 2021', 'Annals, p. 7')
        """
        name = self.default if source is None else source
        return self.titles.get(name, name)

    def name(self, title: str | None) -> str | None:
        """The name of the source with a title, None for the default's."""
        found = next((name for name, known in self.titles.items() if known == title), None)
        return None if found == self.default else found


@cache
def sources() -> Sources:
    """The named sources of the package."""
    raw = parsed(FILE, files("graph.register").joinpath("data", FILE).read_text(encoding="utf-8"))
    return Sources({name: each["title"] for name, each in raw["sources"].items()}, raw["default"])


def sourced(entry: Entry, place: Place) -> Entry:
    """An entry that ships, with a source for all that it says of offices and ties.

    Raises Fault where it names one that is none: users may write what they like, a shipped entry may not.
    """
    known = sources()
    for number, role in enumerate(entry.roles):
        _check(role, entry.id, (*place, "roles", number, "source"))
    for link in entry.links:
        _check(link, entry.id, place)
    return replace(
        entry,
        roles=tuple(replace(each, reference=known.title(each.reference)) for each in entry.roles),
        links=tuple(replace(each, reference=known.title(each.reference)) for each in entry.links),
    )


def _check(fact: Role | Link, ident: str, place: Place) -> None:
    titles = sources().titles
    if fact.reference is not None and fact.reference not in titles.values():
        names = ", ".join(sorted(titles))
        raise Fault(place, f"for {ident!r} a source of {FILE} ({names}), not {fact.reference!r}")
