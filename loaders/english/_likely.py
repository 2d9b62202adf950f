"""Candidate edges that the network of acts proposes, and what it thinks of any candidate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.english._actor_words import referents
from loaders.english._acts import at_least, chance
from loaders.english._candidates import Candidate
from loaders.english._frames import Frame
from loaders.english._referents import Referent, Referents
from loaders.english._sentence import Pair, Sentence

NETWORK = "network of acts"
_LEAST = 0.15


def proposed(view: Referents, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """The edges that the network finds at all likely and that are none of the `known` ones."""
    there = {(each.source.actor.id, each.relation, each.target.actor.id) for each in known}
    for a, name, b, word in at_least(view.sentence.acts, _LEAST):
        for source in referents(a, view):
            for target in referents(b, view):
                edge = source.actor.id, name, target.actor.id
                if source.actor.id != target.actor.id and edge not in there:
                    there.add(edge)
                    yield Candidate(source, name, target, view.sentence.doc[word], None, Frame(NETWORK, name))


def opinion(candidate: Candidate, sentence: Sentence) -> tuple[float, float] | None:
    """How likely the network finds a candidate, and the likeliest other relation of its two actors.

    None where it was not asked about them: they are one word, or no word of the sentence stands for one of them.
    """
    pairs = list(_pairs(candidate.source, candidate.target, sentence))
    if not pairs:
        return None
    own = max(chance(sentence.acts, a, candidate.relation, b) for a, b in pairs)
    others = (
        share for pair in pairs for name, share in sentence.acts[pair].relations.items() if name != candidate.relation
    )
    return own, max(others, default=0.0)


def _pairs(source: Referent, target: Referent, sentence: Sentence) -> Iterator[Pair]:
    for a in range(source.first, source.last + 1):
        for b in range(target.first, target.last + 1):
            if (a, b) in sentence.acts:
                yield a, b
