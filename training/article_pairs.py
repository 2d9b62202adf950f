"""Pairs of actor words in marked articles: what the gold has for them, and the states of the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from detente.cli._claims import actor_record
from graph.model import Document
from graph.relations import relations
from loaders.english import EnglishReader
from loaders.english._actor_words import referents
from loaders.english._acts import Acts, Pairs
from loaders.english._encoding import Encoded
from loaders.english._referent import Referent
from loaders.english._referents import Referents
from tools.score import same_edge

RELATIONS = sorted(relations())
Gold: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Sentence:
    """The states of its words [words, width], word 0 the root, and pairs of places with the numbers of what joins them.

    A relation's number is one more than its place in `RELATIONS`; no numbers mean that nothing joins the two, and None
    that nobody has said.
    """

    document: str
    states: NDArray[np.float16]
    pairs: list[tuple[int, int, list[int] | None]]


class Listening(Acts):
    """The network of acts, which keeps the states of the sentences that it was asked about."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._heard: dict[int, tuple[Pairs, NDArray[np.float16]]] = {}

    def between(self, sentences: Sequence[tuple[Encoded, Sequence[int]]]) -> list[Pairs]:
        """As the network says; see there."""
        found = super().between(sentences)
        for (encoded, _), pairs in zip(sentences, found, strict=True):
            row, states = encoded.row, encoded.states
            words = [states[first] + states[last] for first, last in zip(row.first, row.last, strict=True)]
            # The pairs are kept too, so that nothing else can have their identity.
            self._heard[id(pairs)] = pairs, np.stack(words).astype(np.float16)
        return found

    def states(self, pairs: Pairs) -> NDArray[np.float16] | None:
        """The states of the sentence about which it said so."""
        return self._heard[id(pairs)][1] if id(pairs) in self._heard else None

    def forget(self) -> None:
        """Drops the states."""
        self._heard.clear()


def asked_of(network: Acts) -> Any:
    """A context in which the reader asks this network of acts."""
    return patch("loaders.english._actor_words.acts", lambda: network)


def marked(gold: Iterable[Gold], reader: EnglishReader, network: Listening) -> Iterator[Sentence]:
    """The sentences of marked documents in which two actors are spoken of."""
    for document in gold:
        network.forget()
        text = Document(document["id"], "", document["text"], published=document.get("date"))
        with asked_of(network):
            for view in (step.view for step in reader.steps(text)):
                states = network.states(view.sentence.acts)
                pairs = list(_pairs(view, document)) if states is not None else []
                if states is not None and pairs:
                    yield Sentence(document["id"], states, pairs)


def unmarked(texts: Iterable[tuple[str, str]], reader: EnglishReader, network: Listening) -> Iterator[Sentence]:
    """The same of texts of which nobody says what joins whom, each given with its name."""
    for name, text in texts:
        network.forget()
        with asked_of(network):
            for view in (step.view for step in reader.steps(Document(name, "", text))):
                states = network.states(view.sentence.acts)
                if states is not None:
                    yield Sentence(name, states, [(a + 1, b + 1, None) for a, b in sorted(view.sentence.acts)])


def _pairs(view: Referents, document: Gold) -> Iterator[tuple[int, int, list[int]]]:
    """Every pair that the network is asked about, with what the gold says of the two.

    Left out are two of whom it has something only elsewhere in the text: this sentence may say it too.
    """
    begin, end = view.sentence.start, view.sentence.start + len(view.sentence.text)
    edges = [(edge, _overlaps(edge, document["text"], begin, end)) for edge in document["edges"]]
    for a, b in sorted(view.sentence.acts):
        ends = [
            each for each in product(referents(a, view), referents(b, view)) if each[0].actor.id != each[1].actor.id
        ]
        found = [(edge, here) for edge, here in edges if any(_joins(edge, *each) for each in ends)]
        here = {edge["relation"][0] for edge, told in found if told}
        if ends and (here or not found):
            yield a + 1, b + 1, sorted(1 + RELATIONS.index(name) for name in here)


def _overlaps(edge: Gold, text: str, begin: int, end: int) -> bool:
    place = text.find(edge["quote"])
    return place < end and place + len(edge["quote"]) > begin


def _joins(edge: Gold, source: Referent, target: Referent) -> bool:
    ends = {"source": actor_record(source.actor), "target": actor_record(target.actor)}
    return any(same_edge(edge, {**ends, "relation": name}) for name in edge["relation"])
