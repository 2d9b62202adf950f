"""The linker: which candidate edges are believed, and how far.

A log-linear model over features of a candidate; its weights are a data file (linker.yaml).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from loaders.english._candidates import Candidate
from loaders.english._data import load
from loaders.english._sentence import Sentence
from loaders.english._tree import ancestors


def features(candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    """The features of a candidate that hold, by name."""
    yield f"source:{candidate.source.via}"
    yield f"target:{candidate.target.via}"
    yield f"predicate:{candidate.predicate.pos_}"
    if candidate.match is not None:
        yield f"asks:{min(candidate.match.score, 6)}"
    if sentence.headline:
        yield "headline"
    if _far(candidate):
        yield "far"
    if len(sentence.doc) > 60:  # noqa: PLR2004
        yield "long"
    if candidate.source.last > candidate.predicate.i and candidate.target.last < candidate.predicate.i:
        yield "inverted"
    if candidate.source.via == "thing" and candidate.target.via == "thing":
        yield "things"
    yield f"source-kind:{candidate.source.actor.kind.value}"
    yield f"target-kind:{candidate.target.actor.kind.value}"


def confidence(candidate: Candidate, sentence: Sentence) -> float:
    """How likely the edge is right, from 0 to 1."""
    weights = load("linker.yaml")["weights"]
    total = load("linker.yaml")["bias"] + sum(weights.get(name, 0.0) for name in features(candidate, sentence))
    return round(1 / (1 + math.exp(-total)), 3)


def link(found: Iterable[Candidate], sentence: Sentence) -> list[tuple[Candidate, float]]:
    """The candidates that are believed, each edge once and with its confidence."""
    best: dict[tuple[str, str, str], tuple[Candidate, float]] = {}
    for each in found:
        value = confidence(each, sentence)
        key = (each.source.actor.id, each.relation, each.target.actor.id)
        if value >= load("linker.yaml")["threshold"] and (key not in best or value > best[key][1]):
            best[key] = (each, value)
    return list(best.values())


def _far(candidate: Candidate) -> bool:
    """Whether more than two clauses lie between the predicate and its source."""
    token = candidate.predicate.doc[candidate.source.last]
    between = [parent for _, parent in ancestors(token) if parent.pos_ == "VERB"]
    return candidate.predicate not in between and len(between) > 2  # noqa: PLR2004
