"""What a headline has no room for: who says it, when and where, told by the text below."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graph.model import Claim
from graph.relations import relation


def as_told_below(claims: Iterable[Claim], titles: Collection[str]) -> Iterator[Claim]:
    """The claims; one of a headline, which has no room for who says it, when or where, has these from the same claim
    first told below it, or else who says it from the first that tells the same of the two in other words.
    """
    found = list(claims)
    below = [each for each in found if each.id not in titles]
    lead = [each for each in below if each.sentence == below[0].sentence]
    for each in found:
        same = next((other for other in below if _same_edge(each, other)), None) if each.id in titles else None
        if same is not None:
            yield _as_below(each, same)
        elif each.id in titles and each.claimant is None:
            retold = [other for other in below if _retells(each, other)] or [one for one in lead if _opens(each, one)]
            yield replace(each, claimant=retold[0].claimant if retold else None)
        else:
            yield each


def _same_edge(one: Claim, other: Claim) -> bool:
    return _ends(one) == _ends(other) and (one.relation, one.status) == (other.relation, other.status)


def _ends(claim: Claim) -> tuple[str, str]:
    return claim.source, claim.target


def _retells(title: Claim, below: Claim) -> bool:
    """As in "Algeria closes its sky to Mali" above "it has barred Malian aircraft": an act of the same kind."""
    kinds = [(relation(each.relation).polarity, relation(each.relation).stative) for each in (title, below)]
    return _ends(title) == _ends(below) and kinds[0] == kinds[1] and title.status == below.status


def _as_below(title: Claim, same: Claim) -> Claim:
    return replace(
        title,
        claimant=title.claimant or same.claimant,
        date=title.date or same.date,
        place=title.place or same.place,
    )


def _opens(title: Claim, lead: Claim) -> bool:
    """As in "The US hits Houthi sites" above "the US has struck Yemen, the Pentagon says": the first act below of who
    acts in the headline is the news of both.
    """
    lasting = any(relation(each.relation).stative for each in (title, lead))
    return title.source == lead.source and title.status == lead.status and not lasting
