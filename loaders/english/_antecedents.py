"""Whom a pronoun or a noun without a name means, of those spoken of before.

A log-linear model over the actors so far, with nobody among them; its weights are a data file (antecedents.yaml),
trained by `training/antecedents.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._clues import Clues
from loaders.english._data import load, words
from loaders.english._discourse import PERSONAL, PLURAL, THINGS
from loaders.english._kin import not_oneself
from loaders.english._pair import means_two, nobody, pairs
from loaders.english._trail import Trace, rank, role_of
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children, head_of, preposition
from loaders.english._words import Token, once

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_PERSONS = frozenset({ActorKind.PERSON})
_BODIES = frozenset(
    {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.AGENCY, ActorKind.COMPANY}
)
_KINDS = {
    "it": _BODIES | {ActorKind.OUTLET},
    "they": _BODIES | {ActorKind.OUTLET, ActorKind.PEOPLE},
    "he": _PERSONS,
    "person": _PERSONS | {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP},
    "country": frozenset({ActorKind.COUNTRY}),
    "home": frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP}),
    "organization": frozenset({ActorKind.ORGANIZATION, ActorKind.AGENCY}),
    "armed_group": frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION, ActorKind.PEOPLE}),
    "kin": frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP}),
    "company": frozenset({ActorKind.COMPANY, ActorKind.ORGANIZATION}),
}
_DESCRIBING = ("country", "organization", "armed_group", "company", "person")
# What a text may speak of before it names the country.
_AHEAD = frozenset({"home", "person"})
_PATIENTS = ("obj", "iobj")
_MOST = 2


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An actor that a word may mean, or two, or nobody, with the features that hold, by name."""

    actors: tuple[Actor, ...]
    features: tuple[str, ...]


@once
def sort_of(token: Token) -> str | None:
    """What kind of word it is that may mean somebody spoken of before: "it", "he", "home" ("the army"), "two"."""
    if means_two(token):
        return "two"
    for name, pronouns in (("it", THINGS), ("he", PERSONAL), ("they", PLURAL)):
        if token.lower_ in pronouns:
            return name
    return _sort_of_noun(token) if token.pos_ in {"NOUN", "PROPN"} else None


def _sort_of_noun(token: Token) -> str | None:
    lemma, lower = token.lemma_.lower(), token.lower_
    if lemma in words("agents.yaml", "kin") and token.tag_ == "NN":
        return "kin"
    if lemma in words("descriptions.yaml", "human"):
        return "person" if token.tag_ == "NN" else None
    for part in _DESCRIBING:
        said = words("descriptions.yaml", part)
        if lower in said or lemma in said:
            return part if part != "person" or token.tag_ != "NNS" else "home"
    return "home" if lower in words("agents.yaml", "state") or lemma in words("agents.yaml", "state") else None


def antecedents(token: Token, view: Referents, ruled: Sequence[Actor], sort: str | None = None) -> list[Antecedent]:
    """Nobody, and those whom a word may mean; `ruled` are whom the rules take it for, `sort` what it is taken as."""
    sort = sort or sort_of(token)
    if sort is None:
        return []
    by_rule = {each.id for each in ruled}
    if sort == "two":
        around = near(token, view, ahead=False)
        told = [Antecedent(two, tuple(names)) for two, names in pairs(token, view, around, by_rule)]
        return [Antecedent((), tuple(nobody(token, by_rule))), *told]
    apart = _acted_on(token, view) if sort == "home" else set[str]()
    around = near(token, view, ahead=sort in _AHEAD)
    traces = [each for each in around if each.actor.kind in _KINDS[sort] and each.actor.id not in apart]
    place = Clues(token, view, sort, by_rule, traces)
    return [
        Antecedent((), tuple(place.nobody())),
        *(Antecedent((each.actor,), tuple(place.of(each))) for each in traces),
    ]


def _acted_on(token: Token, view: Referents) -> set[str]:
    """As in "the navy arrested Indian fishermen": whoever an organ acts on is not the state that it serves."""
    doer = token.dep_ in SUBJECTS or (token.dep_.startswith("obl") and preposition(token) == "by")
    hit = children(token.head, *(_PATIENTS if token.dep_ in SUBJECTS else PASSIVE_SUBJECTS)) if doer else []
    inside = [part for each in hit for part in (each, *children(each, "amod", "compound"))]
    return {mention.actor.id for part in inside if (mention := view.mention(part)) is not None}


def meant(token: Token, view: Referents, ruled: Sequence[Actor]) -> tuple[tuple[Actor, ...], float | None] | None:
    """Whom a word means, and how likely: who is likely enough, else whom the rules take it for, where that is not
    unlikely; or None.
    """
    said = shares(token, view, ruled)
    if not said:
        return (tuple(ruled), None) if ruled else None
    limits = load("antecedents.yaml")
    best = max(said, key=lambda each: each[1], default=((), 1.0))
    if best[0] and best[1] >= limits["threshold"]:
        return best
    # Which two are meant, the rules know better than a model that is not sure.
    by_rule, least = {each.id for each in ruled}, 0.0 if sort_of(token) == "two" else limits["kept"]
    kept = (each for each in said if {actor.id for actor in each[0]} == by_rule and each[1] >= least)
    return next(kept, None) if by_rule else None


def shares(
    token: Token, view: Referents, ruled: Sequence[Actor], sort: str | None = None
) -> list[tuple[tuple[Actor, ...], float]]:
    """How likely each is whom a word may mean, nobody first; nothing where nobody was spoken of before."""
    return likelihoods(antecedents(token, view, ruled, sort), load("antecedents.yaml")["weights"])


def likelihoods(found: Sequence[Antecedent], weights: Mapping[str, float]) -> list[tuple[tuple[Actor, ...], float]]:
    """How likely each is by the weights of its features; nothing where nobody but nobody is there."""
    if len(found) < 2:  # noqa: PLR2004
        return []
    totals = [sum(weights.get(name, 0.0) for name in each.features) for each in found]
    highest = max(totals)
    parts = [math.exp(each - highest) for each in totals]
    whole = sum(parts)
    return [(each.actors, part / whole) for each, part in zip(found, parts, strict=True)]


def near(token: Token, view: Referents, *, ahead: bool) -> list[Trace]:
    """Those spoken of before, with what the present sentence says of them up to a word; `ahead` adds the countries
    that the text names most.
    """
    trail = view.discourse.trail
    found = {each.actor.id: each for each in trail.traces()}
    for mention in view.sentence.mentions:
        if mention.end <= token.i:
            before = found.get(mention.actor.id)
            role = role_of(head_of(view.sentence.doc, mention.start, mention.end))
            here = before is not None and before.last == trail.turn and rank(before.role) < rank(role)
            found[mention.actor.id] = Trace(
                mention.actor,
                count=(before.count if before else 0) + 1,
                last=trail.turn,
                role=before.role if before is not None and here else role,
                leading=before.leading if before else 0,
                first=before.first if before else trail.turn,
                paragraph=view.sentence.paragraph,
            )
    if ahead:
        for actor, _ in trail.told_of[:_MOST]:
            found.setdefault(actor.id, Trace(actor, last=-_MOST, role="ahead", first=trail.turn))
    himself = not_oneself(token, view)
    return [each for key, each in found.items() if key not in himself]
