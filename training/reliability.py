"""How often each word of the frames is right on sentences that are marked: a feature of the linker.

    python -m training.reliability training/acts/*.txt

Counts, for every frame and word, the candidate edges that it gives and those that the marks have too, and writes
`loaders/english/data/reliability.yaml`. The sentences were written without looking at the frames. Held-out
items are not counted: the linker learns from these what the counts are worth.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import yaml

from graph.model import Document
from graph.register import Register
from graph.relations import relations
from loaders.english import EnglishReader
from loaders.english._actor_words import actor_word
from loaders.english._candidates import Candidate, candidates, matches
from loaders.english._gates import by_kind, may_act
from loaders.english._matching import without_undone
from loaders.english._referents import Referents
from loaders.english._reliability import key
from training.acts_data import Item, items, token_at
from training.held_out import held_out

Mark: TypeAlias = tuple[int, str, int]

TARGET = Path(__file__).parents[1] / "loaders/english/data/reliability.yaml"


def judged(reader: EnglishReader, item: Item) -> Iterator[tuple[Candidate, bool]]:
    """The candidates of the frames in an item, and whether the marks have them."""
    for step in reader.steps(Document("item", "item", item.text)):
        view = step.view
        marks = marked(item, view)
        used = without_undone([match for token in view.sentence.doc for match in matches(token)])
        for each in map(by_kind, candidates(view, used)):
            if may_act(each):
                yield each, fits(each, marks, view)


def marked(item: Item, view: Referents) -> set[Mark]:
    """The marked acts of a sentence by their actor words; symmetric ones in both orders."""
    return set(_marks(item, view))


def fits(candidate: Candidate, marks: set[Mark], view: Referents) -> bool:
    """Whether a candidate is one of the marked acts."""
    return not marks.isdisjoint(_ways(candidate, view))


def _marks(item: Item, view: Referents) -> Iterator[Mark]:
    doc, start = view.sentence.doc, view.sentence.start
    for each in item.acts:
        source, target = token_at(doc, each.source - start), token_at(doc, each.target - start)
        if source is not None and target is not None:
            a, b = actor_word(doc[source], view), actor_word(doc[target], view)
            yield a, each.relation, b
            if relations()[each.relation].symmetric:
                yield b, each.relation, a


def _ways(candidate: Candidate, view: Referents) -> Iterator[Mark]:
    doc = view.sentence.doc
    for a in range(candidate.source.first, candidate.source.last + 1):
        for b in range(candidate.target.first, candidate.target.last + 1):
            yield actor_word(doc[a], view), candidate.relation, actor_word(doc[b], view)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    reader = EnglishReader(Register.load())
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for path in options.files:
        for item in (each for each in items(path) if not held_out(each.source)):
            for candidate, fits in judged(reader, item):
                given[key(candidate)] += 1
                right[key(candidate)] += fits
    table = {name: [right[name], given[name]] for name in sorted(given)}
    head = "# For each frame and word: how many candidates were right on marked sentences, and how many it gave.\n"
    head += "# Written by training/reliability.py.\n"
    TARGET.write_text(head + yaml.safe_dump(table, default_flow_style=None, width=120), encoding="utf-8")
    print(f"{len(table)} words, {sum(given.values())} candidates, {sum(right.values())} right")


if __name__ == "__main__":
    main()
