from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from graph.errors import VocabularyError


class Polarity(StrEnum):
    """Whether a relation is one of cooperation, of conflict, or neither."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of the vocabulary.

    `cls` is its class ("material conflict", "stative"), `plover` its PLOVER type, `cameo` the prefixes of the CAMEO
    codes that it covers, `weight` the mean Goldstein weight of those codes (-10 to 10, None for stative relations
    without a sign). Symmetric relations hold in both directions and are stored once, the smaller actor id first.

    Source: CAMEO codebook 1.1b3 (Schrodt 2012), Goldstein (1992) as used by GDELT, PLOVER manual 0.8.
    """

    name: str
    cls: str
    plover: str | None
    symmetric: bool
    cameo: tuple[str, ...]
    weight: float | None
    meaning: str

    @property
    def polarity(self) -> Polarity:
        """The sign of the relation, from its class."""
        last = self.cls.split()[-1]
        return Polarity(last) if last in {"cooperation", "conflict"} else Polarity.NEUTRAL

    @property
    def stative(self) -> bool:
        """Whether it is a standing relation rather than an act."""
        return self.cls.startswith("stative")


@cache
def relations() -> Mapping[str, Relation]:
    """All relations by name, in the order of the file.

    >>> relations()["ARMS"].polarity
    <Polarity.COOPERATION: 'cooperation'>
    """
    text = files("graph.relations").joinpath("relations.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["relation"]: _relation(row) for row in rows})


def relation(name: str) -> Relation:
    """The relation of that name.

    Raises VocabularyError for a name that is not in the vocabulary.

    >>> relation("MEETS").symmetric
    True
    """
    try:
        return relations()[name]
    except KeyError:
        raise VocabularyError(f"unknown relation {name!r}", remedy=f"choose one of {', '.join(relations())}") from None


def cameo_relation(code: str) -> Relation:
    """The relation that a CAMEO code belongs to: the longest prefix wins.

    Raises VocabularyError for a code outside 01 to 20. A code is a string; its leading zero matters.

    >>> cameo_relation("0871").name, cameo_relation("190").name
    ('CEASES_FIRE_WITH', 'ATTACKS')
    """
    prefixes = _prefixes()
    for length in range(len(code), 1, -1):
        if code[:length] in prefixes:
            return prefixes[code[:length]]
    raise VocabularyError(f"unknown CAMEO code {code!r}", remedy="codes run from 01 to 204x, as text")


@cache
def _prefixes() -> Mapping[str, Relation]:
    return {code: each for each in relations().values() for code in each.cameo}


def _relation(row: Mapping[str, str]) -> Relation:
    return Relation(
        name=row["relation"],
        cls=row["class"],
        plover=row["plover"] or None,
        symmetric=row["symmetric"] == "yes",
        cameo=tuple(row["cameo"].split()),
        weight=float(row["goldstein"]) if row["goldstein"] else None,
        meaning=row["meaning"],
    )
