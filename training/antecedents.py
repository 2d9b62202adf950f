"""Trains the weights by which a word without a name is taken for somebody spoken of before.

    python -m training.antecedents training/referents.txt training/acts
        --marked training/gold/referents.txt --gold training/gold/*.jsonl

`training/referents.txt` says whom words of the articles of `training/acts` mean, `training/gold/referents.txt` whom
those of the gold. Prints, by cross-validation over articles, how many are told and how many of those rightly, beside
what the rules alone make of the same words; `--dry` only prints.
The words before one are read with the weights of the last training, so it settles when it is run twice.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from graph.model import Actor, Document
from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._antecedents import antecedents
from loaders.english._referents import Referents
from loaders.english._words import Token
from tools.score import read_lines
from training.choosing import Example, fit, report, validated
from training.referents import NOBODY, Article, Names, Question, articles, marked

TARGET = Path(__file__).parents[1] / "loaders/english/data/antecedents.yaml"
PENALTY, FOLDS = 2.5, 6


def examples(found: list[Article], reader: EnglishReader, names: Names) -> Iterator[Example]:
    """Every word that is asked about, as far as it may mean one actor before it."""
    for article in found:
        document = Document(article.name, article.name, article.text, published=article.date)
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


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("referents", type=Path)
    parser.add_argument("acts", type=Path)
    parser.add_argument("--marked", type=Path, help="whom words of the gold mean")
    parser.add_argument("--gold", type=Path, nargs="+", default=[], help="the documents that these words are of")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--kept", type=float, default=0.35, help="how likely whom the rules take has to be")
    parser.add_argument("--dry", action="store_true", help="only print the figures")
    options = parser.parse_args()
    register = Register.load()
    told = articles(options.referents, options.acts)
    if options.marked is not None:
        told += marked(options.marked, [document for path in options.gold for document in read_lines(path)])
    found = list(examples(told, EnglishReader(register), Names(register)))
    report(found, validated(found, PENALTY, FOLDS))
    if not options.dry:
        kept = fit(found, PENALTY).kept()
        head = "# Weights by which a word is taken for somebody spoken of before, written by training/antecedents.py.\n"
        data = {"threshold": options.threshold, "kept": options.kept, "weights": kept}
        TARGET.write_text(head + yaml.safe_dump(data, sort_keys=True, width=120), encoding="utf-8")


if __name__ == "__main__":
    main()
