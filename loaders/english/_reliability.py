"""How far a word of the frames can be trusted, by what it gave on marked sentences (reliability.yaml)."""

from __future__ import annotations

from functools import cache

from loaders.english._candidates import Candidate
from loaders.english._data import load

# What is known of no word: that of ten candidates some are right, as many as of all words together.
_PRIOR = 6.0


def key(candidate: Candidate) -> str:
    """The frame of a candidate and the word that it is used for."""
    word = candidate.match.entry.pattern.word if candidate.match is not None else candidate.predicate.lower_
    return f"{candidate.frame.name}:{word}"


def reliability(candidate: Candidate) -> float:
    """The share of right ones among the candidates of this word, drawn to that of its frame."""
    right, given = _counts().get(key(candidate), (0, 0))
    return (right + _PRIOR * _of_frame(candidate.frame.name)) / (given + _PRIOR)


@cache
def _of_frame(name: str) -> float:
    counts = [each for word, each in _counts().items() if word.startswith(f"{name}:")]
    return (sum(right for right, _ in counts) + _PRIOR * _of_all()) / (sum(given for _, given in counts) + _PRIOR)


@cache
def _of_all() -> float:
    counts = _counts().values()
    return sum(right for right, _ in counts) / max(1, sum(given for _, given in counts))


@cache
def _counts() -> dict[str, tuple[int, int]]:
    return {word: (right, given) for word, (right, given) in load("reliability.yaml").items()}
