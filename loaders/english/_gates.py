"""Gates: texts that are not about politics, and actors that cannot do an act."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from graph.model import ActorKind
from loaders.english._candidates import Candidate
from loaders.english._data import load, words
from loaders.english._denials import disclaims
from loaders.english._referent import serves, within_organ
from loaders.english._tree import children, preposition
from loaders.english._words import Token

_MANY, _PAIR = 4, 2
_NOT_NAMED = frozenset({"place", "loose"})
_ORGANS = {"MEDIATES": frozenset({"organ"})}
# What somebody may be taken to do by an answer that denies what was said of him.
_ANSWERS = frozenset({"CRITICIZES", "REJECTS", "ACCUSES"})
_WORD = re.compile(r"[A-Za-z]+")


def off_topic(text: str) -> bool:
    """Whether a text is about sport, entertainment or shows rather than the acts of states and groups.

    >>> off_topic("The striker scored twice as the champions beat the league leaders in the second half of the match.")
    True
    >>> off_topic("The army shelled the town before the peace talks.")
    False
    """
    found = [word.lower() for word in _WORD.findall(text[:20_000])]
    political = sum(word in _words("political") for word in found)
    return any(_mostly(topic, hits, political) for topic, hits in _hits(found).items())


def _mostly(topic: str, hits: list[str], political: int) -> bool:
    """Whether the words of a topic outweigh the political ones; two are enough for sport where there are none."""
    kinds = len(set(hits))
    return (len(hits) >= _MANY and kinds > _PAIR and len(hits) > 1.5 * political) or (
        topic == "sport" and kinds >= _PAIR and political == 0
    )


def _hits(found: list[str]) -> dict[str, list[str]]:
    return {topic: [word for word in found if word in _words(topic)] for topic in load("gates.yaml")["topics"]}


@cache
def _words(topic: str) -> frozenset[str]:
    data = load("gates.yaml")
    return frozenset(data["political"] if topic == "political" else data["topics"][topic])


def by_kind(candidate: Candidate) -> Candidate:
    """The candidate with the relation that it is with such a target: a bloc is left, not withdrawn from."""
    for rule in load("gates.yaml")["rewrites"]:
        own, other = candidate.source.actor.kind.value, candidate.target.actor.kind.value
        if candidate.relation == rule["relation"] and own in rule.get("source", [own]) and other in rule["target"]:
            return replace(candidate, relation=rule["is"])
    return candidate


def as_said(candidate: Candidate) -> Candidate:
    """The candidate with the relation that its word means, or means of such an actor.

    As in "the rebels have their bases in": an armed group is there itself, where a state only has its troops. Who
    "claims half of Belize" holds nothing of it; who "heads Iran's judiciary" serves Iran. Who
    "had no part in it" denies it, and with whose agreement somebody acts backs him.
    """
    word = candidate.predicate
    led = candidate.target if candidate.relation == "LEADS" else None
    if led is not None and (serves(led, word.doc) or within_organ(led, word.doc)):
        return replace(candidate, relation="REPRESENTS")
    if candidate.relation in _ANSWERS and disclaims(word):
        return replace(candidate, relation="DENIES")
    if candidate.relation == "SIGNS_WITH" and _by_consent(word):
        return replace(candidate, source=candidate.target, relation="BACKS", target=candidate.source)
    own = candidate.source.actor.kind.value
    for rule in load("gates.yaml")["meant"]:
        if candidate.relation != rule["relation"] or own not in rule.get("source", [own]):
            continue
        near = _NEAR[rule["near"]](word) if "near" in rule else [word, *children(word, "obj")]
        if any({each.lower_, each.lemma_.lower()} & set(rule["words"]) for each in near):
            return replace(candidate, relation=rule["is"])
    return candidate


def _by_consent(noun: Token) -> bool:
    """As in "operates there with the agreement of Kinshasa"."""
    consent = noun.lemma_.lower() in words("speech.yaml", "consent") and preposition(noun) in {"with", "without"}
    return consent and any(preposition(each) == "of" for each in children(noun, "nmod"))


def _around(verb: Token) -> list[Token]:
    """The nouns of a verb and what stands before them: "peacekeeping" of "peacekeeping troops arrived"."""
    if verb.pos_ != "VERB":
        return []
    nouns = children(verb, "obj", "nsubj", "nsubj:pass", "obl")
    return [part for noun in nouns for part in (noun, *children(noun, "compound", "amod"))]


def _how(war: Token) -> list[Token]:
    """The adverbs that say how somebody is at something: "formally" of "are formally at war"."""
    above = war.head if war.dep_ in {"obl", "xcomp"} and war.head.lemma_.lower() in {"be", "remain", "stay"} else war
    return [*children(war, "advmod"), *children(above, "advmod")] if preposition(war) == "at" else []


_NEAR = {"phrase": _around, "adverb": _how}


def may_act(candidate: Candidate) -> bool:
    """Whether actors of these kinds can stand in this relation."""
    if not all(_fits(candidate, rule) for rule in load("gates.yaml")["kinds"]):
        return False
    if _means_something_else(candidate):
        return False
    return candidate.source.actor.kind is not ActorKind.OUTLET or candidate.relation in load("gates.yaml")["outlets"]


def _fits(candidate: Candidate, rule: Mapping[str, Sequence[str]]) -> bool:
    """Whether an edge keeps to a rule of who can do what, or is none that it is about."""
    own, other = candidate.source.actor.kind.value, candidate.target.actor.kind.value
    if candidate.relation not in rule["relations"] or candidate.frame.name in rule.get("unless", ()):
        return True
    if own not in rule.get("when", [own]):
        return True
    return own in rule.get("source", [own]) and other in rule.get("target", [other])


def _means_something_else(candidate: Candidate) -> bool:
    """Whether such actors are not in the relation that the word would be of others."""
    return (
        (candidate.frame.name == "comprise" and candidate.target.via == "thing")
        or (candidate.relation in load("gates.yaml")["abroad"] and _at_home(candidate))
        or (candidate.relation == "PROTESTS_AGAINST" and _of_state(candidate))
        or (candidate.relation == "STRIKES" and _stops_work(candidate))
        or (candidate.relation == "MEETS" and candidate.target.via == "thing")
    )


def _stops_work(candidate: Candidate) -> bool:
    """As in "the French truckers' strike in Belgium": people strike otherwise than states."""
    word, source = candidate.predicate, candidate.source
    if word.pos_ != "NOUN" or word.lemma_.lower() != "strike":
        return False
    if any(each.lower_ in words("descriptions.yaml", "nationwide") for each in children(word, "amod")):
        return True
    last = word.doc[source.last]
    named = [*word.doc[source.first : source.last + 1], *([last.head] if last.dep_ in {"amod", "compound"} else [])]
    workers = any(each.lower_ in load("senses.yaml")["strikers"] for each in named)
    return source.via == "people" or workers


def _of_state(candidate: Candidate) -> bool:
    """As in "the authorities banned a strike called to protest the king's rule": no state protests against its own.

    And none "launches a strike against" others as workers do.
    """
    strikes = any(each.lemma_.lower() == "strike" for each in children(candidate.predicate, "obj"))
    if strikes and candidate.source.via == "name" and candidate.source.actor.kind is ActorKind.COUNTRY:
        return True
    return candidate.source.via in {"organ", "loose"} and candidate.target.actor.country == candidate.source.actor.id


def _at_home(candidate: Candidate) -> bool:
    """As in "the minister received us in Tbilisi": a person and the country that is his and where it was.

    Nobody meets his own country at all, or mediates for an organ of it.
    """
    ends = (candidate.source, candidate.target), (candidate.target, candidate.source)
    return any(
        person.actor.kind is ActorKind.PERSON
        and person.actor.country == where.actor.id
        and (candidate.relation == "MEETS" or where.via in _NOT_NAMED | _ORGANS.get(candidate.relation, frozenset()))
        for person, where in ends
    )
