"""What the tests of the command line put in place of the reader and the store."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import Actor, ActorKind, Claim, Document, Reading, Snapshot, Standing, Status, claim_id
from graph.store import Table, Written
from graph.ties import derive

_ARMS = re.compile(r"(\S+) arms (\S+?)\.", re.DOTALL)


class SmallReader:
    """Finds "X arms Y." alone; a name is taken as it stands, so that a test can put anything into it."""

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            pairs = [(match, match[1], match[2]) for match in _ARMS.finditer(document.text)]
            actors = {
                name: Actor(name.lower(), name, ActorKind.COUNTRY, iso3="XXX") for _, *two in pairs for name in two
            }
            claims = tuple(_claim(document, match) for match, *_ in pairs)
            yield Reading(document, claims, tuple(actors[name] for name in sorted(actors)))


def _claim(document: Document, match: re.Match[str]) -> Claim:
    source, target = match[1].lower(), match[2].lower()
    return Claim(
        id=claim_id(document.id, match.start(), match.end(), source, "ARMS", target),
        document=document.id,
        source=source,
        relation="ARMS",
        target=target,
        status=Status.ASSERTED,
        hedged=False,
        claimant=None,
        quote=match[0],
        start=match.start(),
        end=match.end(),
        sentence=match[0],
    )


@dataclass
class SmallStore:
    """Keeps readings by document; `answer` is what every question gets."""

    readings: dict[str, Reading] = field(default_factory=dict)
    answer: Table = field(default_factory=lambda: Table(("source", "claims"), (("Iran", 2),)))
    standing: tuple[Standing, ...] = ()
    asked: list[tuple[str, str, Mapping[str, object]]] = field(default_factory=list)

    def write(self, readings: Iterable[Reading]) -> Written:
        before = self.counts()
        self.readings.update({reading.document.id: reading for reading in readings})
        return Written(**{name: count - before[name] for name, count in self.counts().items()})

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None, **_: object) -> Table:
        self.asked.append(("read", cypher, parameters or {}))
        return self.answer

    def run(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Table:
        self.asked.append(("run", cypher, parameters or {}))
        return self.answer

    def put_standing(self, ties: Iterable[Standing]) -> int:
        self.standing = tuple(ties)
        return len(self.standing)

    def counts(self) -> dict[str, int]:
        graph = self.snapshot()
        names = ("actors", "documents", "claims", "ties")
        return {name: len(getattr(graph, name)) for name in names}

    def snapshot(self, limit: int | None = None) -> Snapshot:
        del limit
        actors = {actor.id: actor for reading in self.readings.values() for actor in reading.actors}
        documents = {key: self.readings[key].document for key in sorted(self.readings)}
        claims = sorted((claim for each in self.readings.values() for claim in each.claims), key=lambda claim: claim.id)
        ties = derive(claims, documents)
        return Snapshot(
            tuple(actors[key] for key in sorted(actors)), tuple(documents.values()), tuple(claims), tuple(ties)
        )

    def __enter__(self) -> SmallStore:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, standard output and standard error."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]
