"""Whatever the scores, the heads make one tree with one root, and the best one."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from loaders.english._decoding import best_heads


def is_tree(heads: list[int]) -> bool:
    def reaches(word: int) -> bool:
        seen: set[int] = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        return word == 0

    return heads.count(0) == 1 and all(reaches(word) for word in range(1, len(heads) + 1))


@st.composite
def scores(draw: st.DrawFn, most: int = 12) -> NDArray[np.float32]:
    size = draw(st.integers(2, most + 1))
    values = draw(st.lists(st.floats(-20, 20, width=32), min_size=size * size, max_size=size * size))
    return np.array(values, dtype=np.float32).reshape(size, size)


@given(scores())
@settings(deadline=None, derandomize=True)
def test_always_one_tree(given_scores: NDArray[np.float32]) -> None:
    assert is_tree(best_heads(given_scores))


@given(scores(most=4))
@settings(deadline=None, derandomize=True)
def test_no_tree_is_better(given_scores: NDArray[np.float32]) -> None:
    count = len(given_scores) - 1

    def worth(heads: tuple[int, ...]) -> float:
        return float(sum(float(given_scores[i, head]) for i, head in enumerate(heads, 1)))

    best = max(worth(heads) for heads in product(range(count + 1), repeat=count) if is_tree(list(heads)))
    assert worth(tuple(best_heads(given_scores))) >= best - 1e-3
