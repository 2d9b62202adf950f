"""To whom a body or a person belongs by the words around the name: "Colombia's state-run company Ecopetrol"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._referents import Referents
from loaders.english._sentence import Mention, Office
from loaders.english._words import Token

_OWNED = frozenset({ActorKind.AGENCY, ActorKind.COMPANY, ActorKind.ORGANIZATION, ActorKind.OUTLET})
_STATES = frozenset({ActorKind.AGENCY, ActorKind.COMPANY, ActorKind.OUTLET})
_WHOLES = frozenset({ActorKind.COUNTRY, ActorKind.ORGANIZATION})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# What stands before a party of one's own.
_HIS = frozenset({"own", "ruling", "governing", "opposition", "conservative", "nationalist", "new", "far-right"})
# How many words may stand between a name and whom it belongs to.
_BETWEEN = 7
_PLAIN = frozenset({"NOUN", "ADJ", "PUNCT"})


def belonging_in(view: Referents) -> Iterator[Office]:
    """What the phrases of a sentence say of whom a body is part of, where it is based, and of what party one is."""
    for mention in view.sentence.mentions:
        if mention.actor.kind in _OWNED and mention.how != "organ":
            found = _of_a_state(mention, view) or _by_name(mention, view) or _by_noun(mention, view)
            if found is not None:
                yield found
        member = _of_a_party(mention, view) or _with_a_party(mention, view) or _in_parentheses(mention, view)
        if (tie := member or _his_party(mention, view)) is not None:
            yield tie


def _of_a_state(body: Mention, view: Referents) -> Office | None:
    """As in "Russia's GRU", "the Russian gas company Gazprom", "Venezuela's state oil company PDVSA"."""
    doc = view.sentence.doc
    place = body.start - 1
    while place > max(0, body.start - _BETWEEN) and _describes(doc[place]) and view.mention(doc[place]) is None:
        place -= 1
    owned = doc[place].text in _POSSESSIVE
    owner = view.mention(doc[place - owned]) if place - owned >= 0 else None
    between = [each.lower_ for each in doc[place + 1 : body.start]]
    if owner is None or owner.end != place - owned + 1 or owner.actor.kind is not ActorKind.COUNTRY:
        return None
    if "," in between or between[:1] == ["-"] or not (owned or (owner.how == "demonym" and between)):
        return None
    of_state = not words("titles.yaml", "of_states").isdisjoint(between)
    name = _tie(body.actor, of_state=of_state or _is_the_states(body.actor, view))
    return Office(body.actor, name, owner.actor, owner.start, body.end - 1) if name else None


def _by_noun(body: Mention, view: Referents) -> Office | None:
    """As in "the EU border agency Frontex", "the U.N. refugee agency, UNHCR", "its intelligence service, the FSB"."""
    doc, place = view.sentence.doc, body.start - 1
    place -= place > 0 and doc[place].lower_ == "the"
    place -= place > 0 and doc[place].text == ","
    noun = place
    if place < 1 or doc[noun].lower_ not in words("titles.yaml", "agencies"):
        return None
    while place > max(0, noun - _BETWEEN) and _describes(doc[place]) and view.mention(doc[place]) is None:
        place -= 1
    owner = _whose(place, body, view)
    if owner is None or owner.id == body.actor.id or owner.kind not in _WHOLES or owner.id == "europe":
        return None
    first = place - (doc[place].text in _POSSESSIVE)
    return Office(body.actor, "PART_OF", owner, first, body.end - 1)


def _whose(place: int, body: Mention, view: Referents) -> Actor | None:
    """Whose an agency is by the word that its phrase begins with; behind a mere article its own country's."""
    first = view.sentence.doc[place]
    owned = first.text in _POSSESSIVE
    if (owner := view.mention(view.sentence.doc[place - owned])) is not None:
        return owner.actor
    if first.lower_ in {"its", "their", "whose"}:
        found = [each.actor for each in view.of(first)]
        return found[0] if len(found) == 1 else None
    known = first.lower_ == "the" and body.actor.known and body.actor.country
    return view.cast.register.get(body.actor.country) if known and body.actor.country else None


def _describes(token: Token) -> bool:
    return token.pos_ in _PLAIN or token.lower_ in words("titles.yaml", "of_states")


def _is_the_states(body: Actor, view: Referents) -> bool:
    """As "Gazprom": whether the register has a company as a part of its state."""
    links = view.cast.register.links(body.id) if body.known and body.kind is ActorKind.COMPANY else ()
    return any(each.relation == "PART_OF" and each.target == body.country for each in links)


def _tie(body: Actor, *, of_state: bool) -> str:
    """What a body is to the state named before it; of an organization that may be anything."""
    if body.kind is ActorKind.AGENCY or (of_state and body.kind in _STATES):
        return "PART_OF"
    return "BASED_IN" if body.kind is ActorKind.COMPANY else ""


def _by_name(body: Mention, view: Referents) -> Office | None:
    """As "the European Union Monitoring Mission", which is part of whom its name begins with."""
    if body.how not in {"stranger", "acronym"}:
        return None
    first = view.sentence.doc[body.start].idx
    for match in view.sentence.matches:
        owner = match.candidates[0].actor
        inside = match.start == first and match.sure and owner.kind is ActorKind.ORGANIZATION
        if inside and match.end < view.sentence.doc[body.end - 1].idx and owner.id != body.actor.id:
            return Office(body.actor, "PART_OF", owner, body.start, body.end - 1)
    return None


def _of_a_party(person: Mention, view: Referents) -> Office | None:
    """As in "Ram Chandra Paudel of the Nepali Congress", "Senator X of the right-wing Democratic Center party"."""
    doc = view.sentence.doc
    place = person.end
    if person.actor.kind is not ActorKind.PERSON or place + 1 >= len(doc) or doc[place].lower_ not in {"of", "from"}:
        return None
    for token in doc[place + 1 : place + _BETWEEN]:
        party = view.mention(token)
        if party is not None:
            return _membership(person, party, view)
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PUNCT"} or token.text == ",":
            return None
    return None


def _with_a_party(person: Mention, view: Referents) -> Office | None:
    """As in "Barrow's United Democratic Party": who has a party leads it."""
    doc, place = view.sentence.doc, person.end
    if person.actor.kind is not ActorKind.PERSON or place + 1 >= len(doc) or doc[place].text not in _POSSESSIVE:
        return None
    place += 1 + (doc[place + 1].lower_ in _HIS)
    party = view.mention(doc[place]) if place < len(doc) else None
    found = _membership(person, party, view) if party is not None and party.start == place else None
    return replace(found, relation="LEADS") if found is not None else None


def _his_party(party: Mention, view: Referents) -> Office | None:
    """As in "Arevalo was barred, and his Semilla party dissolved": whose party it is leads it."""
    doc, place = view.sentence.doc, party.start - 1
    place -= place > 0 and doc[place].lower_ in _HIS
    if place < 0 or doc[place].lower_ not in {"his", "her"}:
        return None
    owners = [each.actor for each in view.of(doc[place]) if each.actor.kind is ActorKind.PERSON]
    person = Mention(place, place + 1, owners[0], "reference") if len(owners) == 1 else None
    found = _membership(person, party, view) if person is not None else None
    return replace(found, relation="LEADS") if found is not None else None


def _in_parentheses(person: Mention, view: Referents) -> Office | None:
    """As in "Nancy Faeser (SPD)": the party of one's own country that stands behind a name."""
    doc, place = view.sentence.doc, person.end
    if person.actor.kind is not ActorKind.PERSON or place + 2 >= len(doc) or doc[place].text != "(":
        return None
    party = view.mention(doc[place + 1])
    if party is None or party.end >= len(doc) or doc[party.end].text != ")" or party.start != place + 1:
        return None
    of = party.actor
    own = of.known and of.kind is ActorKind.ORGANIZATION and of.country in {person.actor.country, None} - {None}
    return Office(person.actor, "MEMBER_OF", of, person.start, party.end - 1) if own else None


def _membership(person: Mention, party: Mention, view: Referents) -> Office | None:
    """The tie to a body that its last word, or the noun behind it, shows to be a party."""
    doc, parties = view.sentence.doc, words("titles.yaml", "parties")
    named = doc[party.end - 1].lower_.rsplit(maxsplit=1)[-1] in parties
    called = party.end < len(doc) and doc[party.end].lower_ in parties
    if party.actor.kind is not ActorKind.ORGANIZATION or not (named or called):
        return None
    return Office(person.actor, "MEMBER_OF", party.actor, person.start, party.end - 1)
