"""Mended trees: whatever the network read, one root, and every word hangs on it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from loaders.english._mending import (
    mend_accused,
    mend_finite,
    mend_perfects,
    mend_progressives,
    mend_quoted,
    mend_reported,
    mend_stated,
)

DEPS = (
    "nsubj nsubj:pass obj obl acl acl:relcl advcl ccomp conj amod mark aux aux:pass cop case parataxis nmod cc".split()
)
SENTENCES = {
    "Mali accused Niger of sheltering fighters": "NNP VBD NNP IN VBG NNS",
    "recalled envoys accusing Libya of arming rebels and closed": "VBD NNS VBG NNP IN VBG NNS CC VBD",
    "Iran says Hamas is backed": "NNP VBZ NNP VBZ VBN",
    "Chad denied in statement that it fired": "NNP VBD IN NN IN PRP VBD",
    "Iran arms them ” Katz said": "NNP VBZ PRP '' NNP VBD",
    "Libya has armed Chad": "NNP VBZ VBN NNP",
    "that Libya armed Chad said": "IN NNP VBN NNP VBD",
    "Iran is shipping ballistic missiles": "NNP VBZ VBG JJ NNS",
}


def trees(size: int, number: int) -> Iterator[tuple[list[int], list[str]]]:
    """Trees over so many words, the same ones at every call."""
    chance = random.Random(size)
    for _ in range(number):
        order = chance.sample(range(size), size)
        heads = [0] * size
        for place, word in enumerate(order):
            heads[word] = order[chance.randrange(place)] if place else word
        yield heads, ["ROOT" if head == word else chance.choice(DEPS) for word, head in enumerate(heads)]


def mend(words: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    mend_progressives(heads, deps, tags)
    mend_perfects(words, heads, deps, tags)
    mend_reported(words, heads, deps)
    mend_quoted(words, heads, deps)
    mend_stated(words, heads, deps)
    mend_accused(words, heads, deps, tags)
    mend_finite(words, heads, deps, tags)


def is_tree(heads: list[int], deps: list[str]) -> bool:
    """Whether every word hangs on the one root."""
    roots = [word for word, head in enumerate(heads) if word == head]
    reached = set(roots)
    for _ in heads:
        reached |= {word for word, head in enumerate(heads) if head in reached}
    return len(roots) == deps.count("ROOT") == 1 and len(reached) == len(heads)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_mended_tree_is_a_tree(sentence: str) -> None:
    words, tags = sentence.split(), SENTENCES[sentence].split()
    for heads, deps in trees(len(words), 5_000):
        mend(words, heads, deps, tags)
        assert is_tree(heads, deps)


def test_an_accusation_below_its_own_content_stays_as_it_was_read() -> None:
    words = ["Mali", "accused", "Niger", "of", "sheltering", "fighters"]
    tags = ["NNP", "VBD", "NNP", "IN", "VBG", "NNS"]
    heads, deps = [1, 5, 1, 5, 5, 5], ["nsubj", "acl", "obj", "case", "amod", "ROOT"]
    mend_accused(words, heads, deps, tags)
    assert heads == [1, 5, 1, 5, 5, 5]
