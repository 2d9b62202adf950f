from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.model import Claim, Snapshot, Status
from graph.relations import Polarity, Relation, relation
from graph.ties import tie_key


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page and the claims behind it: a tie, or claims of one status that make no tie.

    `slot` is its place in the bundle of lines between the same two actors, seen from the smaller id: 0 is straight.
    """

    source: str
    relation: Relation
    target: str
    status: Status
    claims: tuple[Claim, ...]
    slot: float

    @property
    def group(self) -> str:
        """What it is in the legend: cooperation, conflict, neutral or standing."""
        return group(self.relation)


def group(meaning: Relation) -> str:
    """The part of the legend that a relation belongs to.

    >>> group(relation("LEADS")), group(relation("HOSTILE_TO")), group(relation("URGES"))
    ('standing', 'conflict', 'neutral')
    """
    return "standing" if meaning.polarity is Polarity.NEUTRAL and meaning.stative else meaning.polarity.value


def lines(snapshot: Snapshot) -> list[Line]:
    """All lines, ties first, each part sorted by actors, relation and status."""
    claims: defaultdict[tuple[str, str, str, Status], list[Claim]] = defaultdict(list)
    for claim in sorted(snapshot.claims, key=lambda each: each.id):
        claims[*tie_key(claim.source, claim.relation, claim.target), claim.status].append(claim)
    ties = {(tie.source, tie.relation, tie.target) for tie in snapshot.ties}
    kept = [key for key in claims if key[3] is not Status.ASSERTED or key[:3] in ties]
    keys = sorted(kept, key=lambda key: (key[3] is not Status.ASSERTED, key[0], key[2], key[1], key[3]))
    slots = _slots(keys)
    return [Line(key[0], relation(key[1]), key[2], key[3], tuple(claims[key]), slots[key]) for key in keys]


def _slots(keys: list[tuple[str, str, str, Status]]) -> dict[tuple[str, str, str, Status], float]:
    """Ties fan out evenly; claims without a tie take the places outside, so that switching them on bends nothing."""
    bundles: defaultdict[tuple[str, ...], list[tuple[str, str, str, Status]]] = defaultdict(list)
    for key in keys:
        bundles[tuple(sorted((key[0], key[2])))].append(key)
    slots: dict[tuple[str, str, str, Status], float] = {}
    for bundle in bundles.values():
        ties = sum(key[3] is Status.ASSERTED for key in bundle) or len(bundle)
        for number, key in enumerate(bundle):
            if number < ties:
                slots[key] = number - (ties - 1) / 2
            else:
                beyond = (ties - 1) / 2 + 1 + (number - ties) // 2
                slots[key] = beyond if (number - ties) % 2 == 0 else -beyond
    return slots
