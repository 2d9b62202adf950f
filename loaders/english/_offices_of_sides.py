"""Offices among those who are against a state, which are none of the state: "Ugandan opposition leader X"."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Actor, ActorKind
from loaders.english._data import load
from loaders.english._groups import adjective
from loaders.english._holding import title_ending
from loaders.english._referent import is_agent
from loaders.english._referents import Referents
from loaders.english._sentence import Mention, Office
from loaders.english._titles import is_former
from loaders.english._words import Token

# Who has had to leave still leads it.
_STILL = frozenset({"exiled"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_ARTICLES = frozenset({"the", "a", "an"})
# So many words are behind the first of "leader of the opposition".
_OF_THE = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """An office, and the place of the word that says among whom it is."""

    noun: Token
    side: int


def of_a_side(mention: Mention, view: Referents) -> Office | None:
    """As in "Opposition leader X", "Uganda's main opposition leader, X", "X, a Malian rebel commander"."""
    found = _before(mention, view) or _behind(mention, view)
    if found is None:
        return None
    doc = view.sentence.doc
    first, home = _whose(found.side, view)
    first = min(first, found.noun.i)
    if any(is_former(each.text) and each.lower_ not in _STILL for each in doc[max(0, first - 1) : found.noun.i]):
        return None
    if home is None:
        own = mention.actor.country or view.discourse.homes.likeliest({})
        home = view.cast.register.get(own) if own else None
    of = _side(doc[found.side].lower_, home, view)
    end = max(found.noun.i, found.side, mention.end - 1)
    return Office(mention.actor, _relation(found.noun), of, min(first, mention.start), end)


def _side(word: str, home: Actor | None, view: Referents) -> Actor:
    """The side that a word names, of the country or of none that is told."""
    name: str = load("titles.yaml")["sides"][word]
    kind = ActorKind.ARMED_GROUP if is_agent(name, name, "armed") else ActorKind.PEOPLE
    if home is None:
        return view.cast.nameless(name, kind)
    return view.cast.stranger(f"{adjective(home, view)} {name}", kind, home)


def _relation(noun: Token) -> str:
    offices = load("titles.yaml")["of_sides"]
    return next((name for name, nouns in offices.items() if noun.lower_ in nouns), "")


def _at(noun: Token) -> _Place | None:
    """Whether a word is an office of a side: "opposition leader", "leader of the opposition"."""
    doc, sides = noun.doc, load("titles.yaml")["sides"]
    if not _relation(noun):
        return None
    if noun.i and doc[noun.i - 1].lower_ in sides:
        return _Place(noun, noun.i - 1)
    place = noun.i + 1
    if place + 1 >= len(doc) or doc[place].lower_ != "of":
        return None
    place += 1 + (doc[place + 1].lower_ in _ARTICLES)
    named = place + 1 < len(doc) and doc[place + 1].text[0].isalpha()
    return _Place(noun, place) if place < len(doc) and doc[place].lower_ in sides and not named else None


def _before(mention: Mention, view: Referents) -> _Place | None:
    """The office right before a name, over titles that tell none and a comma: "the opposition leader, Dr X"."""
    doc, start = view.sentence.doc, mention.start
    while start > 1:
        end = start - (doc[start - 1].text == ",")
        for noun in (doc[end - 1], *([doc[end - _OF_THE - 1]] if end > _OF_THE else [])):
            if (found := _at(noun)) is not None and max(found.side, noun.i) == end - 1:
                return found
        title = title_ending(view, start)
        if title is None or title.relation:
            return None
        start = title.start
    return None


def _behind(mention: Mention, view: Referents) -> _Place | None:
    """As in "X, Uganda's main opposition leader, ...": the first office behind the comma."""
    doc = view.sentence.doc
    if mention.end >= len(doc) or doc[mention.end].text != ",":
        return None
    for token in doc[mention.end + 1 :]:
        if (found := _at(token)) is not None:
            return found
        if token.is_punct or token.tag_ in _FINITE or token.pos_ in {"AUX", "ADP"}:
            break
    return None


def _whose(place: int, view: Referents) -> tuple[int, Actor | None]:
    """Where the phrase begins in which a side stands, and the country that it names."""
    doc = view.sentence.doc
    while place > 0 and (doc[place - 1].pos_ in {"ADJ", "VERB"} or doc[place - 1].text in _POSSESSIVE):
        if view.mention(doc[place - 1]) is not None:
            break
        place -= 1
    owner = view.mention(doc[place - 1]) if place else None
    if owner is None or owner.actor.kind is not ActorKind.COUNTRY:
        return place, None
    return owner.start, owner.actor
