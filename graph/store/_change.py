from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from graph.errors import InputError
from graph.model import Actor, Claim, Document, Reading
from graph.relations import relation
from graph.store._rows import actor_row
from graph.store._stored import Naming, Stored


@dataclass(frozen=True, slots=True)
class Change:
    """What must be done to a store so that it holds some readings; everything sorted by id.

    `documents` are new ones, `filled` those of which something more is known now. `namings` says which document names
    which actor: the text is empty for an actor of the register, else all that the document says about who it is.
    """

    documents: tuple[Document, ...] = ()
    filled: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    gone_documents: tuple[str, ...] = ()
    gone_claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()
    changed_actors: tuple[Actor, ...] = ()
    namings: tuple[tuple[Naming, str], ...] = ()
    gone_namings: tuple[Naming, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def change(readings: Sequence[Reading], held: Stored) -> Change:
    """What must be done so that the store holds these readings.

    Raises VocabularyError for a relation outside the vocabulary, and InputError for a claim whose actor or document
    its reading does not hold.
    """
    last = {reading.document.id: _checked(reading) for reading in readings}
    readings = [last[key] for key in sorted(last)]
    before = {claim.id: claim for each in readings for claim in held.claims.get(each.document.id, {}).values()}
    after = {claim.id: claim for each in readings for claim in each.claims}
    namings = _namings(readings)
    actors = _actors(readings)
    return Change(
        documents=tuple(each.document for each in readings if each.document.id not in held.documents),
        filled=tuple(_filled(readings, held.documents)),
        claims=_beyond(after, before),
        gone_claims=_beyond(before, after),
        actors=tuple(actors[key] for key in sorted(actors) if key not in held.actors),
        changed_actors=tuple(_changed(actors, held.actors)),
        namings=tuple((key, namings[key]) for key in sorted(namings) if held.namings.get(key) != namings[key]),
        gone_namings=tuple(sorted(held.namings.keys() - namings.keys())),
    )


def removal(document: str, held: Stored) -> Change:
    """What must be done so that the store no longer holds a document."""
    claims = held.claims.get(document, {})
    return Change(
        gone_documents=(document,),
        gone_claims=tuple(claims[key] for key in sorted(claims)),
        gone_namings=tuple(sorted(held.namings)),
    )


def _checked(reading: Reading) -> Reading:
    """The reading with each claim once, and with only those actors that a claim names."""
    actors = {actor.id: actor for actor in reading.actors}
    named: set[str] = set()
    for claim in reading.claims:
        relation(claim.relation)
        ends = _ends(claim)
        if claim.document != reading.document.id or not ends <= actors.keys():
            raise InputError(
                f"claim {claim.id} of document {reading.document.name!r} names an actor or a document that its reading "
                "does not hold",
                remedy="give the reading every actor of its claims",
            )
        named |= ends
    claims = {claim.id: claim for claim in reading.claims}
    return replace(reading, claims=tuple(claims.values()), actors=tuple(actors[key] for key in sorted(named)))


def _ends(claim: Claim) -> set[str]:
    return {end for end in (claim.source, claim.target, claim.claimant) if end is not None}


def _filled(readings: Iterable[Reading], held: Mapping[str, Document]) -> Iterable[Document]:
    """Documents of which less was known: what is known of a document stays, what was not is filled in."""
    for reading in readings:
        before = held.get(reading.document.id)
        if before is None:
            continue
        missing = [each.name for each in fields(before) if getattr(before, each.name) is None]
        after = replace(before, **{name: getattr(reading.document, name) for name in missing})
        if after != before:
            yield after


def _beyond(these: Mapping[str, Claim], those: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims of these that those do not hold in just this form."""
    return tuple(these[key] for key in sorted(these) if those.get(key) != these[key])


def _namings(readings: Iterable[Reading]) -> dict[Naming, str]:
    return {(each.document.id, actor.id): found(actor) for each in readings for actor in each.actors}


def found(actor: Actor) -> str:
    """What a document says about who an actor is; empty where the register knows better."""
    return "" if actor.known else json.dumps(actor_row(actor), sort_keys=True, ensure_ascii=False)


def _actors(readings: Iterable[Reading]) -> dict[str, Actor]:
    """Each actor once: as the register knows it, else as the first document has it."""
    actors: dict[str, Actor] = {}
    for reading in readings:
        for actor in reading.actors:
            if actor.known or actor.id not in actors:
                actors[actor.id] = actor
    return actors


def _changed(actors: Mapping[str, Actor], held: Mapping[str, Actor]) -> Iterable[Actor]:
    """Actors that the register knows, where the store has them otherwise."""
    for key in sorted(actors):
        if actors[key].known and key in held and held[key] != actors[key]:
            yield actors[key]
