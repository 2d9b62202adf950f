"""The candidate edges of a sentence, with what the gates and the linker made of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.english._beside import Beside
from loaders.english._candidates import Candidate
from loaders.english._claims import proposals
from loaders.english._data import load
from loaders.english._gates import may_act
from loaders.english._likely import NETWORK
from loaders.english._linker import confidence, features, link
from loaders.english._matching import Match
from loaders.english._referents import Referents
from loaders.english.why._actors import who
from loaders.english.why._tried import entry_of
from loaders.english.why._types import Edge, Weight


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate and what is told of it."""

    candidate: Candidate
    edge: Edge


def judged(view: Referents, used: Iterable[Match]) -> list[Judged]:
    """Every candidate edge of a sentence, in the order of the words."""
    found = proposals(view, used)
    allowed = [each for each in found if may_act(each)]
    believed = {id(each) for each, _ in link(allowed, view)}
    beside = Beside(allowed, view)
    return [Judged(each, _edge(each, beside, id(each) in believed, allowed)) for each in found]


def _edge(each: Candidate, beside: Beside, believed: bool, allowed: Sequence[Candidate]) -> Edge:
    weights = load("linker.yaml")["weights"]
    found = [Weight(name, weights[name]) for name in features(each, beside) if weights.get(name)]
    pattern = each.match.entry.pattern if each.match is not None else None
    text, lemma = (pattern.text, pattern.word) if pattern is not None else (each.predicate.lower_,) * 2
    return Edge(
        source=who(each.source, beside.view),
        relation=each.relation,
        target=who(each.target, beside.view),
        predicate=each.predicate.text,
        entry=entry_of(each.frame, text, lemma, _part(each)),
        confidence=confidence(each, beside),
        bias=load("linker.yaml")["bias"],
        weights=tuple(sorted(found, key=lambda one: (-abs(one.weight), one.feature))),
        believed=believed,
        reason="" if believed else _reason(each, beside, allowed),
    )


def _part(each: Candidate) -> str:
    if each.frame.name == NETWORK:
        return ""
    if each.match is None:
        return "compounds"
    return "verbs" if each.predicate.pos_ in {"VERB", "ADJ", "AUX"} else "nouns"


def _reason(each: Candidate, beside: Beside, allowed: Sequence[Candidate]) -> str:
    """Why a candidate is not believed."""
    if not any(each is one for one in allowed):
        kinds = f"{each.source.actor.kind.value} {each.relation} {each.target.actor.kind.value}"
        return f"gates.yaml does not allow {kinds}"
    threshold = load("linker.yaml")["threshold"]
    if (sure := confidence(each, beside)) < threshold:
        return f"{sure} is below the threshold {threshold} of linker.yaml"
    return "the same edge is surer, or as sure and sooner, at another word"
