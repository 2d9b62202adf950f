"""Trains the weights by which a word without a name is taken for somebody spoken of before.

    python -m training.antecedents training/referents.txt training/acts

`training/referents.txt` says whom words of the marked articles mean. Prints, by cross-validation over articles, how
many are told and how many of those rightly, beside what the rules alone make of the same words; `--dry` only prints.
The words before one are read with the weights of the last training, so it settles when it is run twice.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

from graph.model import Actor, Document
from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._antecedents import Antecedent, antecedents
from loaders.english._referents import Referents
from loaders.english._words import Token
from training.referents import NOBODY, Article, Names, Question, articles

TARGET = Path(__file__).parents[1] / "loaders/english/data/antecedents.yaml"
PENALTY, RARE, FOLDS, LEAST = 2.5, 4, 6, 0.02


@dataclass(frozen=True)
class Example:
    """Whom a word may mean, which of them are right, and which the rules take."""

    article: str
    found: list[Antecedent]
    right: list[bool]
    ruled: bool | None


def examples(found: list[Article], reader: EnglishReader, names: Names) -> Iterator[Example]:
    """Every word that is asked about, as far as it may mean one actor before it."""
    for article in found:
        document = Document(article.name, article.name, article.text)
        for view in (step.view for step in reader.steps(document)):
            for place, question in article.questions.items():
                token = _token(view, place)
                if token is not None and (example := _example(article.name, token, view, question, names)) is not None:
                    yield example


def _token(view: Referents, place: int) -> Token | None:
    begin = view.sentence.start
    return next((each for each in view.sentence.doc if each.idx <= place - begin < each.idx + len(each.text)), None)


def _example(article: str, token: Token, view: Referents, question: Question, names: Names) -> Example | None:
    ruled = [each.actor for each in view.by_rule(token)]
    if not view.open(token, view.by_rule(token)):
        return None
    answers = [frozenset(each.split(" + ")) for each in question.answers]
    found = antecedents(token, view, ruled)
    right = [_fits(each.actors, answers, names) for each in found]
    if not any(right):
        # Nobody before it is right: then nobody is.
        right[0] = True
    return Example(article, found, right, _fits(ruled, answers, names) if ruled else None)


def _fits(actors: Sequence[Actor], answers: Sequence[frozenset[str]], names: Names) -> bool:
    """Whether actors are those of an answer."""
    if not actors:
        return frozenset({NOBODY}) in answers
    return any(
        len(each) == len(actors) and all(any(names.is_named(actor, name) for name in each) for actor in actors)
        for each in answers
    )


@dataclass(frozen=True)
class Model:
    """Weights by feature."""

    weights: dict[str, float]

    def shares(self, example: Example) -> NDArray[np.float64]:
        """How likely each of the antecedents is."""
        totals = np.array([sum(self.weights.get(name, 0.0) for name in each.features) for each in example.found])
        shares: NDArray[np.float64] = np.exp(totals - totals.max())
        return shares / shares.sum()


def fit(found: list[Example]) -> Model:
    """The weights that make the right ones likeliest, less a penalty."""
    counts = Counter(name for example in found for each in example.found for name in set(each.features))
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: i for i, name in enumerate(names)}
    sizes = [len(each.found) for each in found]
    rows = np.zeros((sum(sizes), len(names)))
    right = np.zeros(sum(sizes), dtype=bool)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    for i, (each, hit) in enumerate(
        (each, hit) for example in found for each, hit in zip(example.found, example.right, strict=True)
    ):
        right[i] = hit
        for name in each.features:
            if name in column:
                rows[i, column[name]] = 1.0
    owner = np.repeat(np.arange(len(found)), sizes)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        totals = rows @ weights
        totals = totals - np.maximum.reduceat(totals, starts)[owner]
        power = np.exp(totals)
        all_of, right_of = np.add.reduceat(power, starts), np.add.reduceat(power * right, starts)
        value = (np.log(all_of) - np.log(right_of)).sum() + PENALTY / 2 * (weights**2).sum()
        slope = rows.T @ (power / all_of[owner] - power * right / right_of[owner]) + PENALTY * weights
        return float(value), slope

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return Model({name: float(value) for name, value in zip(names, result, strict=True)})


def validated(found: list[Example]) -> list[NDArray[np.float64]]:
    """For each example, what a model says that has not seen its article."""
    fold = {name: i % FOLDS for i, name in enumerate(sorted({each.article for each in found}))}
    models = [fit([each for each in found if fold[each.article] != number]) for number in range(FOLDS)]
    return [models[fold[each.article]].shares(each) for each in found]


def report(found: list[Example], said: list[NDArray[np.float64]]) -> None:
    """Prints precision and recall of the rules alone, and of the model at several thresholds."""
    wanted = sum(not each.right[0] for each in found)
    ruled = [each.ruled for each in found if each.ruled is not None]
    print(f"{len(found)} words, {wanted} mean somebody before them")
    print(f"rules alone: precision {sum(ruled) / len(ruled):.3f}, recall {sum(ruled) / wanted:.3f}")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        told = [
            each.right[int(shares.argmax())]
            for each, shares in zip(found, said, strict=True)
            if shares.argmax() > 0 and shares.max() >= threshold
        ]
        print(f"at {threshold}: precision {sum(told) / len(told):.3f}, recall {sum(told) / wanted:.3f}")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("referents", type=Path)
    parser.add_argument("acts", type=Path)
    parser.add_argument("--threshold", type=float, default=0.55)
    parser.add_argument("--kept", type=float, default=0.35, help="how likely whom the rules take has to be")
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    options = parser.parse_args()
    register = Register.load()
    found = list(examples(articles(options.referents, options.acts), EnglishReader(register), Names(register)))
    report(found, validated(found))
    if not options.dry:
        kept = {name: round(value, 2) for name, value in fit(found).weights.items() if abs(value) >= LEAST}
        head = "# Weights by which a word is taken for somebody spoken of before, written by training/antecedents.py.\n"
        data = {"threshold": options.threshold, "kept": options.kept, "weights": kept}
        TARGET.write_text(head + yaml.safe_dump(data, sort_keys=True, width=120), encoding="utf-8")


if __name__ == "__main__":
    main()
