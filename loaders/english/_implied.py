"""Whom an act is done to that names nobody: "Bulgaria recalled its ambassador in protest", "Belarus responded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import ActorKind
from graph.relations import Polarity, relation
from loaders.english._data import words
from loaders.english._matching import Match
from loaders.english._referent import ACTING, Referent, is_agent
from loaders.english._words import Token

if TYPE_CHECKING:
    from loaders.english._referents import Referents

_SOMEBODY = ("people", "armed", "groups", "nameless")
# What is done to people, given to whom it is named, or said of anything at all.
_NEVER = frozenset({"DETAINS", "RELEASES", "AIDS", "BACKS", "COMMENTS_ON"})


def implied(match: Match, view: Referents, name: str, sources: list[Referent]) -> list[Referent]:
    """Whoever the one who acts has lately had to do with, where the words around the act name nobody else.

    Only what a verb tells is an answer to what was told before; what was said ("rejected the call") is somebody's.
    """
    acting = [each for each in sources if each.via in ACTING]
    if match.predicate.pos_ != "VERB" or name in _NEVER or _of_words(match):
        return []
    if len(acting) != 1 or acting[0].actor.kind is ActorKind.PEOPLE:
        return []
    if _somebody_else(match, view, acting[0]):
        return []
    hostile = relation(name).polarity is Polarity.CONFLICT
    other = view.discourse.counterpart(acting[0].actor, hostile=hostile)
    at = match.predicate.i
    return [Referent(other, "implied", at, at)] if other is not None else []


def _of_words(match: Match) -> bool:
    """As in "rejected the call", "criticised his plan": what is answered are somebody's words."""
    objects = [each for name, tokens in match.slots.items() if name != "S" for each in tokens]
    told = words("speech.yaml", "told") | words("descriptions.yaml", "words")
    return any(each.lower_ in told or each.lemma_.lower() in told for each in objects)


def _somebody_else(match: Match, view: Referents, source: Referent) -> bool:
    """Whether the phrases of the act stand for somebody: a name, a pronoun, people of no name."""
    places = [each for name, tokens in match.slots.items() if name != "S" for each in tokens]
    inside = [part for each in (*places, *match.content) for part in each.subtree]
    return any(_is_somebody(each, view, source) for each in inside)


def _is_somebody(token: Token, view: Referents, source: Referent) -> bool:
    mention = view.mention(token)
    if mention is not None:
        itself = mention.actor.id in {source.actor.id, source.actor.country}
        return not itself and mention.actor.kind is not ActorKind.OUTLET
    if token.pos_ == "PROPN" and token.is_title:
        return token.lower_ not in words("quantities.yaml", "times")
    if token.pos_ == "PRON":
        return token.dep_ != "nmod:poss" or any(each.actor.id != source.actor.id for each in view.of(token))
    lemma = token.lemma_.lower()
    return token.pos_ == "NOUN" and any(is_agent(token.lower_, lemma, part) for part in _SOMEBODY)
