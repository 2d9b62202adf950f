"""Numbers in steps, so that a log-linear model has a weight for each."""

from __future__ import annotations

from collections.abc import Sequence


def reached(value: float, steps: Sequence[float]) -> int:
    """How many of some thresholds a number reaches.

    >>> reached(3, (0, 1, 2, 4, 8))
    3
    """
    return sum(value >= each for each in steps)


def highest(value: float, steps: Sequence[float]) -> float:
    """The highest of some thresholds that a number reaches, 0 where it reaches none.

    >>> highest(0.5, (0.3, 0.45, 0.6))
    0.45
    """
    return max((each for each in steps if value >= each), default=0.0)
