"""Trains the linker: which candidate edges are right, by the gold that may be looked at.

    python -m training.linker tests/gold/training/*.jsonl tests/gold/{articles,challenge}.jsonl training/acts/*.txt

Logistic regression with a quadratic penalty, fitted by L-BFGS; so its output is a calibrated probability. Writes
`loaders/english/data/linker.yaml` and prints, by cross-validation over documents, how the trained weights compare
with believing
every candidate.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Iterator
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
from loaders.english._candidates import Candidate
from loaders.english._claims import proposals, used_in
from loaders.english._gates import may_act
from loaders.english._linker import features
from loaders.english._referents import Referents
from tools.score import read_lines, same_edge
from training.acts_data import Item, items
from training.held_out import held_out
from training.reliability import fits, marked

TARGET = Path(__file__).parents[1] / "loaders/english/data/linker.yaml"
FOLDS, PENALTY, RARE = 10, 8.0, 4


@dataclass(frozen=True)
class Example:
    """A candidate: its document, its features, and whether the gold has the edge."""

    document: str
    names: frozenset[str]
    right: bool


def examples(gold: Iterable[dict[str, Any]], marked_items: Iterable[Item]) -> list[Example]:
    """Every candidate of the documents and of the held-out items, whatever the present linker thinks of it.

    Edges of the gold that are optional count as right.
    """
    reader = EnglishReader(Register.load())
    found: list[Example] = []
    for document in gold:
        for view in views(reader, Document(document["id"], "", document["text"], published=document.get("date"))):
            found += (_example(document["id"], each, view, in_gold(each, document)) for each in _proposed(view))
    for item in marked_items:
        for view in views(reader, Document(item.source, "", item.text)):
            marks = marked(item, view)
            found += (_example(item.source, each, view, fits(each, marks, view)) for each in _proposed(view))
    return found


def views(reader: EnglishReader, document: Document) -> Iterator[Referents]:
    """The sentences of a document, each good until the next is asked for."""
    return (step.view for step in reader.steps(document))


def _proposed(view: Referents) -> list[Candidate]:
    return [each for each in proposals(view, used_in(view)) if may_act(each)]


def _example(document: str, candidate: Candidate, view: Referents, right: bool) -> Example:
    return Example(document, frozenset(features(candidate, view.sentence)), right)


def in_gold(candidate: Candidate, document: dict[str, Any]) -> bool:
    """Whether the gold of a document has the edge."""
    claim = {
        "source": actor_record(candidate.source.actor),
        "relation": candidate.relation,
        "target": actor_record(candidate.target.actor),
    }
    return any(same_edge(edge, claim) for edge in document["edges"])


def matrix(found: list[Example], names: list[str]) -> NDArray[np.float64]:
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


def common(found: list[Example]) -> list[str]:
    """The features that occur often enough."""
    counts = Counter(name for each in found for name in each.names)
    return sorted(name for name, count in counts.items() if count >= RARE)


def validated(found: list[Example]) -> NDArray[np.float64]:
    """For each example, what a model says that has not seen its document."""
    documents = sorted({each.document for each in found})
    fold = {name: i % FOLDS for i, name in enumerate(documents)}
    said = np.zeros(len(found))
    for number in range(FOLDS):
        known = [each for each in found if fold[each.document] != number]
        names = common(known)
        weights = fit(matrix(known, names), np.array([float(each.right) for each in known]))
        places = [i for i, each in enumerate(found) if fold[each.document] == number]
        said[places] = 1 / (1 + np.exp(-(matrix([found[i] for i in places], names) @ weights)))
    return said


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--threshold", type=float, default=0.3)
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    options = parser.parse_args()
    gold = [document for path in options.gold if path.suffix == ".jsonl" for document in read_lines(path)]
    texts = [item for path in options.gold if path.suffix == ".txt" for item in items(path) if held_out(item.source)]
    found = examples(gold, texts)
    right = np.array([each.right for each in found])
    said = validated(found)
    print(f"{len(found)} candidates, {right.sum()} right; believing all: precision {right.mean():.3f}")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = said >= threshold
        print(f"at {threshold}: precision {right[kept].mean():.3f}, of the right ones kept {kept[right].mean():.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (said >= low) & (said < low + 0.1)
        if inside.any():
            print(f"said {low:.1f} to {low + 0.1:.1f}: {inside.sum()} candidates, right {right[inside].mean():.2f}")
    if options.dry:
        return
    names = common(found)
    weights = fit(matrix(found, names), right.astype(float))
    kept = {name: round(float(value), 2) for name, value in zip(names, weights, strict=False) if abs(value) >= 0.02}
    head = (
        "# Weights of the log-linear linker, written by training/linker.py; their sum, through the logistic function,\n"
    )
    head += "# is the confidence.\n"
    data = {"bias": round(float(weights[-1]), 2), "threshold": options.threshold, "weights": kept}
    TARGET.write_text(head + yaml.safe_dump(data, sort_keys=True, width=120), encoding="utf-8")
    assert math.isfinite(data["bias"])


if __name__ == "__main__":
    main()
