"""Trains the weights by which somebody spoken of is taken for whom an act is done to that names nobody.

    python -m training.unsaid training/gold/*.jsonl tests/gold/training/*.jsonl tests/gold/articles.jsonl
        tests/gold/challenge.jsonl --halves PIPELINE0 PIPELINE1

Learns from marked articles: whom the gold has for an act that the reader finds without its target. Every document is
read with a network that was trained without its half (`training/train.py --without 0`, exported to PIPELINE0), or with
the one of before it was marked (`--later FILES --before PIPELINE`).
Prints, by cross-validation over articles, how many are told and how many of those rightly, beside what the rules alone
make of the same acts; `--dry` only prints. Train the linker after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from detente.cli._claims import actor_record
from graph.model import Actor, Document
from graph.register import Register
from loaders.english import EnglishReader
from loaders.english._candidates import candidates, open_acts
from loaders.english._claims import used_in
from loaders.english._data import load
from loaders.english._likely import open_by_network, proposed
from loaders.english._referents import Referents
from loaders.english._unsaid import Open, choices
from tools.score import same_edge
from training.article_pairs import read_with
from training.choosing import Example, Model, fit, report, validated
from training.learning import Part, asked

TARGET = Path(__file__).parents[1] / "loaders/english/data/unsaid.yaml"
PENALTY, FOLDS = 4.0, 10


def examples(gold: Iterable[dict[str, Any]], reader: EnglishReader) -> Iterator[Example]:
    """The acts without a target of every document, each source and relation by one word once."""
    for document in gold:
        text = Document(document["id"], "", document["text"], published=document.get("date"))
        for step in reader.steps(text):
            acts = {_key(act): act for act in _open(step.view)}
            for act in acts.values():
                found = choices(act, step.view)
                right = [any(_in_gold(act, actor, document) for actor in each.actors) for each in found]
                right[0] = not any(right)
                ruled = [_in_gold(act, each.actor, document) for each in act.ruled]
                yield Example(document["id"], found, right, any(ruled) if ruled else None)


def by_part(parts: Sequence[Part], reader: EnglishReader) -> list[list[Example]]:
    """The examples of each part, read with the network that has not learned from it."""
    found: list[list[Example]] = []
    for part in parts:
        with read_with(part.network):
            found.append(list(examples(part.documents, reader)))
    return found


def _open(view: Referents) -> Iterator[Open]:
    """The acts without a target, of the frames and then of the network; one of the frames is none of the network."""
    used = used_in(view)
    yield from open_acts(view, used)
    by_frames = list(candidates(view, used))
    yield from open_by_network(view, [*by_frames, *proposed(view, by_frames)])


def _key(act: Open) -> tuple[int, str, str]:
    return act.predicate.i, act.relation, act.source.actor.id


def _in_gold(act: Open, target: Actor, document: dict[str, Any]) -> bool:
    claim = {"source": actor_record(act.source.actor), "relation": act.relation, "target": actor_record(target)}
    return any(same_edge(edge, claim) for edge in document["edges"])


def trained(found: Sequence[Example]) -> Model:
    """The weights that some examples teach."""
    return fit(found, PENALTY)


@contextmanager
def weighed(model: Model) -> Iterator[None]:
    """Has the reader use these weights for a while."""
    data = load("unsaid.yaml")
    before, data["weights"] = data["weights"], model.kept()
    try:
        yield
    finally:
        data["weights"] = before


def write(model: Model, threshold: float) -> None:
    """Writes the weights where the reader looks for them."""
    head = "# Weights by which an act that names nobody is done to somebody spoken of, written by training/unsaid.py.\n"
    data = {"threshold": threshold, "weights": model.kept()}
    TARGET.write_text(head + yaml.safe_dump(data, sort_keys=True, width=120), encoding="utf-8")


def main() -> None:
    """Reads the command line."""
    options = asked(__doc__, 0.5)
    found = [each for part in by_part(options.parts, EnglishReader(Register.load())) for each in part]
    report(found, validated(found, PENALTY, FOLDS))
    if not options.dry:
        write(trained(found), options.threshold)


if __name__ == "__main__":
    main()
