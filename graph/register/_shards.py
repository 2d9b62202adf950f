from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import RegisterError
from graph.register._entries import Entry, merged
from graph.register._fields import Fault, Place
from graph.register._lazy import Layered
from graph.register._schema import drops, entry, extends, masks, raw_entries
from graph.register._sources import sourced
from graph.register._yaml import line_of, parsed

_BIGGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Shards:
    """Everything that files say: actors by id, and phrases that look like actors and are none.

    `changed` are the ids that a user's files add, replace or extend.
    """

    entries: Mapping[str, Entry]
    masks: tuple[str, ...]
    changed: frozenset[str] = frozenset()


def _as_it_is(entry: Entry, _: Place) -> Entry:
    return entry


def from_texts(texts: Mapping[str, str]) -> Shards:
    """The shards of the package's files by name; files that extend actors come after those that describe them.

    All that they say of offices and ties has a source.
    """
    entries: dict[str, Entry] = {}
    phrases: list[str] = []
    places: dict[str, dict[str, Place]] = {}
    for name in sorted(texts, key=lambda one: ("- extends:" in texts[one], one)):
        more, places[name] = _lay(entries, {}, name, texts[name], sourced)
        phrases += more
    shards = Shards(entries, tuple(phrases))
    for name, found in places.items():
        _check_references(shards, name, texts[name], found)
    return shards


def with_file(shards: Shards, path: Path) -> Shards:
    """The shards with a user's file laid over them: new ids are added, known ones replaced or extended.

    Raises RegisterError that names file and line.
    """
    text = _read(path)
    over: dict[str, Entry] = {}
    phrases, places = _lay(over, shards.entries, str(path), text)
    laid = Shards(Layered(over, shards.entries), (*shards.masks, *phrases), shards.changed | over.keys())
    _check_references(laid, str(path), text, places)
    return laid


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _BIGGEST:
            raise RegisterError(f"{path}: more than 50 MB", remedy="split the file of actors")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RegisterError(f"{path}: not UTF-8 text", remedy="save the file of actors as UTF-8") from None
    except OSError as error:
        raise RegisterError(f"{path}: {error.strerror}", remedy="name a YAML file of actors") from None


def _lay(
    over: dict[str, Entry],
    under: Mapping[str, Entry],
    name: str,
    text: str,
    checked: Callable[[Entry, Place], Entry] = _as_it_is,
) -> tuple[list[str], dict[str, Place]]:
    """Adds the entries of a file to those in `over`; gives its phrases, and the places of its entries."""
    raw = parsed(name, text)
    known = Layered(over, under)
    places: dict[str, Place] = {}
    with _located(name, text):
        phrases = masks(raw)
        for each, place in sorted(raw_entries(raw), key=lambda pair: extends(pair[0])):
            new = _laid(known, checked(entry(each, place), place), each, place, places)
            over[new.id] = new
            places[new.id] = place
    return phrases, places


def _laid(entries: Mapping[str, Entry], new: Entry, raw: object, place: Place, places: Mapping[str, Place]) -> Entry:
    if extends(raw):
        if new.id not in entries:
            raise Fault((*place, "extends"), f"an actor of the register, but {new.id!r} is none")
        return merged(entries[new.id], new, drops(raw, place))
    if new.id in places:
        raise Fault((*place, "id"), f"an id of its own, but {new.id!r} is used twice in the file")
    return new


def _check_references(shards: Shards, name: str, text: str, places: Mapping[str, Place]) -> None:
    with _located(name, text):
        for ident, place in places.items():
            if unknown := sorted(shards.entries[ident].references() - shards.entries.keys()):
                raise Fault(place, f"only actors of the register, but {unknown[0]!r} is none")


@contextmanager
def _located(name: str, text: str) -> Iterator[None]:
    """Turns a fault in a file into the error that names the file and the line."""
    try:
        yield
    except Fault as fault:
        raise RegisterError(f"{name}, line {line_of(text, fault.place)}: expected {fault.expected}") from None
