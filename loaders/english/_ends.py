"""Who does an act and whom it is done to, by the places that the entry of its word has for them."""

from __future__ import annotations

from dataclasses import replace

from graph.model import ActorKind
from loaders.english._arguments import arguments
from loaders.english._attribution import speaker
from loaders.english._compounds import IN, standing_in
from loaders.english._data import words
from loaders.english._groups import are_adherents, crowd
from loaders.english._judging import JUDGING
from loaders.english._matching import Match, match_noun
from loaders.english._nouns import is_act
from loaders.english._referent import ACTING, Referent
from loaders.english._referents import Referents
from loaders.english._senses import has_sense
from loaders.english._tree import PASSIVE_SUBJECTS, SUBJECTS, children, preposition
from loaders.english._words import Token

FORCE = frozenset({"STRIKES", "ATTACKS"})
# What people do as the public of a country, never as the country.
PUBLIC = frozenset({"PROTESTS_AGAINST"})
_HELD = frozenset(
    {"OCCUPIES", "BLOCKADES", "STRIKES", "ATTACKS", "WITHDRAWS_FROM", "DEPLOYS_TO", "MOBILIZES_AGAINST", "PROTECTS"}
)
_LOCATED = FORCE | {"AIDS", "PROTECTS"}
# What is done to a country in a place of it, or is told with "in".
PLACED = _HELD | _LOCATED | {"BASED_IN", "PART_OF", "LEADS", "REPRESENTS"}
_CONCERNING = frozenset({"against", "on", "to", "toward", "towards", "with", "for", "of", "at", "into"})


def sources_of(match: Match, view: Referents) -> list[Referent]:
    """Who does it."""
    if match.entry.frame.source == "speaker":
        return speaker(match.predicate, view)
    tokens = match.slots.get("S", ())
    found = [each for token in tokens for each in view.of(token) if not are_adherents(token, each)]
    if not found and match.entry.frame.relation in PUBLIC:
        found = [each for token in tokens for each in crowd(token, view)]
    if not found and match.entry.frame.relation == "DETAINS":
        found = _where_held(match.predicate, view)
    if not found and match.entry.frame.relation == "EXPELS":
        found = _left(match.predicate, view)
    stationed = match.entry.frame.relation == "DEPLOYS_TO"
    return [each for each in found if each.via in ACTING or each.via == "thing" or (stationed and _is_base(each, view))]


def _is_base(end: Referent, view: Referents) -> bool:
    """As in "Djibouti hosts a Chinese naval base": whose place it is has it there."""
    return end.via == "place" and has_sense(view.sentence.doc[end.last], "bases")


def _where_held(verb: Token, view: Referents) -> list[Referent]:
    """As in "a Saudi exile was arrested in Morocco": whose police did so, where nobody is said to have."""
    by_police = verb.lemma_.lower() in words("verbs.yaml", "by_police") and not view.sentence.headline
    if not by_police or not arguments(verb).passive:
        return []
    near = [each for each in children(verb, "obl") if preposition(each) == "in"]
    found = [each for part in near for each in view.of(part)]
    return [replace(each, via="organ") for each in found if each.actor.kind is ActorKind.COUNTRY]


def _left(verb: Token, view: Referents) -> list[Referent]:
    """As in "the consul was given 48 hours to leave Peru": what he must leave has him leave."""
    inside = [each for each in verb.subtree if each.lemma_.lower() == "leave"] if arguments(verb).passive else []
    found = [each for leaving in inside for part in children(leaving, "obj") for each in view.of(part)]
    return [replace(each, via="organ") for each in found if each.actor.kind is ActorKind.COUNTRY]


def targets_of(match: Match, view: Referents, name: str, sources: list[Referent], spared: set[str]) -> list[Referent]:
    """Whom it is done to; `spared` are those to whom what somebody judges was done."""
    if match.entry.frame.parties_of:
        return _parties(match, view)
    done_to = [*match.slots.get("T", ()), *children(match.predicate, "obj")]
    if any(_each_other(token) for part in done_to for token in (part, *children(part, "nmod:poss", "det"))):
        return sources_of(match, view)
    acting = {each.actor.id for each in sources}
    tokens = match.slots.get("T", [])
    if name == "EXPELS":
        tokens = [each for each in tokens if not _theirs(each, acting, view)]
    own = [each for token in tokens for each in view.of(token) if each.actor.id not in spared]
    others = any(each.actor.id not in acting for each in own)
    found = own if others else [each for token in tokens for each in _nested(token, view)] or own
    if not others and name in JUDGING and all(each.via == "thing" for each in own):
        found = []
    if not found and name in _LOCATED:
        found = [each for token in tokens for each in standing_in(token, view)]
    if not found and name in FORCE and all(each.pos_ == "NOUN" for each in tokens):
        found = _there(match.predicate, tokens, view)
    located = name in _HELD | _LOCATED or any("in" in each.prepositions for each in match.entry.pattern.obliques)
    return [each for each in found if each.via != "place" or located]


def _theirs(token: Token, acting: set[str], view: Referents) -> bool:
    """As in "they are sending back their ambassadors": everybody his own."""
    owners = [each for part in children(token, "nmod:poss") if part.pos_ == "PRON" for each in view.of(part)]
    return len(owners) > 1 and {each.actor.id for each in owners} == acting


def _each_other(token: Token) -> bool:
    near = token.doc[max(0, token.i - 1) : token.i + 2].text.lower()
    if token.lower_ == "other":
        verb = token.head.head if token.dep_ == "nmod:poss" else token.head
        doing = children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        before = [*doing, *children(verb, "advmod"), *(part for each in doing for part in children(each, "det"))]
        if any(each.lower_ in {"each", "both"} for each in before):
            return True
    return token.lower_ in {"each", "other", "one", "another"} and ("each other" in near or "one another" in near)


def _nested(token: Token, view: Referents) -> list[Referent]:
    """Whom a thing concerns: "contact with the United States", "a camp for Congolese refugees"; not "foes of him"."""
    if token.lemma_.lower() in words("descriptions.yaml", "against_him"):
        return []
    near = [each for each in children(token, "nmod") if preposition(each) in _CONCERNING]
    return [replace(each, via="loose") for part in near for each in view.of(part) if each.via != "place"]


def _there(verb: Token, hit: list[Token], view: Referents) -> list[Referent]:
    """As in "attacked a refugee camp in Chad", where the tree hangs the place on the verb."""
    behind = max((each.i for each in hit), default=verb.i)
    when = (each for each in children(verb, "advcl") if any(part.lower_ == "when" for part in each.children))
    near = [part for each in (verb, *when) for part in children(each, "obl") if part.i > behind]
    near = [each for each in near if preposition(each) in IN]
    return [replace(each, via="place") for part in near if hit for each in view.of(part)]


def _parties(match: Match, view: Referents) -> list[Referent]:
    """Between whom: the parties of the talks that are brokered, or of the meeting spoken of before."""
    for token in match.slots.get("T", ()):
        for inner in match_noun(token):
            found = [each for slot in ("B", "T", "S") for part in inner.slots.get(slot, ()) for each in view.of(part)]
            if found:
                return found
        if is_act(token) and any(each.lower_ in {"the", "this", "that"} for each in children(token, "det")):
            return [Referent(actor, "reference", token.i, token.i) for actor in view.discourse.parties]
        if found := view.of(token):
            return found
    return []
