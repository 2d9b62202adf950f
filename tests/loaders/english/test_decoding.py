"""The best tree, against a library of graphs that finds it in another way."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from loaders.english._decoding import Scores, best_heads

_ROOT = 1e4


def total(scores: Scores, heads: list[int]) -> float:
    return sum(float(scores[word, head]) for word, head in enumerate(heads, 1))


def best_total(scores: Scores) -> float:
    graph: nx.DiGraph[int] = nx.DiGraph()
    for word in range(1, len(scores)):
        for head in range(len(scores)):
            if head != word:
                graph.add_edge(head, word, weight=float(scores[word, head]) - (0 if head else _ROOT))
    tree = nx.maximum_spanning_arborescence(graph)
    return float(sum(scores[word, head] for head, word in tree.edges()))


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_is_better(seed: int) -> None:
    chance = np.random.default_rng(seed)
    # Up to eight words all heads are looked at, so that the tree is the best of all.
    scores = (chance.normal(size=(count := int(chance.integers(3, 9)), count)) * 3).astype(np.float32)
    heads = best_heads(scores)
    assert heads.count(0) == 1
    assert total(scores, heads) == pytest.approx(best_total(scores), abs=0.01)


@pytest.mark.parametrize("count", [2, 40, 161])
def test_every_word_comes_from_the_root(count: int) -> None:
    scores = np.random.default_rng(count).normal(size=(count, count)).astype(np.float32)
    heads = best_heads(scores)
    for start in range(1, count):
        word, steps = start, 0
        while word and steps <= count:
            word, steps = heads[word - 1], steps + 1
        assert word == 0


def test_circles_in_circles() -> None:
    scores = np.zeros((6, 6), dtype=np.float32)
    for word, head, score in ((1, 2, 9), (2, 1, 9), (2, 3, 8), (3, 1, 8), (4, 5, 9), (5, 4, 9), (5, 3, 1), (1, 0, 5)):
        scores[word, head] = score
    assert best_heads(scores) == [0, 1, 1, 5, 3]
