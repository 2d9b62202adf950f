"""Snapshots to draw: one as an analyst would meet it, and larger ones made by rule."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from detente._reading import open_reader
from detente.cli._batch import Batch
from graph.model import Actor, ActorKind, Alias, AliasKind, Claim, Document, Snapshot, Status, claim_id, document_id
from graph.relations import relations
from graph.ties import derive


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an article and one claim in it."""

    sentence: str
    source: str
    relation: str
    target: str
    quote: str
    status: Status = Status.ASSERTED
    hedged: bool = False
    claimant: str | None = None
    date: str | None = None
    place: str | None = None
    confidence: float = 0.9
    object: str | None = None


def article(name: str, said: Iterable[Said], **known: str) -> tuple[Document, list[Claim]]:
    """A document with these sentences, each once, and its claims."""
    lines = list(said)
    text = " ".join(dict.fromkeys(each.sentence for each in lines))
    document = Document(document_id(text), name, text, **known)
    return document, [_claim(document, each) for each in lines]


def _claim(document: Document, said: Said) -> Claim:
    start = document.text.index(said.sentence) + said.sentence.index(said.quote)
    end = start + len(said.quote)
    return Claim(
        id=claim_id(document.id, start, end, said.source, said.relation, said.target),
        document=document.id,
        source=said.source,
        relation=said.relation,
        target=said.target,
        status=said.status,
        hedged=said.hedged,
        claimant=said.claimant,
        quote=said.quote,
        start=start,
        end=end,
        sentence=said.sentence,
        date=said.date,
        place=said.place,
        confidence=said.confidence,
        object=said.object,
        extractor="test",
    )


def assemble(actors: Iterable[Actor], articles: Iterable[tuple[Document, list[Claim]]]) -> Snapshot:
    """A snapshot of these articles, with the ties that their claims make."""
    found = list(articles)
    documents = {document.id: document for document, _ in found}
    claims = {claim.id: claim for _, several in found for claim in several}
    return Snapshot(
        actors=tuple(sorted(actors, key=lambda each: each.id)),
        documents=tuple(documents[each] for each in sorted(documents)),
        claims=tuple(claims[each] for each in sorted(claims)),
        ties=tuple(derive(claims.values(), documents)),
    )


def _actor(known: Mapping[str, Any]) -> Actor:
    aliases = tuple(Alias(each, AliasKind.EPITHET) for each in known["aliases"])
    name = known["name"]
    kind = ActorKind(known["kind"])
    return Actor(
        name.lower().replace(" ", "-"), name, kind, aliases, country=known.get("country"), iso3=known.get("iso3")
    )


def _said(fields: Mapping[str, Any]) -> Said:
    return Said(**{**fields, "status": Status(fields.get("status", "asserted"))})


@cache
def levant() -> Snapshot:
    """Seventeen actors of the Middle East around 2021; one document has no title, date, outlet or address."""
    plain = json.loads((Path(__file__).parent / "levant.json").read_text(encoding="utf-8"))
    articles = [article(each["name"], map(_said, each["said"]), **each["known"]) for each in plain["articles"]]
    return assemble(map(_actor, plain["actors"]), articles)


@cache
def synthetic(actors: int, seed: int = 3, sentences: int = 1) -> Snapshot:
    """So many actors and twice as many claims, each in so many sentences; few are strong and many weak, as in news."""
    chance = random.Random(seed)
    names = [f"Actor {number}" for number in range(actors)]
    cast = [Actor(f"a{number:04d}", name, chance.choice(list(ActorKind))) for number, name in enumerate(names)]
    vocabulary = list(relations())
    said: list[Said] = []
    for number in range(1, actors):
        for _ in range(2):
            other = min(chance.randrange(number), chance.randrange(number))
            first = _invented(chance, cast[number], chance.choice(vocabulary), cast[other])
            more = (f"In its report {again} the same agency added: {first.sentence}" for again in range(1, sentences))
            said += [first, *(replace(first, sentence=sentence) for sentence in more)]
    size = max(1, len(said) // 20)
    parts = [said[at : at + size] for at in range(0, len(said), size)]
    return assemble(
        cast,
        [
            article(
                f"d{number}",
                part,
                title=f"Report {number}",
                outlet=f"Outlet {number % 7}",
                published=f"20{10 + number % 12}-0{1 + number % 9}-15",
                url=f"https://example.org/{number}",
            )
            for number, part in enumerate(parts)
        ],
    )


def _invented(chance: random.Random, source: Actor, relation: str, target: Actor) -> Said:
    status = chance.choice([Status.ASSERTED] * 9 + list(Status)[1:])
    verb = relation.lower().replace("_", " ")
    return Said(
        f"On that day {source.name} {verb} {target.name}, the agency of the region reported in its evening news.",
        source.id, relation, target.id, f"{source.name} {verb} {target.name}", status=status,
        hedged=chance.random() < 0.2, confidence=round(chance.uniform(0.4, 1.0), 2),
        date=chance.choice([None, "2015", "2019-05", f"2020-0{chance.randint(1, 9)}-11"]),
    )  # fmt: skip


@cache
def samples() -> Snapshot:
    """What the demo draws: the sample articles, read as a user's are."""
    with as_file(files("detente") / "samples") as folder:
        readings = list(open_reader().read_all(Batch([folder]).documents()))
    actors = {actor.id: actor for reading in readings for actor in reading.actors}
    return assemble(actors.values(), ((reading.document, list(reading.claims)) for reading in readings))
