"""Whose an office is that is told without it, by the text around: "Foreign Minister X", "his counterpart, Y"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from graph.model import Actor, ActorKind
from loaders.english._antecedents import shares
from loaders.english._data import words
from loaders.english._holding import Title, title_ending
from loaders.english._offices_of_those_before import foremost_body, sent_by, spoken_for
from loaders.english._referents import Referents
from loaders.english._titles import having, is_of_state, lacking
from loaders.english._tree import children, preposition
from loaders.english._words import Token

COUNTERPART = "counterpart"
_TOWARDS = frozenset({"to", "with", "against", "on", "by", "for"})
_PARTS = frozenset({"compound", "flat", "nmod:desc", "appos", "nmod"})
_VAGUE = frozenset({"a", "an", "another"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# How many sentences back the party may be spoken of whose chairman is called that of "the party".
_BACK = 2
_TWO = 2


def by_context(person: Actor, title: Title, view: Referents) -> Actor | None:
    """Whose office it is: of the other side, of the party spoken of, or of the state of the text."""
    doc = view.sentence.doc
    if doc[title.end - 1].lower_ == COUNTERPART:
        return _other_side(person, title, view)
    if title.start > 0 and doc[title.start - 1].lower_ == "party":
        return _party(view, title.start)
    return (
        spoken_for(person, title, view)
        or foremost_body(title, view)
        or sent_by(person, title, view)
        or _state_of(person, title, view)
    )


def _other_side(person: Actor, title: Title, view: Referents) -> Actor | None:
    """As in "he phoned his counterpart, Y": the state that he is known to serve, or the other one of the two."""
    known = (view.cast.register.get(each.of) for each in view.cast.roles(person))
    if (state := next((each for each in known if each is not None and _is_state(each)), None)) is not None:
        return state
    own = {each.id for each in _own_sides(title, view)} or {view.discourse.homes.likeliest({}) or ""} - {""}
    here = [each.actor for each in view.sentence.mentions if each.end <= title.start and _is_state(each.actor)]
    for states in (here, view.discourse.states):
        others = {each.id: each for each in states if each.id not in own}
        if own and len(others) == 1 and len({each.id for each in states}) <= _TWO:
            return next(iter(others.values()))
    return None


def _own_sides(title: Title, view: Referents) -> Iterator[Actor]:
    """The states of whom the counterpart is one: of "his", of "the minister's"."""
    for owner in children(view.sentence.doc[title.end - 1], "nmod:poss"):
        for each in view.of(owner):
            served = [each.actor, *view.discourse.served_by(each.actor)]
            home = view.cast.register.get(each.actor.country) if each.actor.country else None
            yield from (one for one in (*served, *([home] if home is not None else [])) if _is_state(one))


def _is_state(actor: Actor) -> bool:
    return actor.kind is ActorKind.COUNTRY


def _party(view: Referents, before: int) -> Actor | None:
    """As in "Party chairman Johnny Chiang": that of the last body spoken of that can be a party."""
    here = (each.actor for each in reversed(view.sentence.mentions) if each.end < before)
    trail = view.discourse.trail
    lately = (each.actor for each in trail.traces() if each.last >= trail.turn - _BACK)
    return next((each for each in (*here, *lately) if _may_be_party(each)), None)


def _may_be_party(actor: Actor) -> bool:
    """A body of one country, or one that is called a party."""
    called = actor.name.lower().rsplit(maxsplit=1)[-1] in words("titles.yaml", "parties")
    return actor.kind is ActorKind.ORGANIZATION and (called or actor.country is not None)


def _state_of(person: Actor, title: Title, view: Referents) -> Actor | None:
    """As in "Energy Minister Irene Velez": where nobody says whose minister, his own state's, or that of the text;
    not "Ontario Premier Doug Ford".
    """
    doc, start = view.sentence.doc, title.start
    while (honour := title_ending(view, start)) is not None and not honour.relation:
        start = honour.start
    before = doc[start - 1] if start > 0 else None
    told = before is not None and (before.lower_ in _VAGUE or before.pos_ == "PROPN" or before.text in _POSSESSIVE)
    if told or not is_of_state(doc[title.start : title.end].text):
        return None
    home = view.cast.register.get(person.country) if person.country else None
    named_in_full = " " in person.name
    return _own_state(title, view) if home is None and named_in_full else home


def _own_state(title: Title, view: Referents) -> Actor | None:
    """That of the text around: of its issuer, or the likeliest by the whole text and by the place of the office."""
    doc, issuer = view.sentence.doc, view.discourse.issuer
    if issuer is not None and issuer.kind is ActorKind.COUNTRY:
        return issuer
    noun, office = doc[title.end - 1], doc[title.start : title.end].text
    if len(having(office)) == 1:
        return view.cast.register.get(*having(office))
    without = lacking(office) | _done_to(_whole(noun), view) | _not_having(office, view)
    here = {actors[0].id if actors else "": share for actors, share in shares(noun, view, (), sort="home")}
    found = view.discourse.homes.likeliest(here, without)
    return view.cast.register.get(found) if found is not None else _acted_before(without, view)


def _not_having(office: str, view: Referents) -> set[str]:
    """The states of a text that have no such office: a senator is none of Iraq's."""
    known = having(office)
    return view.discourse.homes.scores.keys() - known if known else set()


def _acted_before(without: Container[str], view: Referents) -> Actor | None:
    """As in "Indonesia seized five boats. Fisheries Minister X said": the state that the sentence before is about."""
    states = [each for each in view.discourse.subjects if _is_state(each)]
    return states[0] if len(states) == len(view.discourse.subjects) == 1 and states[0].id not in without else None


def _done_to(subject: Token, view: Referents) -> set[str]:
    """To whom something is done or said by the clause of its subject: "blamed Indonesia", not "spoke in Jakarta".

    What a minister says to an organ by its name, as "the Diet", he mostly says to one of his own state.
    """
    others = [each for each in children(subject.head, "obj", "iobj", "obl") if each.i > subject.i]
    named = [each for each in others if each.dep_ != "obl" or preposition(each) in _TOWARDS]
    parts = [part for each in named for part in (each, *children(each, "amod", "compound", "nmod:poss"))]
    found = (mention for part in parts if (mention := view.mention(part)) is not None)
    return {each.actor.id for each in found if each.how != "organ"}


def _whole(noun: Token) -> Token:
    """The head of the phrase that a title is a part of."""
    while noun.dep_ in _PARTS and noun.head != noun:
        noun = noun.head
    return noun
