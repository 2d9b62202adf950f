"""What the other candidate edges of a sentence, and the text before it, say for an edge: features of the linker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorKind
from graph.relations import relation
from loaders.english._candidates import Candidate
from loaders.english._likely import opinion
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._steps import reached

_SURE = (0.1, 0.25, 0.4, 0.55, 0.7, 0.85)
_COUNTS = (1, 2, 4, 7, 12)
_RANKS = (1, 2, 3, 5, 9)
_ACTS, _MANY, _LAST = 12, 4, 9


class Beside:
    """The candidate edges of one sentence, which the gates allow: against them each is held."""

    def __init__(self, found: Sequence[Candidate], view: Referents) -> None:
        self.found, self.view = found, view
        self._sources: dict[tuple[int, str, str], set[str]] = defaultdict(set)
        self._targets: dict[tuple[int, str, str], set[str]] = defaultdict(set)
        self._best: dict[int, float] = defaultdict(float)
        self._opinions = {id(each): opinion(each, view.sentence) for each in found}
        for each in found:
            source, target, word = each.source.actor.id, each.target.actor.id, each.predicate.i
            self._sources[word, each.relation, target].add(source)
            self._targets[word, each.relation, source].add(target)
            said = self._opinions[id(each)]
            self._best[word] = max(self._best[word], said[0] if said else 0.0)
        self._ranks = {actor.id: i for i, (actor, _) in enumerate(view.discourse.trail.told_of)}

    def opinion(self, candidate: Candidate) -> tuple[float, float] | None:
        """What the network says of an edge: see `_likely.opinion`."""
        if id(candidate) not in self._opinions:
            return opinion(candidate, self.view.sentence)
        return self._opinions[id(candidate)]

    def of(self, candidate: Candidate) -> Iterator[str]:
        """The features of a candidate."""
        source, target, word = candidate.source.actor, candidate.target.actor, candidate.predicate.i
        yield f"sources:{min(_MANY, len(self._sources[word, candidate.relation, target.id]))}"
        yield f"targets:{min(_MANY, len(self._targets[word, candidate.relation, source.id]))}"
        said = self.opinion(candidate)
        if said is not None:
            yield f"network-best:{said[0] >= self._best[word]}"
        for name, end in (("source", candidate.source), ("target", candidate.target)):
            yield from _sure(name, end)
        yield from self._standing(target)
        yield from self._before(candidate)

    def _standing(self, target: Actor) -> Iterator[str]:
        """How much the text has spoken of whom it is done to."""
        trail = self.view.discourse.trail
        yield f"target-told:{reached(trail.told(target), _COUNTS)}"
        here = sum(each.actor.id == target.id for each in self.view.sentence.mentions)
        yield f"target-here:{min(here, 2)}"
        if target.kind is ActorKind.COUNTRY:
            yield f"target-rank:{reached(self._ranks.get(target.id, _LAST), _RANKS)}"

    def _before(self, candidate: Candidate) -> Iterator[str]:
        """Whether the two have had to do with each other, and how."""
        ends = {candidate.source.actor.id, candidate.target.actor.id}
        acts = self.view.discourse.acts_with(candidate.source.actor, _ACTS)
        last = next((act for act, _ in acts if {act.source.id, act.target.id} == ends), None)
        yield f"before:{last is not None}"
        if last is not None:
            sides = relation(last.relation).polarity.value, relation(candidate.relation).polarity.value
            yield f"before:{sides[0]}>{sides[1]}"


def _sure(name: str, end: Referent) -> Iterator[str]:
    """How likely a word means whom it is taken for, where the text around had to tell."""
    if end.sure is not None:
        yield f"{name}-sure:{reached(end.sure, _SURE)}"
        yield f"{name}-sure:{end.via}:{reached(end.sure, _SURE)}"
