"""Trains the linker: which candidate edges are right, by the gold that may be looked at.

    python -m training.linker training/gold/*.jsonl tests/gold/training/*.jsonl tests/gold/articles.jsonl
        tests/gold/challenge.jsonl --halves PIPELINE0 PIPELINE1

Logistic regression with a quadratic penalty, fitted by L-BFGS; so its output is a calibrated probability. Every
document is read with a network of acts that was trained without its half (`training/train.py --without 0`,
exported to PIPELINE0), or with the one of before it was marked (`--later FILES --before PIPELINE`), and with such
weights for whom an act is done to. Writes `loaders/english/data/linker.yaml` and
prints, by cross-validation over documents, how the trained weights compare with believing every candidate.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

from detente.cli._claims import actor_record
from graph.model import Document
from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._beside import Beside
from loaders.english._candidates import Candidate
from loaders.english._claims import proposals, used_in
from loaders.english._gates import may_act
from loaders.english._linker import features
from loaders.english._referents import Referents
from tools.score import same_edge
from training import unsaid
from training.article_pairs import read_with
from training.learning import Part, asked

TARGET = Path(__file__).parents[1] / "loaders/english/data/linker.yaml"
FOLDS, PENALTY, RARE = 10, 16.0, 4
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True)
class Example:
    """A candidate: its document, its features, and whether the gold has the edge."""

    document: str
    names: frozenset[str]
    right: bool


def examples(gold: Iterable[dict[str, Any]]) -> list[Example]:
    """Every candidate of some documents, whatever the present linker thinks of it.

    Edges of the gold that are optional count as right.
    """
    reader = EnglishReader(Register.load())
    found: list[Example] = []
    for document in gold:
        for view in views(reader, Document(document["id"], "", document["text"], published=document.get("date"))):
            beside = Beside(_proposed(view), view)
            found += (_example(document["id"], each, beside, in_gold(each, document)) for each in beside.found)
    return found


def unseen_examples(parts: Sequence[Part]) -> list[Example]:
    """The candidates of documents, each read with what others have taught: a network that has not learned from it, and
    weights for whom an act is done to that names nobody from the documents of the other half.
    """
    choices = unsaid.by_part(parts, EnglishReader(Register.load()))
    found: list[Example] = []
    for part in parts:
        others = [each for other, told in zip(parts, choices, strict=True) if other.half != part.half for each in told]
        with read_with(part.network), unsaid.weighed(unsaid.trained(others)):
            found += examples(part.documents)
    return found


def views(reader: EnglishReader, document: Document) -> Iterator[Referents]:
    """The sentences of a document, each good until the next is asked for."""
    return (step.view for step in reader.steps(document))


def _proposed(view: Referents) -> list[Candidate]:
    return [each for each in proposals(view, used_in(view)) if may_act(each)]


def _example(document: str, candidate: Candidate, beside: Beside, right: bool) -> Example:
    return Example(document, frozenset(features(candidate, beside)), right)


def in_gold(candidate: Candidate, document: dict[str, Any]) -> bool:
    """Whether the gold of a document has the edge."""
    claim = {
        "source": actor_record(candidate.source.actor),
        "relation": candidate.relation,
        "target": actor_record(candidate.target.actor),
    }
    return any(same_edge(edge, claim) for edge in document["edges"])


def matrix(found: Sequence[Example], names: Sequence[str]) -> NDArray[np.float64]:
    """One row an example, one column a feature, and a last column of ones."""
    place = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(found), len(names) + 1))
    rows[:, -1] = 1.0
    for row, each in zip(rows, found, strict=True):
        for name in each.names:
            if name in place:
                row[place[name]] = 1.0
    return rows


def fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights that make the labels likeliest, less the penalty; the bias is free."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total = rows @ weights
        value = np.logaddexp(0, total).sum() - (total * right).sum() + PENALTY / 2 * (weights[:-1] ** 2).sum()
        slope = rows.T @ (1 / (1 + np.exp(-total)) - right)
        slope[:-1] += PENALTY * weights[:-1]
        return float(value), slope

    result: NDArray[np.float64] = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return result


def common(found: Sequence[Example]) -> list[str]:
    """The features that occur often enough."""
    counts = Counter(name for each in found for name in each.names)
    return sorted(name for name, count in counts.items() if count >= RARE)


def trained(found: Sequence[Example]) -> tuple[list[str], NDArray[np.float64]]:
    """The names of the features and their weights, the bias last."""
    names = common(found)
    return names, fit(matrix(found, names), np.array([float(each.right) for each in found]))


def validated(found: Sequence[Example]) -> NDArray[np.float64]:
    """For each example, what a model says that has not seen its document."""
    documents = sorted({each.document for each in found})
    fold = {name: i % FOLDS for i, name in enumerate(documents)}
    said = np.zeros(len(found))
    for number in range(FOLDS):
        names, weights = trained([each for each in found if fold[each.document] != number])
        places = [i for i, each in enumerate(found) if fold[each.document] == number]
        said[places] = 1 / (1 + np.exp(-(matrix([found[i] for i in places], names) @ weights)))
    return said


def report(found: Sequence[Example], said: NDArray[np.float64]) -> None:
    """Prints precision and share kept at several thresholds, and how often what is said to be likely is right."""
    right = np.array([each.right for each in found])
    print(f"{len(found)} candidates, {right.sum()} right; believing all: precision {right.mean():.3f}")
    for threshold in THRESHOLDS:
        kept = said >= threshold
        print(f"at {threshold}: precision {right[kept].mean():.3f}, of the right ones kept {kept[right].mean():.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (said >= low) & (said < low + 0.1)
        if inside.any():
            print(f"said {low:.1f} to {low + 0.1:.1f}: {inside.sum()} candidates, right {right[inside].mean():.2f}")


def write(names: Sequence[str], weights: NDArray[np.float64], threshold: float) -> None:
    """Writes the weights that are worth keeping where the reader looks for them."""
    kept = {name: round(float(value), 2) for name, value in zip(names, weights, strict=False) if abs(value) >= 0.02}
    head = (
        "# Weights of the log-linear linker, written by training/linker.py; their sum, through the logistic function,\n"
    )
    head += "# is the confidence.\n"
    data = {"bias": round(float(weights[-1]), 2), "threshold": threshold, "weights": kept}
    assert math.isfinite(data["bias"])
    TARGET.write_text(head + yaml.safe_dump(data, sort_keys=True, width=120), encoding="utf-8")


def main() -> None:
    """Reads the command line."""
    options = asked(__doc__, 0.5)
    found = unseen_examples(options.parts)
    report(found, validated(found))
    if not options.dry:
        write(*trained(found), options.threshold)


if __name__ == "__main__":
    main()
