"""Whom somebody is said to harm: who condemns "the violation of Chad's airspace" blames whoever did it, not Chad."""

from __future__ import annotations

from graph.relations import Polarity, relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._tree import SUBJECTS, ancestors, children, preposition
from loaders.english._words import Token

_BLAMING = frozenset({"CRITICIZES", "REJECTS", "ACCUSES", "DENIES"})
# What a harm would be of him whose it is: "Iran is a threat to".
_HARMING = frozenset({"THREATENS", "COERCES", "ATTACKS"})
_ON = {
    "harms_of": frozenset({"of"}),
    "harms_to": frozenset({"to", "for", "against", "on"}),
    "harms_in": frozenset({"in"}),
}


def blames_the_harmed(candidate: Candidate) -> bool:
    """As in "condemned the breach of Chad's airspace", "called it a threat to Chad": who is harmed is not blamed.

    Nor does he who calls something a threat to somebody threaten him by that.
    """
    if candidate.relation not in _BLAMING | _HARMING or candidate.target.via == "implied":
        return False
    harm = _harm_to(candidate.predicate.doc[candidate.target.last])
    if harm is None:
        return False
    if candidate.relation in _BLAMING:
        return True
    return harm == candidate.predicate and not _is_its(candidate, harm)


def deems_it(candidate: Candidate) -> bool:
    """As in "considers the attack on Aleppo a crime", which says nothing of who attacked."""
    noun, verb = candidate.predicate, candidate.predicate.head
    if noun.pos_ != "NOUN" or noun.dep_ != "obj" or relation(candidate.relation).polarity is not Polarity.CONFLICT:
        return False
    lemma = verb.lemma_.lower()
    deeming = lemma in words("speech.yaml", "calling") | words("speech.yaml", "calling_as")
    told = children(verb, "xcomp") or any(preposition(each) == "as" for each in children(verb, "obl"))
    subjects = [part.i for each in children(verb, *SUBJECTS) for part in each.subtree]
    return deeming and bool(told) and candidate.source.last in subjects


def _harm_to(target: Token) -> Token | None:
    """The noun for what is done to somebody, or to what he has: "interference in Chad's affairs"."""
    for below, above in ancestors(target):
        if above.pos_ not in {"NOUN", "PROPN"}:
            return None
        if below.dep_ != "nmod:poss" and _is_harm(above, preposition(below)):
            return above
        if below.dep_ not in {"nmod", "nmod:poss", "amod", "compound", "conj"}:
            return None
    return None


def _is_harm(noun: Token, place: str) -> bool:
    return any(place in places and noun.lemma_.lower() in words("verbs.yaml", part) for part, places in _ON.items())


def _is_its(candidate: Candidate, harm: Token) -> bool:
    """Whether who is told to do harm has the noun, or it is said of him: "Iran's interference", "Iran is a threat"."""
    own = [harm]
    own += children(harm, *SUBJECTS) if children(harm, "cop") else []
    own += children(harm.head, "obj", "nsubj:pass") if harm.dep_ in {"xcomp", "obl"} else []
    verb = harm.head if harm.dep_ in {"obj", "xcomp"} else None
    own += children(verb, *SUBJECTS) if verb is not None and not _only_says(verb) else []
    inside = {part.i for each in own for part in each.subtree}
    return candidate.source.first in inside or candidate.source.last in inside


def _only_says(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    judging = words("speech.yaml", "calling") | words("speech.yaml", "calling_as") | words("speech.yaml", "reject")
    return lemma in judging | words("speech.yaml", "say") | words("speech.yaml", "deny")
