"""Whose an office is by who was spoken of right before: "Its head, X", "Spokesman X said"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Actor, ActorKind
from loaders.english._data import words
from loaders.english._holding import Title
from loaders.english._referent import BODIES
from loaders.english._referents import Referents
from loaders.english._titles import is_of_state
from loaders.english._tree import SUBJECTS, ancestors, children
from loaders.english._words import Token

_ITS = frozenset({"its", "their"})
# How a title hangs on the name of its holder.
_PARTS = frozenset({"compound", "flat", "nmod:desc", "appos"})
_OWNING = BODIES | {ActorKind.COMPANY, ActorKind.OUTLET}
# How many sentences back a body may be spoken of of which somebody is known to hold the office.
_BACK = 3


def subject_before(pronoun: Token, office: str, person: Actor, view: Referents) -> Actor | None:
    """As in "Its head, X" at the beginning of a sentence: the subject of the one before, if it can have such an office.

    Of whom it is known to hold an office of a body spoken of lately, it is that one's.
    """
    if pronoun.lower_ not in _ITS or any(each.end <= pronoun.i for each in view.sentence.mentions):
        return None
    bodies = [each for each in view.discourse.subjects if each.kind in _OWNING]
    held = {each.of for each in view.cast.roles(person)}
    if (known := next((each for each in _lately(view) if each.id in held), None)) is not None:
        return known
    body = bodies[0] if len(bodies) == 1 else None
    foreign = body is not None and body.kind is ActorKind.COUNTRY and person.country not in {body.id, None}
    return body if body is not None and not foreign and _can_have(body, office.lower()) else None


def _lately(view: Referents) -> Iterator[Actor]:
    trail = view.discourse.trail
    return (each.actor for each in trail.traces() if each.last >= trail.turn - _BACK and each.actor.kind in _OWNING)


def _can_have(body: Actor, office: str) -> bool:
    """A state has a king or president; a body has a director or secretary general, and a president too."""
    if body.kind is ActorKind.COUNTRY:
        return office not in words("titles.yaml", "of_bodies")
    return not is_of_state(office) or office == "president"


def spoken_for(person: Actor, title: Title, view: Referents) -> Actor | None:
    """As in "Kenya's government denied it. Spokesman X said": his own state, or the subject of the sentence before."""
    doc = view.sentence.doc
    if title.end - title.start > 1 or not doc[title.start].lower_.startswith("spokes"):
        return None
    held = [each.of for each in view.cast.roles(person)]
    bodies = [each for each in view.discourse.subjects if each.kind in _OWNING]
    if not held and len(bodies) == 1:
        return bodies[0]
    own = held[-1] if held else person.country
    return view.cast.register.get(own) if own else None


def foremost_body(title: Title, view: Referents) -> Actor | None:
    """As in "wrote to the secretary general, X": of the body that is most in mind."""
    doc = view.sentence.doc
    definite = title.start > 0 and doc[title.start - 1].lower_ == "the"
    if not definite or doc[title.start : title.end].text.lower() not in words("titles.yaml", "of_bodies"):
        return None
    return view.discourse.foremost({ActorKind.ORGANIZATION, ActorKind.AGENCY})


def sent_by(person: Actor, title: Title, view: Referents) -> Actor | None:
    """As in "Moldova summoned Ambassador X": the one other state that the text has most to do with; but "Italy recalled
    Ambassador X".
    """
    noun = view.sentence.doc[title.end - 1]
    verb = next((each for _, each in ancestors(noun) if each.pos_ not in {"NOUN", "PROPN"}), None)
    abroad = noun.lower_ in words("titles.yaml", "abroad") and not person.known
    if not abroad or verb is None or verb.lemma_.lower() not in words("verbs.yaml", "to_envoys"):
        return None
    subjects = children(verb, *SUBJECTS)
    if any(noun in each.subtree for each in subjects):
        return None
    if _calls_home(verb, noun):
        return next((home for each in subjects for of in view.of(each) if (home := _home(of.actor, view))), None)
    hosts = {key for each in subjects for of in view.of(each) for key in (of.actor.id, of.actor.country) if key}
    hosts = hosts or {view.discourse.homes.likeliest({}) or ""}
    others = [(actor, count) for actor, count in view.discourse.trail.told_of if actor.id not in hosts]
    clear = bool(others) and (len(others) == 1 or others[0][1] > others[1][1])
    return others[0][0] if clear and hosts != {""} else None


def _calls_home(verb: Token, envoy: Token) -> bool:
    """Whether a verb does to an envoy what a state does to its own: "recalled", "called home"."""
    called = any(each == envoy or (envoy.head == each and envoy.dep_ in _PARTS) for each in children(verb, "obj"))
    back = any(each.lower_ in {"home", "back"} for each in children(verb, "advmod", "compound:prt", "obl", "xcomp"))
    return called and (verb.lemma_.lower() == "recall" or (verb.lemma_.lower() == "call" and back))


def _home(actor: Actor, view: Referents) -> Actor | None:
    """A state, or that of a person."""
    if actor.kind is ActorKind.COUNTRY:
        return actor
    return view.cast.register.get(actor.country) if actor.country else None
