"""From scores of arcs to a tree: the best heads, and where they make none, the best tree (Chu and Liu 1965, Edmonds
1967).
"""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.float32]

_NEAR = 8
_ONE_ROOT = 1e4


def best_heads(scores: Scores) -> list[int]:
    """The head of every word, counted from 1, with 0 for the one root.

    `scores` is [words + 1, words + 1]: row i holds how well each word would do as the head of word i; row 0 and
    column 0
    stand for the root.

    >>> best_heads(np.array([[0, 0, 0], [9, 0, 1], [8, 7, 0]], dtype=np.float32))
    [0, 1]
    """
    heads = [int(head) for head in scores[1:].argmax(axis=1)]
    return heads if _is_tree(heads) else _best_tree(scores)


def _is_tree(heads: list[int]) -> bool:
    """Whether one word is the root and all others come from it."""
    if heads.count(0) != 1:
        return False
    reached = [False] * (len(heads) + 1)
    reached[0] = True
    for start in range(1, len(heads) + 1):
        path: list[int] = []
        word = start
        while not reached[word]:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        for each in path:
            reached[each] = True
    return True


def _best_tree(scores: Scores) -> list[int]:
    """The best tree over the likeliest heads of each word; arcs from the root cost so much that there is only one."""
    count = len(scores)
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(count))
    for word in range(1, count):
        likeliest = {int(each) for each in np.argsort(-scores[word], kind="stable")[:_NEAR]} - {0, word}
        for head in sorted(likeliest):
            graph.add_edge(head, word, weight=float(scores[word, head]))
        graph.add_edge(0, word, weight=float(scores[word, 0]) - _ONE_ROOT)
    tree = nx.maximum_spanning_arborescence(graph)
    return [next(iter(tree.predecessors(word))) for word in range(1, count)]
