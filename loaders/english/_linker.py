"""The linker: which candidate edges are believed, and how far.

A log-linear model over features of a candidate; its weights are a data file (linker.yaml), trained by
`training/linker.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from graph.model import ActorKind
from graph.relations import relation
from loaders.english._beside import Beside
from loaders.english._candidates import Candidate
from loaders.english._data import load
from loaders.english._frames import lexicon
from loaders.english._likely import NETWORK
from loaders.english._reasons import is_reason
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._reliability import reliability
from loaders.english._sentence import Sentence
from loaders.english._steps import highest
from loaders.english._tree import ancestors, first_conjunct, preposition

_LONG, _NEAR, _MANY, _BESIDE, _DOUBTED = 45, 5, 3, 3, 0.3
_FORCE = frozenset({"STRIKES", "ATTACKS"})
_IN = frozenset({"in", "inside", "near", "across"})
_SIDES = frozenset({ActorKind.PEOPLE, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})
# What a pattern asks for at least that tells by itself who takes part.
_TOLD = 4
_BY_NAME = frozenset({"name", "organ", "people", "group"})
_STEPS = (0.02, 0.06, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97)


def features(candidate: Candidate, beside: Beside) -> Iterator[str]:
    """The features of a candidate that hold, by name; `beside` are the candidates of its sentence."""
    sentence = beside.view.sentence
    yield from beside.of(candidate)
    predicate = candidate.predicate
    kind = _kind(candidate)
    yield f"predicate:{kind}"
    yield f"relation:{candidate.relation}"
    yield from _end("source", candidate.source, candidate, sentence)
    yield from _end("target", candidate.target, candidate, sentence)
    if candidate.target.via == "implied":
        yield f"implied:{relation(candidate.relation).polarity.value}"
        yield f"implied:{kind}"
        yield f"implied:{candidate.frame.name}"
    yield f"via:{_via(candidate.source, candidate)}>{candidate.target.via}"
    yield from _network(candidate, beside)
    # Of "Iran-backed" there is nothing to trust: it says itself who backs whom.
    trusted = candidate.frame.name != NETWORK and kind != "compound"
    if trusted:
        yield f"trust:{_tenth(reliability(candidate))}"
    # A sentence that somebody gives alone tells an act more often than one of an article.
    if beside.view.discourse.brief:
        yield "brief"
        yield f"brief:{kind}"
        if trusted:
            yield f"brief:trust:{_tenth(reliability(candidate))}"
    if candidate.rivals:
        yield f"beside a frame:{'same' if candidate.relation in candidate.rivals else 'other'}"
    if candidate.match is not None:
        yield f"asks:{min(candidate.match.score, 8)}"
        yield f"content:{bool(candidate.match.content)}"
    if sentence.headline:
        yield "headline"
    if _far(candidate):
        yield "far"
    if len(sentence.doc) > _LONG:
        yield "long"
    if candidate.source.last > predicate.i and candidate.target.last < predicate.i:
        yield "inverted"
    if not _domestic(candidate):
        yield from _at_home(candidate)
    if sentence.quoted and sentence.quoted[predicate.i]:
        yield "quoted"


def _at_home(candidate: Candidate) -> Iterator[str]:
    """Whether both are of one country, or one is the country of the other."""
    source, target = candidate.source.actor, candidate.target.actor
    if source.country and source.country == target.country:
        yield "same-country"
    if target.country == source.id or source.country == target.id:
        yield "own-country"


def _domestic(candidate: Candidate) -> bool:
    """As in "Georgian students jeered the ruling party": what people, parties and armed groups and their own state do
    to each other is most often done at home.
    """
    sides = {end.actor.kind for end in (candidate.source, candidate.target)}
    return candidate.relation in load("gates.yaml")["domestic"] and not sides.isdisjoint(_SIDES)


def _network(candidate: Candidate, beside: Beside) -> Iterator[str]:
    """What the network of acts says of the edge, and of the likeliest other relation of its actors, in steps."""
    said = None if _is_where(candidate, beside.view.sentence) else beside.opinion(candidate)
    unlearned = candidate.frame.phrase or is_reason(candidate.source, candidate.predicate)
    if said is None or (said[0] < _DOUBTED and unlearned):
        # "Sanctioned it over its invasion of", "stood in its way": such reasons and turns of phrase it has not learned.
        yield "network:not asked"
        return
    own, other = said
    yield f"network:{highest(own, _STEPS)}"
    yield f"network-other:{highest(other, _STEPS)}"


def _is_where(candidate: Candidate, sentence: Sentence) -> bool:
    """As in "killed 20 villagers in Nigeria": of a country that is only named for where its people are hit, the network
    cannot tell.
    """
    target = candidate.target
    if candidate.relation not in _FORCE or candidate.match is None or target.via not in {"people", "place"}:
        return False
    words = sentence.doc[target.first : target.last + 1]
    return any(preposition(each) in _IN for each in words if each.pos_ == "PROPN")


def _via(end: Referent, candidate: Candidate) -> str:
    """How a phrase stands for an actor; who is punished "over its invasion" is as good as named there."""
    return "name" if is_reason(end, candidate.predicate) else end.via


def _tenth(share: float) -> float:
    return math.floor(share * 10) / 10


def _kind(candidate: Candidate) -> str:
    if candidate.frame.name == NETWORK:
        return "network"
    if candidate.match is None:
        return "compound"
    return {"VERB": "verb", "AUX": "verb", "ADJ": "adjective"}.get(candidate.predicate.pos_, "noun")


def _end(name: str, end: Referent, candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    """What an end is, how it is named, where it hangs, and how many names lie between it and the predicate."""
    predicate, doc = candidate.predicate, sentence.doc
    yield f"{name}:{_via(end, candidate)}"
    yield f"{name}-kind:{end.actor.kind.value}"
    if not end.actor.known:
        yield f"{name}-stranger"
    mention = next((each for each in sentence.mentions if each.start <= end.first < each.end), None)
    if mention is not None:
        yield f"{name}-how:{mention.how}"
        left, right = sorted((predicate.i, end.first))
        between = sum(left < each.start < right and each.actor.id != end.actor.id for each in sentence.mentions)
        yield f"{name}-between:{min(between, _MANY)}"
    head = doc[end.last]
    yield f"{name}-dep:{head.dep_}"
    if head.head == predicate:
        yield f"{name}-hangs:{head.dep_}:{preposition(head)}"
        yield f"{name}-side:{preposition(head) or head.dep_}:{relation(candidate.relation).polarity.value}"
    if abs(end.last - predicate.i) > _NEAR * 2:
        yield f"{name}-distant"


def confidence(candidate: Candidate, beside: Beside) -> float:
    """How likely the edge is right, from 0 to 1."""
    weights = load("linker.yaml")["weights"]
    total = load("linker.yaml")["bias"] + sum(weights.get(name, 0.0) for name in features(candidate, beside))
    return round(1 / (1 + math.exp(-max(-60.0, min(60.0, total)))), 3)


def link(found: Sequence[Candidate], view: Referents) -> list[tuple[Candidate, float]]:
    """The candidates that are believed, each edge once and with its confidence."""
    best: dict[tuple[str, str, str], tuple[Candidate, float]] = {}
    beside = Beside(found, view)
    judged = [(each, confidence(each, beside)) for each in found]
    shared: dict[tuple[object, ...], float] = {}
    for each, value in judged:
        shared[_breath(each)] = max(value, shared.get(_breath(each), 0.0))
    for each, own in judged:
        value = max(own, shared[_breath(each)]) if _tells_all(each) else own
        key = (each.source.actor.id, each.relation, each.target.actor.id)
        if value >= load("linker.yaml")["threshold"] and (key not in best or value > best[key][1]):
            best[key] = (each, value)
    return _once(best.values())


def _tells_all(candidate: Candidate) -> bool:
    """Whether a pattern tells by itself who takes part: it asks for much, or two do it to each other."""
    if candidate.match is None:
        return False
    return candidate.match.score >= _TOLD or "B" in candidate.match.slots


def _breath(candidate: Candidate) -> tuple[object, ...]:
    """What edges have in common whose ends are named in one breath: "Chad and Niger hailed the deal"."""
    doc = candidate.predicate.doc
    ends = (candidate.source, candidate.target)
    named = (first_conjunct(doc[end.last if end.via in _BY_NAME else end.first]).i for end in ends)
    return (candidate.predicate.i, candidate.relation, candidate.frame.name, *named)


def _once(found: Iterable[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """One act, one edge: of several that one word is taken to say of the same two, the surest.

    What the network proposes has to be surer also than an edge the other way, or by a word close by.
    """
    told = _as_verbs_mean(_doers_only(_where_only(list(found))))
    kept: list[Candidate] = []
    for candidate, _ in sorted(told, key=lambda each: -each[1]):
        if not any(_same_act(candidate, other) for other in kept):
            kept.append(candidate)
    return [each for each in told if each[0] in kept]


def _as_verbs_mean(told: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Without what the network takes a verb for that it never means, as far as the frames know ("chided"), or its
    object for, of which the frames know another act: "sent shells to Russia"; or a turn of phrase, "stood in its way".
    """
    phrases = [(each.predicate.i, each.source.actor.id, each.target.actor.id) for each, _ in told if each.frame.phrase]
    frames = {
        (each.predicate.i, each.source.actor.id, each.target.actor.id) for each, _ in told if each.frame.name != NETWORK
    }

    def read_otherwise(each: Candidate) -> bool:
        word, ends = each.predicate, (each.source.actor.id, each.target.actor.id)
        near = (each for each in phrases if each[0] == word.head.i or abs(each[0] - word.i) <= _NEAR)
        if any((source == ends[0] and at == word.i) or {source, target} == {*ends} for at, source, target in near):
            return True
        itself = (word.i, *ends) in frames and word.pos_ == "VERB" and not _may_mean(word.lemma_.lower(), each.relation)
        return itself or (word.dep_ == "obj" and (word.head.i, *ends) in frames)

    return [(each, sure) for each, sure in told if each.frame.name != NETWORK or not read_otherwise(each)]


def _may_mean(verb: str, name: str) -> bool:
    """Whether the frames have a relation for a verb, or do not know the verb."""
    known = lexicon().verbs
    return verb not in known or any(each.frame.relation == name for each in known[verb])


def _doers_only(told: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """As in "Latvia fears the deployment of Russian troops": whose act it is by its own words, not also Latvia's."""
    own = {(each.predicate.i, each.relation, each.target.actor.id) for each, _ in told if each.source.via != "loose"}
    return [
        (each, sure)
        for each, sure in told
        if each.source.via != "loose" or (each.predicate.i, each.relation, each.target.actor.id) not in own
    ]


def _where_only(told: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """As in "a strike in Baghdad killed a commander of Hezbollah": who is hit, and not also the country where.

    Whose base or post is hit is no mere place.
    """
    hit = {each.source.actor.id for each, _ in told if each.relation in _FORCE and each.target.via != "place"}
    return [
        (each, sure)
        for each, sure in told
        if each.relation not in _FORCE
        or each.target.via != "place"
        or each.target.actor.kind is not ActorKind.COUNTRY
        or each.source.actor.id not in hit
    ]


def _same_act(candidate: Candidate, surer: Candidate) -> bool:
    ends, others = ((_who(each.source), _who(each.target)) for each in (candidate, surer))
    apart = abs(candidate.predicate.i - surer.predicate.i)
    if candidate.frame.name != NETWORK:
        return apart == 0 and ends == others
    lasting = relation(candidate.relation).stative
    if apart <= _BESIDE and _turned(candidate, surer):
        return True
    return apart <= _BESIDE and (ends in {others, others[::-1]} or (not lasting and _another_end(candidate, surer)))


def _who(end: Referent) -> str:
    """Of citizens the country, which another edge may have in their place: "Serbs" of "Serbs jeered the president"."""
    return end.actor.country or end.actor.id if end.via == "group" and end.first == end.last else end.actor.id


def _turned(candidate: Candidate, surer: Candidate) -> bool:
    """As in "Israel strikes Iranian depots in Syria": who is struck by it does not strike by it."""
    return (
        candidate.relation == surer.relation
        and not relation(candidate.relation).symmetric
        and candidate.source.actor.id == surer.target.actor.id
    )


def _another_end(candidate: Candidate, surer: Candidate) -> bool:
    """Whether the frames have the same act of or to somebody else, who is not named in one breath with this one."""
    if surer.frame.name == NETWORK or candidate.relation != surer.relation:
        return False
    doc = candidate.predicate.doc
    pairs = ((candidate.source, surer.source), (candidate.target, surer.target))
    differing = [pair for pair in pairs if pair[0].actor.id != pair[1].actor.id]
    return len(differing) == 1 and all(first_conjunct(doc[a.last]) != first_conjunct(doc[b.last]) for a, b in differing)


def _far(candidate: Candidate) -> bool:
    """Whether more than two clauses lie between the predicate and its source."""
    token = candidate.predicate.doc[candidate.source.last]
    between = [parent for _, parent in ancestors(token) if parent.pos_ == "VERB"]
    return candidate.predicate not in between and len(between) > 2  # noqa: PLR2004
