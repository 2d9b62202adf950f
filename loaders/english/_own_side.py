"""Acts that nobody does to his own side: to blame those he leads, to warn his own state of what it will do."""

from __future__ import annotations

from graph.model import ActorKind
from graph.relations import Polarity, relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._likely import NETWORK
from loaders.english._referents import Referents
from loaders.english._tree import SUBJECTS, children, negated
from loaders.english._words import Token

_TELLING = frozenset({"ACCUSES", "CRITICIZES", "WARNS"})
_WARNING = frozenset({"WARNS", "THREATENS"})
# What is said or done to others than one's own.
_TO_OTHERS = frozenset({"COMMENTS_ON", "WARNS", "THREATENS", "PLEDGES", "TRADES_WITH"})
_SERVING = frozenset({ActorKind.PERSON, ActorKind.AGENCY})
_PLANS = frozenset({"plan", "intend", "want", "seek", "aim", "mean", "wish", "prepare", "consider", "try", "go"})


def of_his_own(candidate: Candidate, view: Referents) -> bool:
    """Whether an edge would have somebody do to his own side, or to who has no part in it, what is only told of it."""
    return (
        _tells_of_those_he_leads(candidate, view)
        or _warns_of_his_own(candidate)
        or (candidate.relation in _TO_OTHERS and _is_his_state(candidate))
        or (candidate.relation == "DENIES" and (_answers_nobody(candidate, view) or _grants_it(candidate.predicate)))
    )


def _tells_of_those_he_leads(candidate: Candidate, view: Referents) -> bool:
    """As in "Hamas has won, its leader Haniyeh claimed", which accuses nobody."""
    person, of = candidate.source.actor, candidate.target.actor
    if candidate.relation not in _TELLING or candidate.frame.name != NETWORK or person.kind is not ActorKind.PERSON:
        return False
    ever = view.cast.register.roles(person.id) if person.known else ()
    led = {each.of for each in ever} | {each.id for each in view.discourse.served_by(person)}
    return of.id in led and candidate.predicate.lemma_.lower() in words("speech.yaml", "say")


def _warns_of_his_own(candidate: Candidate) -> bool:
    """As in "Fidan warned that Ankara would respond": whom that is for is not his own state, which will."""
    source, target, match = candidate.source.actor, candidate.target, candidate.match
    own = source.kind in _SERVING and source.country == target.actor.id
    if candidate.relation not in _WARNING or match is None or not own:
        return False
    acting = (part for clause in match.content for each in children(clause, *SUBJECTS) for part in each.subtree)
    return any(target.first <= each.i <= target.last for each in acting)


def _is_his_state(candidate: Candidate) -> bool:
    """As in "the president's office declined to comment": what somebody says to others he does not say to his state."""
    person = candidate.source.actor
    return person.kind is ActorKind.PERSON and person.country == candidate.target.actor.id


def _answers_nobody(candidate: Candidate, view: Referents) -> bool:
    """As in "denied that it intends to attack Eritrea", "denied arming Mali": neither has said so, if it has said
    nothing.
    """
    match, target = candidate.match, candidate.target
    helped = candidate.object is not None and relation(candidate.object).polarity is Polarity.COOPERATION
    if match is None or not (helped or any(map(_is_plan, match.content))):
        return False
    inside = target.actor.id in {
        each.actor.id for clause in match.content for part in clause.subtree for each in view.of(part)
    }
    source = candidate.source.actor
    said = (act for act in view.discourse.acts if act.source.id == target.actor.id)
    told = any({act.target.id, act.target.country} & {source.id, source.country} - {None} for act in said)
    return inside and not told


def _grants_it(word: Token) -> bool:
    """As in "called the charge credible", which denies nothing."""
    verb = word.head if word.dep_ == "xcomp" else word
    called = children(verb, "xcomp") if verb.lemma_.lower() in words("speech.yaml", "calling") else []
    return any(each.lemma_.lower() in words("speech.yaml", "credible") and not negated(each) for each in called)


def _is_plan(clause: Token) -> bool:
    """As in "that it plans to", "that it would": what is to come."""
    helping = {each.lower_ for each in children(clause, "aux")}
    ahead = words("modals.yaml", "planned") | words("modals.yaml", "hypothetical")
    return clause.lemma_.lower() in _PLANS or not helping.isdisjoint(ahead)
