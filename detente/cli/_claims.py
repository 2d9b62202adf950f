from __future__ import annotations

from graph.model import Actor, Claim, Reading, Status

COLUMNS = ("source", "relation", "target", "said", "quote")


def record(claim: Claim, reading: Reading) -> dict[str, object]:
    """A claim with its actors spelled out, as `extract --format jsonl` prints it."""
    actors = {actor.id: actor for actor in reading.actors}
    return {
        "document": reading.document.name,
        "source": actor_record(actors[claim.source]),
        "relation": claim.relation,
        "target": actor_record(actors[claim.target]),
        "status": claim.status.value,
        "hedged": claim.hedged,
        "claimant": actor_record(actors[claim.claimant]) if claim.claimant else None,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence,
        "date": claim.date,
        "place": claim.place,
        "confidence": claim.confidence,
    }


def row(claim: Claim, reading: Reading) -> tuple[str, ...]:
    """A claim as a row of a table with `COLUMNS`."""
    names = {actor.id: actor.name for actor in reading.actors}
    said = [claim.status.value] if claim.status is not Status.ASSERTED else []
    said += ["hedged"] if claim.hedged else []
    said += [f"by {names[claim.claimant]}"] if claim.claimant else []
    return names[claim.source], claim.relation, names[claim.target], ", ".join(said), claim.quote


def actor_record(actor: Actor) -> dict[str, str | None]:
    """An actor as it stands in a printed claim; `country` is the ISO 3166 code of its country, or its id where it has
    none.
    """
    return {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "country": actor.iso3 or actor.country}
