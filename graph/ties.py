"""Ties: what the asserted claims add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from graph.model import Claim, Document, Status, Tie
from graph.relations import relation

TieKey: TypeAlias = tuple[str, str, str]


def tie_key(source: str, relation_name: str, target: str) -> TieKey:
    """The tie that a claim belongs to; a symmetric relation has its actors in alphabetical order.

    >>> tie_key("syria", "MEETS", "israel")
    ('israel', 'MEETS', 'syria')
    >>> tie_key("syria", "WARNS", "israel")
    ('syria', 'WARNS', 'israel')
    """
    if relation(relation_name).symmetric and target < source:
        source, target = target, source
    return source, relation_name, target


def derive(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[Tie]:
    """The ties that these claims make, sorted by (source, relation, target).

    Only asserted claims between two actors count. `documents` holds the document of every claim, by id.
    """
    groups: defaultdict[TieKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        # Two actors of a claim may have become one by a decision: nobody is tied to himself.
        if claim.status is Status.ASSERTED and claim.source != claim.target:
            groups[tie_key(claim.source, claim.relation, claim.target)].append(claim)
    return [_tie(key, groups[key], documents) for key in sorted(groups)]


def _tie(key: TieKey, claims: list[Claim], documents: Mapping[str, Document]) -> Tie:
    meaning = relation(key[1])
    sources = {claim.document: documents[claim.document] for claim in claims}
    dates = sorted(date for claim in claims if (date := claim.date or sources[claim.document].published))
    return Tie(
        *key,
        claims=len(claims),
        documents=len(sources),
        outlets=tuple(sorted({each.outlet for each in sources.values() if each.outlet})),
        hedged=sum(claim.hedged for claim in claims),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=max(claim.confidence for claim in claims),
        polarity=meaning.polarity.value,
        weight=meaning.weight or 0.0,
    )
