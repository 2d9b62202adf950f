"""Pairs of actor words in marked articles, and the edges that the gold has for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias
from unittest.mock import patch

from detente.cli._claims import actor_record
from graph.relations import relations
from loaders.english._actor_words import referents
from loaders.english._acts import UNSAID, acts
from loaders.english._pipeline import parser
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from loaders.english._sentence import Pair
from tools.score import name_key, same_edge

Gold: TypeAlias = dict[str, Any]
_PART = re.compile(r"\w+")


@dataclass(frozen=True)
class Joined:
    """An edge of the gold that a sentence tells: by which pairs of its actor words, and with which relations.

    Who is named twice is a part of several pairs, of which one is enough. A relation that holds both ways is told by
    both orders of a pair at once. The relation of the gold comes first, then what counts as right besides.
    """

    relations: list[str]
    pairs: list[list[Pair]]


@contextmanager
def read_with(folder: Path) -> Iterator[None]:
    """A context in which the reader has this network, for trees and for acts."""
    with patch("loaders.english._pipeline.FOLDER", folder), patch("loaders.english._acts.FOLDER", folder):
        _begin_anew()
        try:
            yield
        finally:
            _begin_anew()


def _begin_anew() -> None:
    parser.cache_clear()
    acts.cache_clear()


def joined(view: Referents, document: Gold) -> tuple[list[Pair], list[Joined]]:
    """The pairs of actor words that nothing joins, and the edges of the gold with those that may say them.

    Left out are two of whom it has something only elsewhere in the text: this sentence may say it too. Where the target
    of an edge is not spoken of in its sentence, its source is joined to somebody unsaid. Where the gold has the words
    that stand for the two (`source_said`, `target_said`), only pairs of these say the edge, if there are any.
    """
    begin, end = view.sentence.start, view.sentence.start + len(view.sentence.text)
    edges = [(edge, _overlaps(edge, document["text"], begin, end)) for edge in document["edges"]]
    plain, told = [], dict[int, list[Pair]]()
    for a, b in sorted(view.sentence.acts):
        ends = [
            each for each in product(referents(a, view), referents(b, view)) if each[0].actor.id != each[1].actor.id
        ]
        found = [i for i, (edge, _) in enumerate(edges) if any(_joins(edge, *each) for each in ends)]
        if ends and not found:
            plain.append((a, b))
        for i in found:
            if edges[i][1]:
                told.setdefault(i, []).append((a, b))
    here = [i for i, (_, overlaps) in enumerate(edges) if overlaps and i not in told]
    for a in sorted(view.sentence.unsaid):
        found = [i for i in here if any(_does(edges[i][0], each) for each in referents(a, view))]
        for i in found:
            told.setdefault(i, []).append((a, UNSAID))
        if not found and referents(a, view):
            plain.append((a, UNSAID))
    meant = {i: _by_words(edges[i][0], pairs, view) or pairs for i, pairs in told.items()}
    return plain, [Joined(edges[i][0]["relation"], _orders(edges[i][0], pairs)) for i, pairs in sorted(meant.items())]


def _by_words(edge: Gold, pairs: Sequence[Pair], view: Referents) -> list[Pair]:
    """The pairs of the words that stand for the two of an edge, in either order where it holds both ways."""
    source, target = (edge.get(f"{end}_said") or "" for end in ("source", "target"))
    orders = [(source, target), (target, source)] if relations()[edge["relation"][0]].symmetric else [(source, target)]
    return [pair for pair in pairs if any(_stands(pair[0], a, view) and _stands(pair[1], b, view) for a, b in orders)]


def _stands(word: int, said: str, view: Referents) -> bool:
    """Whether a word is among those that are said to stand for an actor, as a whole word or name."""
    return not said if word == UNSAID else f" {_spaced(view.sentence.doc[word].text)} " in f" {_spaced(said)} "


def _spaced(text: str) -> str:
    return " ".join(_PART.findall(text))


def _orders(edge: Gold, pairs: Sequence[Pair]) -> list[list[Pair]]:
    if not relations()[edge["relation"][0]].symmetric:
        return [[pair] for pair in pairs]
    both = [[pair, pair[::-1]] for pair in pairs if pair[0] < pair[1] and pair[::-1] in pairs]
    return both or [[pair] for pair in pairs]


def _overlaps(edge: Gold, text: str, begin: int, end: int) -> bool:
    place = text.find(edge["quote"])
    return place < end and place + len(edge["quote"]) > begin


def _joins(edge: Gold, source: Referent, target: Referent) -> bool:
    ends = {"source": actor_record(source.actor), "target": actor_record(target.actor)}
    return any(same_edge(edge, {**ends, "relation": name}) for name in edge["relation"])


def _does(edge: Gold, found: Referent) -> bool:
    """Whether somebody is the source of an edge, or either end where it holds both ways."""
    record = actor_record(found.actor)
    ends = ("source", "target") if relations()[edge["relation"][0]].symmetric else ("source",)
    names = {name_key(each) for end in ends for each in edge[end]}
    return not names.isdisjoint(name_key(each) for each in (record["name"], record["id"]))
