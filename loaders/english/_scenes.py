"""Where an act took place: the place that its words, or those of what it is done to, stand in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import filterfalse

from graph.model import ActorKind
from graph.relations import relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._nouns import is_act
from loaders.english._places import place_of
from loaders.english._referents import Referents
from loaders.english._runs import is_body
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, ancestors, child, children, conjuncts, preposition
from loaders.english._words import Token

_PHRASES = ("obl", "nmod", "advmod")
_DONE = frozenset({"obj", *SUBJECTS, *PASSIVE_SUBJECTS})
_BEFORE = frozenset({"compound", "amod", "flat", "nmod:poss", "nmod:desc", "nummod"})
# Names that may stand for a country and are of places in it.
_TOWNS = frozenset({"capital", "seat"})
# A country after these is no place: "shelled Sudan", "talks on Sudan".
_BARE = frozenset({"", "on"})
_BESIDE = frozenset({"", "to"})
_WHILE = frozenset({"during", "on"})
_NAMED = frozenset({"name", "place"})
_LANDS = frozenset({"name", "acronym"})


def scene(candidate: Candidate, view: Referents) -> str | None:
    """The name of the place of an act, as the sentence has it: "Idlib", "northern Syria", "Kerem Shalom crossing".

    None for what only holds, as that somebody is part of something.
    """
    if relation(candidate.relation).stative:
        return None
    found = (name for noun in _grounds(candidate) if (name := _name(noun, candidate, view)) is not None)
    return next(found, None) or _land(candidate, view)


def _land(candidate: Candidate, view: Referents) -> str | None:
    """As in "the last soldier left Mali": the country, as it is named, where an act is done in what it is done to."""
    target = candidate.target
    if candidate.relation not in _set("inside") or target.via not in _NAMED:
        return None
    named = view.mention(view.sentence.doc[target.last])
    land = named is not None and named.actor.kind is ActorKind.COUNTRY and named.how in _LANDS
    return view.sentence.doc[named.start : named.end].text if named is not None and land else None


def _grounds(candidate: Candidate) -> Iterator[Token]:
    """The nouns that may tell where, the nearest to the act first."""
    word, located = candidate.predicate, candidate.relation in _set("located")
    verb = word.head if word.pos_ == "NOUN" and word.head.pos_ == "VERB" else word
    for holder in dict.fromkeys((word, verb)):
        told = located and candidate.relation not in _set("talks")
        yield from _phrases(holder, "where" if told else "said")
    if located:
        yield from _where_done(candidate.relation, word, verb)
    for above in _going_on(verb):
        yield from _phrases(above, "said")
        yield from _phrases(above, "whither") if above.lemma_.lower() in _set("going") else ()
        yield from _reached(above) if located else ()
    for trip in children(verb, "obl"):
        if trip.lemma_.lower() in _set("visits") and preposition(trip) in _WHILE:
            yield from _phrases(trip, "whither")
    for subject in filterfalse(is_act, children(verb, *SUBJECTS)):
        yield from _phrases(subject, "said")


def _where_done(name: str, word: Token, verb: Token) -> Iterator[Token]:
    """Where somebody comes to for an act, or leaves; where what it is done to stands; what he reaches."""
    for holder in dict.fromkeys((word, verb if word.dep_ in _DONE else word)):
        yield from _phrases(holder, "whither") if name in _set("moving") else ()
        yield from _phrases(holder, "whence") if name in _set("leaving") else ()
        for thing in children(holder, "obj", "obl", "nmod", *PASSIVE_SUBJECTS):
            if preposition(thing) not in words("times.yaml", "apart"):
                yield from _phrases(thing, "said" if name in _set("talks") else "where")
    yield from _reached(verb)


def _reached(verb: Token) -> list[Token]:
    """As in "visited Tbilisi", "shelled Goma": what an act is done to is where it is done."""
    return children(verb, "obj", *PASSIVE_SUBJECTS) if verb.lemma_.lower() in _set("reaching") else []


def _going_on(verb: Token) -> Iterator[Token]:
    """The verbs that a verb goes on from: "met him in Dushanbe and asked", "flew to Banja Luka to praise", "shelled
    Goma, killing".
    """
    for below, above in ancestors(verb):
        joined = below.dep_ == "conj" and child(below, *SUBJECTS, "aux") is None
        if not (joined or below.dep_ == "xcomp" or (below.dep_ == "advcl" and preposition(below) in _BESIDE)):
            return
        yield above


def _phrases(holder: Token, where: str) -> Iterator[Token]:
    for each in children(holder, *_PHRASES):
        if each.lower_ in _set("sides"):
            yield from (of for of in children(each, "obl", "nmod") if preposition(of) == "of")
        elif preposition(each) in _set(where):
            yield each


def _name(noun: Token, candidate: Candidate, view: Referents) -> str | None:
    """The name of a place that a noun has, of several that of the one that takes part in the act."""
    ends = {candidate.source.actor.id, candidate.target.actor.id}
    several = conjuncts(noun)
    own = (each for each in several if (named := view.mention(each)) is not None and named.actor.id in ends)
    noun = next(own, noun) if len(several) > 1 else noun
    if noun.lemma_.lower() in _set("named_by_of"):
        inner = [
            *(each for each in children(noun, "nmod") if preposition(each) == "of"),
            *children(noun, "appos", "flat"),
        ]
        noun = next((each for each in inner if each.pos_ == "PROPN"), noun)
    if (place := place_of(noun)) is not None:
        return noun.doc[place[1] : place[2] + 1].text
    start = noun
    while (before := _part_before(start, noun)) is not None:
        start = before
    return noun.doc[start.i : _last(noun).i + 1].text if _is_place(noun, start, view) else None


def _last(noun: Token) -> Token:
    """The last word of a name such as "Gulf of Oman"."""
    of = (each for each in children(noun, "nmod") if each.pos_ == "PROPN" and preposition(each) == "of")
    return next((each for each in of if each.i == noun.i + 2), noun)


def _part_before(start: Token, noun: Token) -> Token | None:
    before = noun.doc[start.i - 1] if start.i else None
    if before is None or before.dep_ not in _BEFORE or before.head not in (start, noun):
        return None
    return before if before.pos_ == "PROPN" or before.lower_ in _set("sides") or _is_named(before) else None


def _is_named(word: Token) -> bool:
    return word.pos_ == "ADJ" and word.text[:1].isupper()


def _is_place(noun: Token, start: Token, view: Referents) -> bool:
    mention = view.mention(noun)
    if any(each.start <= noun.idx < each.end for each in view.sentence.times):
        return False
    if noun.lemma_.lower() in _set("nouns") and noun.pos_ == "NOUN":
        return start != noun
    if noun.pos_ != "PROPN" or noun.lower_.split()[-1] in _set("no_places"):
        return False
    if mention is not None:
        bare = start == noun and mention.how not in _TOWNS and preposition(noun) in _BARE
        return mention.actor.kind is ActorKind.COUNTRY and not bare
    return not is_body(noun.doc[start.i : noun.i + 1].text)


def _set(part: str) -> frozenset[str]:
    return words("scenes.yaml", part)
