"""What somebody says of an act to come: whoever will help pledges it, whoever will strike threatens it.

Who says that another must do so demands it of him, who says that another has hit him accuses him.

CAMEO has these as acts of their own (03, "express intent to cooperate"; 138, "threaten with force").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Actor, ActorKind, Status
from graph.relations import relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._referent import Referent
from loaders.english._status import Standing

_HELP = frozenset(
    "AIDS ARMS BACKS PROTECTS RELEASES LIFTS_SANCTIONS_ON RECOGNIZES TRADES_WITH COOPERATES_WITH DRILLS_WITH "
    "SIGNS_WITH DEPLOYS_TO WITHDRAWS_FROM CONCEDES_TO MEDIATES".split()
)
_HARM = frozenset(
    "STRIKES ATTACKS SANCTIONS EXPELS BLOCKADES COERCES OCCUPIES CUTS_TIES_WITH MOBILIZES_AGAINST DETAINS".split()
)
# Of which nobody tells without resenting them.
_WRONGS = frozenset("STRIKES ATTACKS OCCUPIES BLOCKADES COERCES DETAINS MOBILIZES_AGAINST".split())
_HELPING = frozenset({"ARMS", "AIDS", "BACKS", "PROXY_OF"})
_MUST = frozenset({"must", "should", "ought"})
_DEMANDED = frozenset({"DEMANDS", "URGES"})
_ACCUSED = frozenset({"ACCUSES", "CRITICIZES", "DENIES"})
_SAID = frozenset({"PLEDGES", "THREATENS", "WARNS", "MEDIATES"})


def intents(told: Iterable[tuple[Candidate, float, Standing, Actor | None]]) -> Iterator[tuple[Candidate, float]]:
    """The pledges, threats, demands and accusations that lie in the claims of a sentence, each given with its claimant.

    Only who says so himself pledges or threatens: "the envoy said Iran would strike" is no threat by Iran.
    """
    claims = list(told)
    said = {_ends(each) for each, *_ in claims if each.relation in _SAID}
    for candidate, sure, how, claimant in claims:
        name = _intent(candidate, how, claimant)
        if name is not None and _ends(candidate) not in said:
            said.add(_ends(candidate))
            yield replace(candidate, relation=name, object=candidate.relation), sure
    yield from _demands(claims)
    yield from _accusations(claims)


def _demands(claims: list[tuple[Candidate, float, Standing, Actor | None]]) -> Iterator[tuple[Candidate, float]]:
    """As in "Israel must leave Lebanon, Egypt said": what another must do is demanded of him."""
    said = {_ends(each) for each, *_ in claims if each.relation in _DEMANDED}
    for candidate, sure, how, claimant in claims:
        must = how.status is Status.WISHED and len(how.reasons) == 1 and how.reasons[0].lower() in _MUST
        if not must or claimant is None or not claimant.known or claimant.kind is ActorKind.OUTLET:
            continue
        ends = claimant.id, candidate.source.actor.id
        if ends[0] != ends[1] and ends not in said:
            said.add(ends)
            word = candidate.predicate.i
            by = Referent(claimant, "reference", word, word)
            yield replace(candidate, source=by, relation="DEMANDS", target=candidate.source, object=None), sure


def _accusations(claims: list[tuple[Candidate, float, Standing, Actor | None]]) -> Iterator[tuple[Candidate, float]]:
    """As in "Armenian troops shelled Kalbajar, Baku said": who tells what was done to him accuses who did it."""
    ends = {_ends(each) for each, *_ in claims}
    said = {_ends(each) for each, *_ in claims if each.relation in _ACCUSED}
    for candidate, sure, how, claimant in claims:
        by = candidate.source.actor
        mutual = (candidate.target.actor.id, by.id) in ends
        if claimant is None or mutual or how.status is not Status.ASSERTED or not _wronged(candidate, claimant):
            continue
        if (claimant.id, by.id) not in said:
            said.add((claimant.id, by.id))
            teller = replace(candidate.target, actor=claimant, via="reference")
            yield replace(candidate, source=teller, relation="ACCUSES", target=candidate.source, object=None), sure


def _wronged(candidate: Candidate, teller: Actor) -> bool:
    """Whether an act is one that its teller resents: a blow to his own side, or help for an armed group.

    Bodies of several states, or of none, speak for whoever is hit; those that watch what is done only report it.
    """
    by, whom = candidate.source.actor, candidate.target.actor
    named = teller.known or (teller.kind is ActorKind.PERSON and teller.name[:1].isupper())
    own = {teller.id, teller.country} - {None}
    his = bool({whom.id, whom.country} & own)
    if not named or not by.known or {by.id, by.country} & own:
        return False
    if not his and _only_watches(teller):
        return False
    if candidate.relation in _HELPING:
        return whom.kind is ActorKind.ARMED_GROUP and not his and by.kind is ActorKind.COUNTRY
    return candidate.relation in _WRONGS and (his or teller.kind is ActorKind.ORGANIZATION)


def _only_watches(teller: Actor) -> bool:
    """As in "according to the Syrian Observatory", "the United Nations reports"."""
    named = set(teller.name.lower().split())
    return teller.kind is ActorKind.ORGANIZATION and not named.isdisjoint(words("speech.yaml", "watching"))


def _intent(candidate: Candidate, how: Standing, claimant: Actor | None) -> str | None:
    if how.status is not Status.PLANNED or how.hedged or not how.reasons:
        return None
    if any(each.split(" ")[0].lower() not in words("modals.yaml", "intending") for each in how.reasons):
        return None
    if relation(candidate.relation).symmetric and candidate.source.first > candidate.predicate.i:
        return None
    if claimant is None or claimant.id != candidate.source.actor.id:
        return None
    return "PLEDGES" if candidate.relation in _HELP else "THREATENS" if candidate.relation in _HARM else None


def _ends(candidate: Candidate) -> tuple[str, str]:
    return candidate.source.actor.id, candidate.target.actor.id
