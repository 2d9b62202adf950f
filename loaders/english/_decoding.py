"""From scores of arcs to a tree: the best heads, and where they make none, the best tree.

The best tree is that of Chu and Liu (1965) and Edmonds (1967), here on a matrix: a library of graphs took a third of
all
time of the reader for the few sentences that need it.
"""

from __future__ import annotations

from typing import TypeAlias

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
    kept = np.full((count, count), -np.inf)
    rows = np.arange(count)[:, None]
    likeliest = np.argsort(-scores, axis=1, kind="stable")[:, :_NEAR]
    kept[rows, likeliest] = scores[rows, likeliest]
    np.fill_diagonal(kept, -np.inf)
    kept[:, 0] = scores[:, 0].astype(np.float64) - _ONE_ROOT
    return [int(head) for head in _arborescence(kept)[1:]]


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """The heads of the tree from node 0 with the greatest sum, by contracting one circle after the other."""
    heads: NDArray[np.intp] = scores.argmax(axis=1)
    heads[0] = 0
    circle = np.array(_circle(heads), dtype=np.intp)
    if not len(circle):
        return heads
    outside = np.setdiff1d(np.arange(len(heads)), circle)
    last = len(outside)
    into = scores[np.ix_(circle, outside)] - scores[circle, heads[circle]][:, None]
    out = scores[np.ix_(outside, circle)]
    small = np.full((last + 1, last + 1), -np.inf)
    small[:last, :last] = scores[np.ix_(outside, outside)]
    small[last, :last] = into.max(axis=0)
    small[:last, last] = out.max(axis=1)
    solved = _arborescence(small)
    for i, word in enumerate(outside[1:], 1):
        heads[word] = circle[out[i].argmax()] if solved[i] == last else outside[solved[i]]
    entered = solved[last]
    heads[circle[into[:, entered].argmax()]] = outside[entered]
    return heads


def _circle(heads: NDArray[np.intp]) -> list[int]:
    """The nodes of one circle; empty where all come from node 0."""
    seen = np.zeros(len(heads), dtype=np.intp)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = int(heads[node])
        if node and seen[node] == start:
            found = [node]
            while (node := int(heads[node])) != found[0]:
                found.append(node)
            return found
    return []
