"""Who has to do only with a thing: who made the drone that is shot down, whose loan is won, who claims the islands."""

from __future__ import annotations

from graph.relations import Polarity, relation
from loaders.english._candidates import Candidate
from loaders.english._data import words
from loaders.english._senses import has_sense
from loaders.english._tree import SUBJECTS, children, preposition
from loaders.english._words import Token

_FORCE = frozenset({"STRIKES", "ATTACKS"})
_GIVING = frozenset({"AIDS", "ARMS"})
_CLAIMING = frozenset({"ACCUSES", "DEMANDS"})
_WEAPONS = ("arms", "fire_arms", "vehicles", "aircraft", "goods", "vessel")


def only_of_the_thing(candidate: Candidate) -> bool:
    """Whether one end of an edge only has to do with a thing that the act is done to, or done with."""
    word, target = candidate.predicate, candidate.predicate.doc[candidate.target.last]
    conflict = relation(candidate.relation).polarity is Polarity.CONFLICT
    return (
        _shares_it(target, word)
        or (conflict and _made_it(target, word))
        or (candidate.relation in _FORCE and _fought_with(target, word))
        or (candidate.relation == "ARMS" and _hits_what_was_sent(candidate))
        or (candidate.relation == "AIDS" and (_gets_it(candidate) or _comes_from(word)))
        or (candidate.relation in _GIVING and preposition(target) != "for" and _pays_what_it_owes(word))
        or (conflict and _opposes_it(candidate))
        or (candidate.relation in _CLAIMING and _claims_land(word))
    )


def _doing(agent: Token) -> Token | None:
    """The participle on a noun whose doer somebody is: "made" of "tanks made by Germany"."""
    verb = agent.head
    on_noun = verb.dep_ in {"acl", "amod"} and verb.tag_ in {"VBN", "VBD"}
    return verb if on_noun and preposition(agent) == "by" else None


def _shares_it(target: Token, word: Token) -> bool:
    """As in "rejected the ruling, a view shared by Peru", who is not rejected."""
    verb = _doing(target)
    return verb is not None and verb.lemma_.lower() in {"share", "echo"} and word != verb


def _made_it(target: Token, word: Token) -> bool:
    """As in "destroyed tanks made by Germany", "a store of missiles delivered by France"."""
    verb = _doing(target)
    if verb is None or word == verb or verb.lemma_.lower() not in words("verbs.yaml", "making_things"):
        return False
    return any(has_sense(verb.head, each) for each in _WEAPONS)


def _fought_with(target: Token, word: Token) -> bool:
    """As in "fight with Iranian drones", which are not Iran's enemies."""
    thing = target if target.pos_ == "NOUN" else target.head
    with_it = thing.head == word and preposition(thing) == "with"
    return word.pos_ == "VERB" and with_it and any(has_sense(thing, each) for each in ("arms", "fire_arms", "aircraft"))


def _hits_what_was_sent(candidate: Candidate) -> bool:
    """As in "Mali bombed a depot of shells sent by Ghana": who hits weapons has not got them."""
    verb = candidate.predicate
    if verb.dep_ not in {"acl", "acl:relcl"}:
        return False
    noun = verb.head
    while noun.dep_ in {"nmod", "conj"}:
        noun = noun.head
    hitting = noun.head
    if noun.dep_ not in {"obj", "obl"} or hitting.lemma_.lower() not in words("verbs.yaml", "hitting_things"):
        return False
    subjects = {part.i for each in children(hitting, *SUBJECTS) for part in each.subtree}
    return candidate.target.first in subjects or candidate.target.last in subjects


def _gets_it(candidate: Candidate) -> bool:
    """As in "Kenya wins World Bank loan", "Egypt awaits IMF aid": whose loan it is gives it."""
    giver = candidate.predicate.doc[candidate.target.last]
    thing = giver.head
    given = giver.dep_ in {"compound", "amod", "nmod:poss"} and thing.dep_ == "obj" and has_sense(thing, "aid")
    return given and thing.head.lemma_.lower() in words("verbs.yaml", "getting")


def _comes_from(verb: Token) -> bool:
    """As in "many of them came from Belarus", where nobody is helped unless what came is help."""
    if verb.lemma_.lower() != "come" or not any(preposition(each) == "from" for each in children(verb, "obl")):
        return False
    came = children(verb, *SUBJECTS)
    return not any(has_sense(each, sense) for each in came for sense in ("aid", "goods", "arms"))


def _claims_land(verb: Token) -> bool:
    """As in "islands which Japan claims"."""
    which = any(each.tag_ in {"WDT", "WP"} for each in children(verb, "obj"))
    bare = verb.dep_ == "acl:relcl" and not children(verb, "ccomp", "xcomp")
    return verb.lemma_.lower() == "claim" and bare and (which or not children(verb, "obj"))


def _pays_what_it_owes(word: Token) -> bool:
    """As in "repaid a loan to the IMF", "paid Iran its debt", "paid Russia for the missiles", which is no help."""
    verb = word.head if word.pos_ == "NOUN" and word.dep_ in {"obj", "obl"} else word
    paid = [each.lemma_.lower() for each in (word, *children(verb, "obj"), *children(verb, "nsubj:pass"))]
    lemma = verb.lemma_.lower()
    if lemma not in words("verbs.yaml", "paying_off"):
        return False
    bought = (
        lemma == "pay"
        and bool(children(verb, "obj"))
        and any(preposition(each) == "for" for each in children(verb, "obl"))
    )
    return lemma == "repay" or bought or not words("verbs.yaml", "owed").isdisjoint(paid)


def _opposes_it(candidate: Candidate) -> bool:
    """As in "opposes the EU's sanctions on Peru": who is against what others do to somebody does not do so."""
    word, source = candidate.predicate, candidate.source
    noun = word.head if word.pos_ == "ADP" else next(iter(children(word, "obj")), word)
    opposed = noun.head.lemma_.lower() in {"oppose", "criticise", "criticize"} or preposition(noun) == "against"
    owners = [each for each in children(noun, "nmod:poss") if each.pos_ == "PROPN"]
    named = any(each.i in range(end.first, end.last + 1) for each in owners for end in (source, candidate.target))
    return noun.pos_ == "NOUN" and opposed and bool(owners) and not named
