"""From entries to actors, and to the spellings by which they are found."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Actor, ActorKind
from graph.register._entries import Entry
from graph.register._index import meanings
from graph.register._shards import Shards
from graph.register._spellings import Spellings


def indexed(shards: Shards) -> tuple[dict[str, Entry], Spellings]:
    """The entries sorted by id, and all their spellings."""
    entries = dict(sorted(shards.entries.items()))
    likelier = sorted(entries.values(), key=lambda each: weight(each, entries), reverse=True)
    found = meanings((actor_of(entry, entries) for entry in likelier), shards.masks)
    return entries, Spellings.of(found)


def weight(entry: Entry, entries: Mapping[str, Entry]) -> tuple[bool, bool, str]:
    """Greater for who is likelier meant by a name that several share: leaders, of states first, and the later one."""
    leads = [role for role in entry.roles if role.relation == "LEADS"]
    state = any(entries[role.of].kind is ActorKind.COUNTRY for role in leads if role.of in entries)
    return state, bool(leads), max((role.since or "" for role in leads or entry.roles), default="")


def actor_of(entry: Entry, entries: Mapping[str, Entry]) -> Actor:
    """The actor that an entry describes."""
    return Actor(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        aliases=entry.aliases,
        qid=entry.qid,
        codes=entry.codes,
        country=entry.country,
        iso3=_iso3(entry, entries),
    )


def _iso3(entry: Entry, entries: Mapping[str, Entry]) -> str | None:
    """The code of the actor itself, or of the nearest of the countries around it that has one."""
    seen: set[str] = set()
    at: Entry | None = entry
    while at and at.id not in seen:
        if code := at.codes.get("iso3"):
            return code
        seen.add(at.id)
        at = entries.get(at.country or "")
    return None
