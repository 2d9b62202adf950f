"""Which words of a sentence stand for actors, so that the network can say what joins each two of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from loaders.english._acts import UNSAID, acts
from loaders.english._data import words
from loaders.english._encoding import Encoded
from loaders.english._pipeline import parser
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._titles import offices
from loaders.english._tree import preposition
from loaders.english._words import Doc, Token

_PAIRED = frozenset({"two", "both", "sides"})
_WHOSE = frozenset({"amod", "compound", "nmod:poss"})
_WITHIN = frozenset({"from", "in", "on", "over", "inside", "through", "across"})


def look(views: Sequence[Referents]) -> None:
    """Has the network of acts look at some sentences, and notes in each what it says of two of its actors, and of each
    and somebody whom it does not name.
    """
    asked = [(view, actors) for view in views if (actors := actor_words(view))]
    found = acts().between([(_encoded(view.sentence.doc), actors) for view, actors in asked])
    for (view, _), pairs in zip(asked, found, strict=True):
        view.sentence.acts = {pair: each for pair, each in pairs.items() if pair[1] != UNSAID}
        view.sentence.unsaid = {pair[0]: each for pair, each in pairs.items() if pair[1] == UNSAID}


def _encoded(doc: Doc) -> Encoded:
    kept = doc.user_data["encoded"]
    return kept if kept is not None else parser().encoded(doc.user_data["seen"])


def actor_words(view: Referents) -> list[int]:
    """The tokens that stand for actors, one for each mention: of names the last, of nouns and pronouns themselves.

    An organ that is named with its actor ("Israel's army") is not told apart from it.
    """
    found = {each.end - 1 for each in view.sentence.mentions}
    for token in view.sentence.doc:
        if view.mention(token) is None and _may_stand(token) and actor_word(token, view) == token.i:
            found.add(token.i)
    return sorted(found)


def actor_word(token: Token, view: Referents) -> int:
    """The actor word that a token belongs to: for the organ of a named actor ("Israel's army") the name."""
    mention = view.mention(token)
    if mention is not None:
        return mention.end - 1
    for each in view.of(token) if _may_stand(token) else ():
        for named in view.sentence.mentions:
            if each.actor.id == named.actor.id and each.first <= named.start and named.end - 1 <= each.last:
                return named.end - 1
    return token.i


def referents(place: int, view: Referents) -> list[Referent]:
    """Whom an actor word stands for; nobody where a pronoun or a description is open."""
    token = view.sentence.doc[place]
    mention = view.mention(token)
    if mention is not None:
        return [Referent(mention.actor, "name", mention.start, mention.end - 1)]
    return [each for each in view.of(token) if each.first <= place <= each.last]


def head_of(place: int, view: Referents) -> Token:
    """The word of the tree for an actor word: the head of its name."""
    mention = view.mention(view.sentence.doc[place])
    return view.sentence.doc[place] if mention is None else view.sentence.doc[mention.start : mention.end].root


def is_where(place: int, view: Referents) -> bool:
    """Whether an actor word is only where something happened: "in Libya", "threats from Syrian territory"."""
    head = head_of(place, view)
    land = head.head.lemma_.lower() in words("agents.yaml", "place") and head.dep_ in _WHOSE
    return any(each.via == "place" for each in view.of(view.sentence.doc[place])) or (
        land and preposition(head.head) in _WITHIN
    )


def _may_stand(token: Token) -> bool:
    if token.tag_ in {"PRP", "PRP$"} or token.lower_ in _PAIRED:
        return True
    lemma = token.lemma_.lower()
    human = token.tag_ == "NN" and lemma in words("descriptions.yaml", "human")
    return token.pos_ in {"NOUN", "PROPN"} and (human or lemma in _nouns() or token.lower_ in _nouns())


@cache
def _nouns() -> frozenset[str]:
    """Offices, organs, groups of people, and what a description of an actor can be."""
    agents = (words("agents.yaml", part) for part in ("state", "people", "armed", "groups"))
    described = (words("descriptions.yaml", part) for part in ("country", "organization", "armed_group", "person"))
    return frozenset(offices()).union(*agents, *described)
