"""What a headline has no room for: who says it, when and where, told by the text below."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import replace

from graph.model import Claim
from graph.relations import relation


def as_told_below(claims: Iterable[Claim], titles: Collection[str]) -> Iterator[Claim]:
    """The claims; one of a headline has who says it, when and where from the same claim first told below it.

    Where none is the same, who says it is told by the first of the same kind between the two, as "it has barred Malian
    aircraft" is below "Algeria closes its sky to Mali".
    """
    found = list(claims)
    below = [each for each in found if each.id not in titles]
    same = _first((_edge(each), each) for each in below)
    alike = _first((_kind(each), each) for each in below)
    for each in found:
        if each.id not in titles:
            yield each
        elif (told := same.get(_edge(each))) is not None:
            yield _as_told(each, told)
        else:
            retold = alike.get(_kind(each))
            yield replace(each, claimant=each.claimant or (retold.claimant if retold is not None else None))


def _first(found: Iterable[tuple[Hashable, Claim]]) -> dict[Hashable, Claim]:
    """The first claim of each key."""
    firsts: dict[Hashable, Claim] = {}
    for key, claim in found:
        firsts.setdefault(key, claim)
    return firsts


def _edge(claim: Claim) -> Hashable:
    return claim.source, claim.relation, claim.target, claim.status


def _kind(claim: Claim) -> Hashable:
    said = relation(claim.relation)
    return claim.source, claim.target, claim.status, said.polarity, said.stative


def _as_told(title: Claim, same: Claim) -> Claim:
    return replace(
        title,
        claimant=title.claimant or same.claimant,
        date=title.date or same.date,
        place=title.place or same.place,
    )
