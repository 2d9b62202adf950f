"""Actors that the register does not know, counted, and written as entries for a file of the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.cli._plain import clean

if TYPE_CHECKING:
    from graph.model import Actor, Claim, Reading
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Unknown:
    """An actor that the register does not know: in how many claims it is, and a sentence that names it."""

    id: str
    name: str
    kind: str
    country: str | None
    times: int
    sentence: str


def in_readings(readings: Iterable[Reading]) -> list[Unknown]:
    """The unknown actors of these readings, the most frequent first."""
    actors: dict[str, Actor] = {}
    claims: list[Claim] = []
    for reading in readings:
        actors.update({each.id: each for each in reading.actors if not each.known})
        claims += reading.claims
    return _counted(actors, claims)


def in_store(store: Store) -> list[Unknown]:
    """The unknown actors of a store, the most frequent first."""
    graph = store.snapshot()
    return _counted({each.id: each for each in graph.actors if not each.known}, graph.claims)


def _counted(actors: dict[str, Actor], claims: Iterable[Claim]) -> list[Unknown]:
    said: dict[str, list[str]] = {ident: [] for ident in actors}
    for claim in claims:
        for end in {claim.source, claim.target, claim.claimant} & actors.keys():
            said[end or ""].append(claim.sentence)
    found = [
        Unknown(
            each.id, each.name, each.kind.value, each.country, len(said[each.id]), clean(min(said[each.id], key=len))
        )
        for each in actors.values()
        if said[each.id]
    ]
    return sorted(found, key=lambda each: (-each.times, each.id))


def as_yaml(found: Sequence[Unknown]) -> str:
    """Entries of a file of actors, each with its sentence as a comment."""
    import yaml

    parts = []
    for each in found:
        fields = {"id": each.id, "kind": each.kind, "name": each.name, "country": each.country}
        entry = yaml.safe_dump(
            [{key: value for key, value in fields.items() if value}], allow_unicode=True, sort_keys=False
        )
        parts.append(f"# {each.times} claims: {each.sentence}\n{entry}")
    return "".join(parts) or "[]\n"
