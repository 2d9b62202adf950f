"""Which two are meant by "both sides", "the two ministers" or "the pair", of those spoken of before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from graph.relations import Polarity, relation
from loaders.english._data import words
from loaders.english._discourse import LATEST
from loaders.english._pronouns import taken_together
from loaders.english._trail import Trace, role_of
from loaders.english._tree import children
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._discourse import Act
    from loaders.english._referents import Referents

_TWO = frozenset({"two", "both"})
_PAIRS = frozenset({"pair", "duo", "couple"})
# Who are two without a number: "the countries signed a declaration".
_OPPOSITE = frozenset(
    {"countries", "neighbors", "neighbours", "rivals", "foes", "enemies", "sides", "parties", "governments"}
)
_TOLD_MORE = frozenset({"nmod", "nmod:poss", "amod", "nummod", "compound", "acl", "acl:relcl", "conj"})
_MOST = 7
_LATELY = 12
_TALKS = frozenset({"MEETS", "NEGOTIATES_WITH", "SIGNS_WITH", "CEASES_FIRE_WITH"})
_KINDS = frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})


def means_two(token: Token) -> bool:
    """Whether a word stands for two who are named elsewhere: "both", "the two", "the two armies", "the pair"."""
    if token.lower_ in _TWO:
        return (token.pos_ in {"NUM", "PRON", "DET"} or token.lower_ == "both") and _alone(token)
    told = any(each.lower_ in _TWO or each.lower_ == "each" for each in token.children)
    definite = any(each.lower_ == "the" for each in children(token, "det"))
    if token.lower_ in _PAIRS:
        return definite and not children(token, "nmod", "acl:relcl")
    if definite and token.lower_ in _OPPOSITE:
        return not any(each.dep_ in _TOLD_MORE for each in token.children)
    return told and taken_together(token) in words("quantities.yaml", "sides")


def _alone(token: Token) -> bool:
    """Unlike "both A and B" or "two soldiers", and unlike "both of them"."""
    counting = token.dep_ in {"nummod", "det", "det:predet", "cc:preconj", "advmod"}
    return not counting and not children(token, "nmod", "conj")


def pairs(
    token: Token, view: Referents, traces: Sequence[Trace], ruled: set[str]
) -> Iterator[tuple[tuple[Actor, Actor], list[str]]]:
    """Every two that a word may mean, with the features that hold of them."""
    turn = view.discourse.trail.turn
    near = [each for each in traces if each.actor.kind in _KINDS and turn - each.last <= _LATELY]
    chosen = sorted(near, key=lambda each: (-each.count / (1 + turn - each.last), each.actor.id))[:_MOST]
    for one, other in combinations(chosen, 2):
        yield (one.actor, other.actor), list(_features(token, one, other, view, ruled))


def nobody(token: Token, ruled: set[str]) -> Iterator[str]:
    """The features of a word that means no two before it."""
    yield "nobody:two"
    yield f"nobody:two:ruled {bool(ruled)}"
    yield f"nobody:two:{_class(token)}"


def _features(token: Token, one: Trace, other: Trace, view: Referents, ruled: set[str]) -> Iterator[str]:
    ends = {one.actor.id, other.actor.id}
    kinds = "+".join(sorted(each.actor.kind.value for each in (one, other)))
    sort = _class(token)
    turn = view.discourse.trail.turn
    yield f"two:{sort}:{kinds}"
    yield f"two:{kinds}"
    for name, traces in (("nearer", max(one.last, other.last)), ("farther", min(one.last, other.last))):
        yield f"two:{name} {min(turn - traces, 4)}"
    counts = sorted((one.count, other.count))
    yield f"two:least {min(counts[0], 5)}"
    yield f"two:most {min(counts[1], 8)}"
    if one.actor.country == other.actor.country and one.actor.country:
        yield "two:of one country"
    if other.actor.id in {one.actor.country} or one.actor.id in {other.actor.country}:
        yield "two:one of the other"
    if ends == ruled:
        yield "two:ruled"
        yield f"two:ruled:{sort}"
    if {each.id for each in view.discourse.parties} == ends:
        yield "two:parties"
    if {each.id for each in view.discourse.states} == ends:
        yield "two:states"
    here = sum(each.last == turn for each in (one, other))
    yield f"two:here {here}:{role_of(token)}"
    yield from _between(ends, view.discourse.acts[-LATEST:], turn)
    told = [actor.id for actor, _ in view.discourse.trail.told_of[:2]]
    if ends == set(told):
        yield "two:foremost"


def _between(ends: set[str], acts: Sequence[Act], turn: int) -> Iterator[str]:
    """What the two were told to have done to or with each other, and how lately."""
    found = [each for each in acts if {each.source.id, each.target.id} == ends]
    if not found:
        yield "two:nothing between"
        return
    yield f"two:acts {min(len(found), 4)}"
    yield f"two:last act {min(turn - found[-1].turn, 4)}"
    if any(relation(each.relation).polarity is Polarity.CONFLICT for each in found):
        yield "two:conflict"
    if any(each.relation in _TALKS for each in found):
        yield "two:talks"


def _class(token: Token) -> str:
    for name in ("persons", "opponents", "states"):
        if token.lower_ in words("quantities.yaml", name):
            return name
    return "any"
