"""Fits the weights by which one of several is chosen, nobody among them: a conditional logit (McFadden 1974)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from loaders.english._antecedents import Antecedent

RARE, LEAST = 8, 0.05
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True)
class Example:
    """Who may be meant, which of them are right (nobody is the first), and whether whom the rules take is."""

    document: str
    found: list[Antecedent]
    right: list[bool]
    ruled: bool | None


@dataclass(frozen=True)
class Model:
    """Weights by feature."""

    weights: dict[str, float]

    def shares(self, example: Example) -> NDArray[np.float64]:
        """How likely each of those who may be meant is."""
        totals = np.array([sum(self.weights.get(name, 0.0) for name in each.features) for each in example.found])
        shares: NDArray[np.float64] = np.exp(totals - totals.max())
        return shares / shares.sum()

    def kept(self) -> dict[str, float]:
        """The weights that are worth keeping, to two digits."""
        return {name: round(value, 2) for name, value in self.weights.items() if abs(value) >= LEAST}


def fit(found: Sequence[Example], penalty: float) -> Model:
    """The weights that make the right ones likeliest, less a quadratic penalty."""
    counts = Counter(name for example in found for each in example.found for name in set(each.features))
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: i for i, name in enumerate(names)}
    sizes = [len(each.found) for each in found]
    right = np.array([hit for example in found for hit in example.right], dtype=bool)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    held = [
        sorted({column[name] for name in each.features if name in column})
        for example in found
        for each in example.found
    ]
    places = np.concatenate([[0], np.cumsum([len(each) for each in held])])
    columns = np.array([i for each in held for i in each], dtype=np.int64)
    rows = csr_array((np.ones(len(columns)), columns, places), shape=(sum(sizes), len(names)))
    owner = np.repeat(np.arange(len(found)), sizes)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        totals = rows @ weights
        totals = totals - np.maximum.reduceat(totals, starts)[owner]
        power = np.exp(totals)
        all_of, right_of = np.add.reduceat(power, starts), np.add.reduceat(power * right, starts)
        value = (np.log(all_of) - np.log(right_of)).sum() + penalty / 2 * (weights**2).sum()
        slope = rows.T @ (power / all_of[owner] - power * right / right_of[owner]) + penalty * weights
        return float(value), slope

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return Model({name: float(value) for name, value in zip(names, result, strict=True)})


def validated(found: Sequence[Example], penalty: float, folds: int) -> list[NDArray[np.float64]]:
    """For each example, what a model says that has not seen its document."""
    fold = {name: i % folds for i, name in enumerate(sorted({each.document for each in found}))}
    models = [fit([each for each in found if fold[each.document] != number], penalty) for number in range(folds)]
    return [models[fold[each.document]].shares(each) for each in found]


def report(found: Sequence[Example], said: Sequence[NDArray[np.float64]]) -> None:
    """Prints precision and recall of the rules alone, and of the model at several thresholds."""
    wanted = sum(not each.right[0] for each in found)
    ruled = [each.ruled for each in found if each.ruled is not None]
    print(f"{len(found)} asked, {wanted} mean somebody")
    print(f"rules alone: precision {sum(ruled) / len(ruled):.3f}, recall {sum(ruled) / wanted:.3f}")
    for threshold in THRESHOLDS:
        told = [
            each.right[int(shares.argmax())]
            for each, shares in zip(found, said, strict=True)
            if shares.argmax() > 0 and shares.max() >= threshold
        ]
        print(f"at {threshold}: precision {sum(told) / len(told):.3f}, recall {sum(told) / wanted:.3f}")
