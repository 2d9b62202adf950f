"""Candidate edges that the network of acts proposes, and what it thinks of any candidate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from loaders.english._actor_words import referents
from loaders.english._acts import at_least, chance
from loaders.english._candidates import Candidate, parted
from loaders.english._ends import PLACED
from loaders.english._frames import Frame
from loaders.english._greeting import greeted
from loaders.english._groups import are_adherents
from loaders.english._misread import anothers, head_of, is_where, misread, only_titled
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._sentence import Pair, Sentence

NETWORK = "network of acts"
_LEAST = 0.3
# Which of them it is, the kinds of the two actors tell better: what "belongs to" the EU is a member of it.
_ALIKE = frozenset({"MEMBER_OF", "PART_OF"})


def proposed(view: Referents, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """The edges that the network finds at all likely and that are none of the `known` ones.

    Who is only where it happened ("in Libya") does not act, and has things done to it only that are done to places.
    """
    frames = list(known)
    there = {(each.source.actor.id, each.relation, each.target.actor.id) for each in frames}
    for a, name, b, word in at_least(view.sentence.acts, _LEAST):
        said = view.sentence.doc[word]
        there_only = is_where(b, view)
        if greeted(name, head_of(a, view), head_of(b, view), said):
            view.sentence.greeted.add((a, b))
            continue
        if is_where(a, view) or (there_only and name not in PLACED) or misread(name, a, b, said, view):
            continue
        for one, other in product(referents(a, view), referents(b, view)):
            source, target = parted(one, replace(other, via="place") if there_only else other, name, view)
            edge = source.actor.id, name, target.actor.id
            own = source.actor.id == target.actor.id or are_adherents(view.sentence.doc[a], one)
            if own or edge in there:
                continue
            there.add(edge)
            if anothers(name, source, said, view) or only_titled(name, source, said, view):
                continue
            rivals = frozenset(
                each.relation for each in frames if each.predicate == said and each.source.actor.id == source.actor.id
            )
            found = Candidate(source, name, target, said, None, Frame(NETWORK, name), rivals=rivals)
            if not any(_same(found, each) for each in frames):
                yield found


def _same(found: Candidate, other: Candidate) -> bool:
    """Whether a frame has the edge for the people ("pirates from Somalia") of whom the network saw the country."""
    ends = ((found.source, other.source), (found.target, other.target))
    return found.relation == other.relation and all(
        a.actor.id == b.actor.id or b.first <= a.first <= a.last <= b.last for a, b in ends
    )


def opinion(candidate: Candidate, sentence: Sentence) -> tuple[float, float] | None:
    """How likely the network finds a candidate, and the likeliest other relation of its two actors.

    None where it was not asked about them: they are one word, or no word of the sentence stands for one of them; or
    where it has one take part in what he only welcomes.
    """
    pairs = [
        pair
        for one in _also(candidate.source, sentence)
        for other in _also(candidate.target, sentence)
        for pair in _pairs(one, other, sentence)
    ]
    if not pairs:
        return None
    nearest = list(_pairs(candidate.source, candidate.target, sentence)) or pairs
    alike = _ALIKE if candidate.relation in _ALIKE else {candidate.relation}
    own = max(chance(sentence.acts, a, name, b) for a, b in pairs for name in alike)
    if own < _LEAST and not sentence.greeted.isdisjoint(nearest):
        return None
    others = (share for pair in nearest for name, share in sentence.acts[pair].relations.items() if name not in alike)
    return own, max(others, default=0.0)


def _also(end: Referent, sentence: Sentence) -> list[Referent]:
    """An end, and where it is a pronoun also the names in the sentence that it means: "Israel resumed its strikes"."""
    if end.via != "reference" or sentence.doc[end.first].tag_ not in {"PRP", "PRP$"}:
        return [end]
    named = (each for each in sentence.mentions if each.actor.id == end.actor.id)
    return [end, *(Referent(each.actor, "name", each.start, each.end - 1) for each in named)]


def _pairs(source: Referent, target: Referent, sentence: Sentence) -> Iterator[Pair]:
    for a in range(source.first, source.last + 1):
        for b in range(target.first, target.last + 1):
            if (a, b) in sentence.acts:
                yield a, b
