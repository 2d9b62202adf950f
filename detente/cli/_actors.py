"""Actors and resolved texts as rows and records."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Actor
    from graph.register import Register
    from loaders.resolution import Resolution


def short(actor: Actor) -> dict[str, str | None]:
    """An actor as `extract` and `resolve` print it."""
    return {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "country": actor.iso3}


def listed(actor: Actor) -> tuple[object, ...]:
    """An actor as a row of a list."""
    return (
        actor.id,
        actor.name,
        actor.kind.value,
        actor.country,
        actor.qid,
        tuple(alias.text for alias in actor.aliases),
    )


def describe(register: Register, ident: str) -> dict[str, object]:
    """All that the register knows of an actor, with the offices that others hold of it."""
    actor = register.actor(ident)
    holders = [
        {"id": each.id, "name": each.name, **_known(asdict(role))}
        for each in register.actors()
        for role in register.roles(each.id)
        if role.of == ident
    ]
    return {
        **short(actor),
        "of": actor.country,
        "qid": actor.qid,
        "codes": dict(actor.codes),
        "aliases": [_known(asdict(alias)) for alias in actor.aliases],
        "roles": [_known(asdict(role)) for role in register.roles(ident)],
        "links": [_known(asdict(link)) for link in register.links(ident)],
        "holders": sorted(holders, key=lambda each: (str(each.get("since", "")), str(each["id"]))),
    }


def found_record(text: str, found: list[Resolution]) -> dict[str, object]:
    """A resolved text: mentions that mean one actor, and apart from them those that stay ambiguous."""
    mentions = [
        {
            "start": each.start,
            "end": each.end,
            "actor": short(each.actor),
            "how": each.how,
            **_known({"why": each.why, "office": asdict(each.office) if each.office else None}),
        }
        for each in found
        if each.actor is not None
    ]
    ambiguous = [
        {
            "start": each.start,
            "end": each.end,
            "candidates": [short(one.actor) for one in each.candidates],
            "how": "ambiguous",
        }
        for each in found
        if each.actor is None
    ]
    return {"text": text, "mentions": mentions, "ambiguous": ambiguous}


def found_row(text: str, found: Resolution) -> tuple[object, ...]:
    """A mention as a row of a table."""
    words = text[found.start : found.end]
    if found.actor is None:
        return words, " or ".join(each.actor.id for each in found.candidates), "", "ambiguous", found.why
    return words, found.actor.id, found.actor.kind.value, found.how, found.why


def _known(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if value}
