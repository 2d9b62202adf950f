"""Who tells, where it is nobody with a name: "witnesses", "Western diplomats", "human rights groups"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._data import load, words
from loaders.english._referent import Referent
from loaders.english._tree import negated
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_SEVERAL = frozenset({"NNS", "NNPS"})
# What says how many they are, or how high, and nothing of who they are.
_EMPTY = frozenset({"several", "many", "some", "other", "most", "more", "few", "various", "numerous", "senior", "top"})


def unnamed_source(noun: Token, view: Referents) -> list[Actor]:
    """The actor that a noun for who tells is, named as it is written; nobody where the noun is none, or is denied.

    In one document the same words are the same actor, those of another are others.
    """
    kind = _kind(noun)
    if kind is None or negated(noun) or view.mention(noun) is not None:
        return []
    first = noun.i
    while first > 0 and _tells(before := noun.doc[first - 1], noun):
        first = before.i
    return [view.cast.nameless(view.sentence.doc[first : noun.i + 1].text, kind)]


def unnamed_body(noun: Token, view: Referents) -> Referent | None:
    """As in "rights groups", "an aid agency": a body that has no name and acts like one that has."""
    if _kind(noun) is not ActorKind.ORGANIZATION:
        return None
    found = unnamed_source(noun, view)
    return Referent(found[0], "group", noun.left_edge.i, noun.i) if found else None


def _kind(noun: Token) -> ActorKind | None:
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = noun.lemma_.lower()
    if lemma in words("agents.yaml", "outlets") or noun.lower_ in words("agents.yaml", "outlets"):
        return ActorKind.OUTLET
    if lemma in words("speech.yaml", "sources"):
        return ActorKind.PEOPLE if noun.tag_ in _SEVERAL else ActorKind.PERSON
    bodies = load("speech.yaml")["source_bodies"]
    if lemma in bodies["heads"] and any(each.lower_ in bodies["for"] for each in noun.children):
        return ActorKind.ORGANIZATION
    return None


def _tells(before: Token, noun: Token) -> bool:
    """Whether a word before the noun says who they are."""
    belongs = noun in {before.head, before.head.head} and before.dep_ in {"amod", "compound", "nmod"}
    return belongs and before.pos_ != "NUM" and before.lower_ not in _EMPTY
