"""What a noun phrase is: arms, sanctions, a territory (senses.yaml)."""

from __future__ import annotations

from loaders.english._data import words
from loaders.english._frames import lexicon
from loaders.english._places import place_of
from loaders.english._tree import children, preposition
from loaders.english._words import Token

_PLACES = frozenset({"territory", "post"})
_THINGS = frozenset({"vessel", "vehicles", "aircraft", "struck"})


def has_sense(token: Token, sense: str) -> bool:
    """Whether a noun phrase is of a sense.

    By its head, a word before it, or "of": "tons of weapons", "arms shipment"; a known place is a territory.
    """
    if sense in _PLACES and token.pos_ == "PROPN" and place_of(token) is not None:
        return True
    known = lexicon().senses.get(sense, frozenset())
    near = [
        token,
        *children(token, "conj"),
        *children(token, "compound", "amod"),
        *(each for each in children(token, "nmod") if preposition(each) in {"of", "in"} and not _aboard(token, sense)),
        *_carried(token),
    ]
    return any(each.lemma_.lower() in known or each.lower_ in known for each in near)


def _aboard(token: Token, sense: str) -> bool:
    """As in "the captain of a trawler": who is on a thing is not the thing."""
    people = words("agents.yaml", "state") | words("agents.yaml", "people") | words("senses.yaml", "persons")
    return sense in _THINGS and (token.lower_ in people or token.lemma_.lower() in people)


def _carried(vessel: Token) -> list[Token]:
    """As in "a boat carrying migrants": who or what is on board."""
    bears = (each for each in children(vessel, "acl") if each.lemma_.lower() in words("verbs.yaml", "bearing"))
    return [part for each in bears for part in children(each, "obj")]
