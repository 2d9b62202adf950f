"""Whose act a reason is: "sanctions on Russia over its invasion of Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from graph.relations import Polarity, relation
from loaders.english._discourse import PERSONAL, PLURAL, THINGS, fits
from loaders.english._matching import Match, match_noun, match_verb
from loaders.english._nouns import bearers, is_act
from loaders.english._referent import Referent
from loaders.english._tree import ancestors, children, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_OWNING = THINGS | PLURAL | PERSONAL
_REASONS = frozenset(
    {"over", "for", "after", "following", "because of", "due to", "in response to", "in retaliation for", "since"}
)

_PAID_BACK = frozenset({"SANCTIONS", "CRITICIZES", "ACCUSES", "BACKS", "DETAINS", "EXPELS", "COERCES", "INVESTIGATES"})
# For which deed, told by a noun that names no doer.
_FOR_A_DEED = frozenset({"over", "for", "in response to", "in retaliation for", "because of"})
# What one does to another, and is paid back for by what is hostile, or thanked for.
_DEEDS = frozenset({"ATTACKS", "STRIKES", "DETAINS", "EXPELS", "COERCES", "OCCUPIES", "BLOCKADES", "RELEASES"})
# A bloc is complained to about others.
_DOING = frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.AGENCY, ActorKind.PEOPLE})


def answered_for(token: Token, view: Referents, depth: int) -> Actor | None:
    """To whom something is done, where its reason is an act of "its": whoever is punished, blamed or thanked for an act
    has done it himself; who punishes him has not.

    As in "the EU sanctioned Russia after its invasion"; not "after its own losses", or "after its soldiers were hit".
    """
    noun = token.head
    own = any(each.lower_ == "own" for each in noun.children)
    if token.dep_ != "nmod:poss" or token.lower_ not in _OWNING or own or preposition(noun) not in _REASONS:
        return None
    if not is_act(noun):
        return None
    for match in _done(noun):
        named = [each for each in match.slots.get("T", ()) if each.i < token.i]
        found = {each.actor.id: each.actor for part in named for each in view.of(part, depth + 1)}
        if len(found) == 1 and fits(token.lower_, list(found.values())):
            return next(iter(found.values()))
    return None


def is_reason(source: Referent, act: Token) -> bool:
    """Whether an act is told by "its" as the reason for another: "over its invasion of Ukraine"."""
    owner = act.doc[source.first]
    return (
        source.via == "reference" and owner.head == act and owner.dep_ == "nmod:poss" and preposition(act) in _REASONS
    )


def doers_by_reason(verb: Token, view: Referents) -> list[Referent]:
    """Who does what he is punished, blamed or thanked for: "sanctioned two firms for supplying drones to Iran"."""
    if verb.pos_ == "NOUN":
        return _doers_of_deed(verb, view)
    marks = [each.lower_ for each in children(verb, "mark", "case")]
    if verb.tag_ != "VBG" or marks[:1] != ["for"]:
        return []
    for match in _done(verb):
        if match.entry.frame.relation in _PAID_BACK:
            return [each for part in match.slots.get("T", ()) for each in view.of(part)]
    return []


def _doers_of_deed(noun: Token, view: Referents) -> list[Referent]:
    """As in "protested to Ghana over the deportation of traders": whom a complaint about a deed of nobody else is to.

    A friendly deed is one to thank for, a hostile one is not.
    """
    if preposition(noun) not in _FOR_A_DEED or not _is_deed(noun) or bearers(noun):
        return []
    for match in _done(noun):
        name = match.entry.frame.relation
        if name in _PAID_BACK and _deserved(name, noun):
            found = [each for part in match.slots.get("T", ()) for each in view.of(part)]
            return [each for each in found if each.last < noun.i and each.actor.kind in _DOING]
    return []


def _is_deed(noun: Token) -> bool:
    return any(each.entry.frame.relation in _DEEDS and "T" in each.slots for each in match_noun(noun))


def _deserved(name: str, noun: Token) -> bool:
    friendly = {relation(each.entry.frame.relation).polarity for each in match_noun(noun)} == {Polarity.COOPERATION}
    return friendly is (name == "BACKS")


def _done(reason: Token) -> Iterator[Match]:
    """What is done for a reason: by the acts above it in its clause, the nearest first, or by their objects."""
    for _, parent in ancestors(reason):
        used = match_noun(parent) if parent.pos_ == "NOUN" else []
        if parent.pos_ == "VERB":
            used = [*match_verb(parent), *(each for noun in children(parent, "obj") for each in match_noun(noun))]
        yield from (each for each in used if each.entry.frame.relation and not _lasting(each))
        if parent.pos_ == "VERB":
            return


def _lasting(match: Match) -> bool:
    return relation(match.entry.frame.relation).stative
