"""The sentences of `sentences/*.yaml`: a text, and the claims that it makes; `sentences/README.md` says how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.model import Reading, Status
from graph.relations import relations

FOLDER = Path(__file__).with_name("sentences")
_EDGE = re.compile(rf"(?P<source>.+) (?P<relation>{'|'.join(relations())}|\*) (?P<target>[^(]+?)(?: \((?P<how>.+)\))?")


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim by the names of its actors."""

    source: str
    relation: str
    target: str
    status: Status = Status.ASSERTED
    hedged: bool = False
    claimant: str | None = None

    def covers(self, other: Edge) -> bool:
        """Whether the other has these actors, in either order where the relation has none, and this relation."""
        pairs = [(other.source, other.target)]
        if other.relation in relations() and relations()[other.relation].symmetric:
            pairs.append((other.target, other.source))
        return self.relation in {"*", other.relation} and any(
            self.source in {"*", left} and self.target in {"*", right} for left, right in pairs
        )

    def same(self, other: Edge) -> bool:
        """Whether the other is the same claim, said in the same way."""
        return self.covers(other) and (self.status, self.hedged, self.claimant) == (
            other.status,
            other.hedged,
            other.claimant,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One text with the claims that must, may and must not come out."""

    id: str
    text: str
    expect: tuple[Edge, ...]
    may: tuple[Edge, ...]
    never: tuple[Edge, ...]
    not_yet: str


def cases() -> Iterator[Case]:
    """All cases, file by file."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            edges = {part: tuple(parse(row.get(part, ""))) for part in ("expect", "may", "never")}
            yield Case(f"{path.stem}-{row['id']}", row["text"], **edges, not_yet=row.get("not_yet", ""))


def parse(text: str) -> Iterator[Edge]:
    """The edges of a line such as "Iran ARMS Russia (hedged, by Ukraine); Ukraine ACCUSES Iran"."""
    for part in filter(None, text.split("; ")):
        found = _EDGE.fullmatch(part)
        assert found, f"not an edge: {part!r}"
        yield _edge(found.groupdict())


def _edge(parts: Mapping[str, str | None]) -> Edge:
    words = (parts["how"] or "").split(", ") if parts["how"] else []
    statuses = [Status(word) for word in words if word in {each.value for each in Status}]
    claimant = next((word.removeprefix("by ") for word in words if word.startswith("by ")), None)
    assert len(statuses) + ("hedged" in words) + bool(claimant) == len(words), f"not understood: {words}"
    return Edge(
        parts["source"] or "",
        parts["relation"] or "",
        parts["target"] or "",
        statuses[0] if statuses else Status.ASSERTED,
        "hedged" in words,
        claimant,
    )


def edges(reading: Reading) -> list[Edge]:
    """The claims of a reading, by name."""
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        Edge(
            names[each.source],
            each.relation,
            names[each.target],
            each.status,
            each.hedged,
            names[each.claimant] if each.claimant else None,
        )
        for each in reading.claims
    ]


def faults(case: Case, found: list[Edge]) -> list[str]:
    """What is wrong with the claims that a text gave."""
    wrong = [f"missing: {each}" for each in case.expect if not any(each.same(one) for one in found)]
    wrong += [f"forbidden: {one}" for each in case.never for one in found if each.covers(one)]
    known = (*case.expect, *case.may)
    for one in found:
        if one.status is Status.ASSERTED and not any(each.covers(one) and _told(each) for each in known):
            wrong.append(f"wrong: {one}")
    return wrong


def _told(edge: Edge) -> bool:
    return edge.status is Status.ASSERTED
