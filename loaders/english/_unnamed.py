"""Who tells, where it is nobody with a name: "witnesses", "Western diplomats", "human rights groups"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Actor, ActorKind
from loaders.english._data import load, words
from loaders.english._referent import Referent
from loaders.english._tree import children, negated, preposition
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_SEVERAL = frozenset({"NNS", "NNPS"})
_WHERE = frozenset({"at", "close", "from", "in", "inside", "near", "on", "to"})
_MOST = 6
# What says how many they are, or how high, and nothing of who they are.
_EMPTY = frozenset(
    {
        "several",
        "many",
        "some",
        "other",
        "most",
        "more",
        "few",
        "various",
        "numerous",
        "senior",
        "top",
        "same",
        "whole",
        "entire",
        "own",
    }
)


def unnamed_source(noun: Token, view: Referents) -> list[Actor]:
    """The actor that a noun for who tells is, named as it is written; nobody where the noun is none, or is denied.

    In one document the same words are the same actor, those of another are others.
    """
    kind = _kind(noun) or _body(noun)
    if kind is None or negated(noun) or view.mention(noun) is not None:
        return []
    first = noun.i
    while first > 0 and (_tells(noun.doc[first - 1], noun) or _hyphened(first - 1, noun)):
        first -= 1
    return [view.cast.nameless(view.sentence.doc[first : _last(noun) + 1].text, kind)]


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


def _hyphened(before: int, noun: Token) -> bool:
    """As in "the state-appointed commission": the hyphen of a word for it, or what stands before that."""
    doc = noun.doc
    hyphen = before if doc[before].text == "-" else before + 1
    if doc[hyphen].text != "-" or not 0 < hyphen < noun.i:
        return False
    return doc[hyphen - 1].text.islower() and doc[hyphen - 1].idx + len(doc[hyphen - 1].text) == doc[hyphen].idx


def _last(noun: Token) -> int:
    """The last word of the phrase right behind a noun that alone says nothing of who they are: "a source in the Uzbek
    government", "an aide to the president".
    """
    if noun.lemma_.lower() not in words("speech.yaml", "somebody"):
        return noun.i
    texts = words("speech.yaml", "written") | {"interview"}
    near = (each for each in children(noun, "nmod") if each.left_edge.i == noun.i + 1)
    behind = (each for each in near if each.lemma_.lower() not in texts)
    ends = (max(part.i for part in each.subtree) for each in behind if preposition(each) in _WHERE)
    return next((end for end in ends if end - noun.i <= _MOST), noun.i)


def _body(noun: Token) -> ActorKind | None:
    """As in "the election commission", "a teachers' union": a body of which is said what it is for."""
    told = noun.text.islower() and any(each.i < noun.i and _tells(each, noun) for each in noun.children)
    return ActorKind.ORGANIZATION if told and noun.lemma_.lower() in words("speech.yaml", "telling_bodies") else None


def _tells(before: Token, noun: Token) -> bool:
    """Whether a word before the noun says who they are."""
    belongs = noun in {before.head, before.head.head} and before.dep_ in {"amod", "compound", "nmod"}
    return belongs and before.pos_ != "NUM" and before.lower_ not in _EMPTY
